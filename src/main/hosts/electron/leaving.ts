import type { Clock } from '#core/ports.ts';
import type { AppPort } from './electron-port.ts';

/** What somebody chose who leaves while something is at work. */
export type Choice = 'keep' | 'stop' | 'cancel';

export interface Leaving {
	/** The last window may close, and the app end, without a word. */
	readonly isSettled: boolean;
	/** The app is storing what it has, and ends soon. */
	readonly isClosing: boolean;
	/** Asks where something is at work: true where the person wants to stop it, or nothing is. */
	ask(): Promise<Choice>;
	/** Whoever ends the app from now on is not asked. */
	settle(): void;
	/** Ends the app without asking: a signal, the end of the session, or a person who was asked. */
	leave(): void;
}

interface Parts {
	readonly app: AppPort;
	readonly clock: Clock;
	isAtWork(): boolean;
	ask(): Promise<Choice>;
	/** The window goes, the work goes on. */
	keepWorking(): void;
	/** Stores what runs. */
	close(): Promise<unknown>;
}

/** Long enough to store what runs; after it the process goes all the same, and the run can be resumed. */
const closeWithinMs = 10_000;

/**
 * The ways out of the app. Whoever quits or closes the window while something is at work is asked, once at a time; what runs is
 * stored before the process goes, and a second request to quit does not go round it.
 */
export const watchLeaving = ({ app, clock, isAtWork, ask, keepWorking, close }: Parts): Leaving => {
	let isSettled = false;
	let isClosing = false;
	let asking: Promise<Choice> | null = null;
	const askOnce = (): Promise<Choice> => {
		asking ??= ask().finally(() => {
			asking = null;
		});
		return asking;
	};
	const settle = (): void => {
		isSettled = true;
	};
	const leave = (): void => {
		settle();
		app.quit();
	};
	const askAndLeave = async (): Promise<Choice> => {
		const choice = isAtWork() ? await askOnce() : 'stop';
		if (choice === 'keep') keepWorking();
		if (choice === 'stop') leave();
		return choice;
	};
	app.on('before-quit', (event) => {
		if (isSettled || !isAtWork()) return;
		event.preventDefault();
		void askAndLeave();
	});
	app.on('will-quit', (event) => {
		event.preventDefault();
		if (isClosing) return;
		isClosing = true;
		const late = clock.sleep(closeWithinMs).then(() => 1);
		const closed = close().then(
			() => 0,
			() => 1,
		);
		void Promise.race([closed, late]).then((code) => app.exit(code));
	});
	return {
		get isSettled() {
			return isSettled || !isAtWork();
		},
		get isClosing() {
			return isClosing;
		},
		ask: askAndLeave,
		settle,
		leave,
	};
};
