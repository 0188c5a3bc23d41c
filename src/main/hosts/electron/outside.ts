import type { Clock } from '#core/ports.ts';
import type { Activity } from '#shared/contract/app.ts';
import type { Messages } from '#shared/messages/messages.ts';
import { makeEndWatch, ongoingOf, type Work, worksOf } from '#shared/works.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';

interface Parts {
	readonly electron: Pick<ElectronPort, 'Notification' | 'powerSaveBlocker'>;
	readonly clock: Clock;
	readonly watch: (signal: AbortSignal) => Promise<AsyncIterable<Activity>>;
	isAtWork(): boolean;
	window(): WindowPort | null;
	words(): Messages;
	/** Brings the window forward. */
	show(): void;
	/** Hears what goes on; `null`: nothing does. */
	tell(going: Work | null): void;
	/** Ends the app. */
	leave(): void;
}

const longMs = 30_000;
/** Electron's own sign for no progress. */
const none = -1;

/** Says something in the system's own way. Kept until it was clicked or has gone: collected before, a click would do nothing. */
const makeNotify = ({ Notification }: Pick<ElectronPort, 'Notification'>, show: () => void) => {
	const shown = new Set<object>();
	return (said: { readonly title: string; readonly body: string }): void => {
		if (!Notification.isSupported()) return;
		const notification = new Notification(said);
		shown.add(notification);
		notification.on('click', show);
		for (const event of ['click', 'close', 'failed'] as const) notification.on(event, () => shown.delete(notification));
		notification.show();
	};
};

/** For those who look elsewhere: the taskbar's or dock's progress, and a word when something long has ended, or all is done. */
const tellOfWork = async ({ electron, clock, watch, window, words, show, tell }: Parts, signal: AbortSignal): Promise<void> => {
	const notify = makeNotify(electron, show);
	const ended = makeEndWatch(longMs);
	const runs = new Map<string, Activity['runs'][number]>();
	const plans = new Map<string, Activity['plans'][number]>();
	for await (const news of await watch(signal)) {
		for (const run of news.runs) runs.set(run.id, run);
		for (const plan of news.plans) plans.set(plan.id, plan);
		const works = worksOf(words().shellWords.outside, [...runs.values()], [...plans.values()]);
		const going = ongoingOf(works);
		window()?.setProgressBar(going?.share ?? none);
		tell(going);
		const isSeen = window()?.isFocused() ?? false;
		// Without a window this is the one place where an end is told.
		const leastMs = window() === null ? 0 : longMs;
		for (const { said } of ended(works, clock.now(), leastMs)) if (said !== null && !isSeen) notify(said);
	}
};

/** Looked at once a second. */
const lookMs = 1000;

/** The machine does not go to sleep by itself while a run, a plan or a pull is at work. */
const stayAwake = async ({ electron: { powerSaveBlocker }, clock, isAtWork }: Parts, signal: AbortSignal): Promise<void> => {
	let blocker: number | null = null;
	const release = (): void => {
		if (blocker !== null) powerSaveBlocker.stop(blocker);
		blocker = null;
	};
	try {
		for (;;) {
			if (!isAtWork()) release();
			else blocker ??= powerSaveBlocker.start('prevent-app-suspension');
			await clock.sleep(lookMs, signal);
		}
	} finally {
		release();
	}
};

const idleMinutes = 30;

/** Without a window and without work it stays for whoever clicks what was said, and no longer than this. */
const endWhenIdle = async ({ clock, isAtWork, window, leave }: Parts, signal: AbortSignal): Promise<void> => {
	for (let minutes = 0; minutes < idleMinutes; minutes = window() !== null || isAtWork() ? 0 : minutes + 1) {
		await clock.sleep(60_000, signal);
	}
	leave();
};

/** All of these, until `signal`. What goes wrong with one harms no run, and ends it. */
export const lookAfterWork = (parts: Parts, signal: AbortSignal): void => {
	for (const work of [tellOfWork, stayAwake, endWhenIdle]) void work(parts, signal).catch(() => undefined);
};
