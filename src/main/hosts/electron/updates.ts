import { existsSync } from 'node:fs';
import type { Clock } from '#core/ports.ts';

/** `autoUpdater` of electron-updater, as far as it is used. It takes nothing that is not signed as this app is, where systems sign. */
export interface UpdaterPort {
	autoDownload: boolean;
	autoInstallOnAppQuit: boolean;
	allowDowngrade: boolean;
	checkForUpdates(): Promise<unknown>;
	downloadUpdate(): Promise<unknown>;
	quitAndInstall(): void;
	on(event: 'update-available', listener: () => void): unknown;
	on(event: 'update-downloaded', listener: (update: { readonly version: string }) => void): unknown;
	on(event: 'error', listener: (error: Error) => void): unknown;
}

interface Parts {
	/** Written into the app by its builder where a feed is configured. */
	readonly feedFile: string;
	readonly load: () => Promise<UpdaterPort>;
	readonly clock: Clock;
	isAtWork(): boolean;
	/** True where the person wants to start anew now. */
	ask(version: string): Promise<boolean>;
	/** The app may close its windows without a word: nothing is at work. */
	settle(): void;
}

const dayMs = 24 * 60 * 60_000;
const restMs = 60_000;

/** Nothing is taken away from under a run, and least of all from under a change. */
const untilAtRest = async ({ clock, isAtWork }: Parts, signal: AbortSignal): Promise<void> => {
	while (isAtWork()) await clock.sleep(restMs, signal);
};

/**
 * Looks once a day whether there is a newer version, downloads it, and asks once whether to start anew with it. Does nothing without a
 * feed, never goes back to an older version, and waits for what is at work. A feed that cannot be reached is no news.
 */
export const watchUpdates = async (parts: Parts, signal: AbortSignal): Promise<void> => {
	const { feedFile, load, clock, isAtWork, ask, settle } = parts;
	if (!existsSync(feedFile)) return;
	const updater = await load();
	updater.autoDownload = false;
	updater.autoInstallOnAppQuit = false;
	updater.allowDowngrade = false;
	updater.on('error', () => undefined);
	updater.on('update-available', () => {
		void untilAtRest(parts, signal)
			.then(() => updater.downloadUpdate())
			.catch(() => undefined);
	});
	let isAsked = false;
	updater.on('update-downloaded', ({ version }) => {
		if (isAsked) return;
		isAsked = true;
		const install = async (): Promise<void> => {
			await untilAtRest(parts, signal);
			// Something may have begun while the question stood there.
			if (!(await ask(version)) || isAtWork()) return;
			settle();
			updater.quitAndInstall();
		};
		void install().catch(() => undefined);
	});
	for (;;) {
		await updater.checkForUpdates().catch(() => undefined);
		await clock.sleep(dayMs, signal);
	}
};
