import { createInterface } from 'node:readline';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { systemClock, systemRandom } from '../../system.ts';
import { resolveDataDir } from '../../data-dir.ts';
import { environmentTokens } from '../../secrets/environment.ts';
import { composeWithDemo } from '../demo.ts';
import { readHostArguments } from '../host-arguments.ts';
import { openReportShelf } from '../report-shelf.ts';
import { openInSystemBrowser } from '../system-browser.ts';
import { refusedToStart, startFailureSentence } from '../start-failure.ts';
import { print, tell } from '../terminal.ts';
import { startBrowserHost } from './host.ts';
import { browserDelivery } from './report-door.ts';

/** Seen from the bundle in out/main. */
const rendererDir = fileURLToPath(new URL('../renderer/', import.meta.url));

/** Long enough to store what runs; after it the process goes all the same, and the run can be resumed. */
const closeWithinMs = 10_000;

/**
 * Stays on after the first signal: Ctrl+C reaches us twice, from the terminal and from `npm start`. Whoever started us over a
 * channel takes us along when it ends, killed or not.
 */
const stopSignal = (): Promise<void> =>
	new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => resolve());
	});

/** A host that nobody looks at and that has nothing to do holds its tokens no longer than this. */
const idleMinutes = 30;

/** Resolves once no page was open and nothing at work for `idleMinutes`, looked at once a minute. */
const untilIdle = async (isBusy: () => boolean, signal: AbortSignal): Promise<void> => {
	for (let minutes = 0; minutes < idleMinutes; minutes = isBusy() ? 0 : minutes + 1) await systemClock.sleep(60_000, signal);
	print(`Nobody had Invite Doctor open for ${idleMinutes} minutes: it has stopped.`);
};

/** The whole life of the browser host: compose, print the link, serve until told to stop. Resolves to the exit code. */
export const runBrowserHost = async (argv: readonly string[], version: string): Promise<number> => {
	const { dataDir: asked, openRun, allowLoopback, port } = readHostArguments(argv);
	const dataDir = resolveDataDir(asked, { env: process.env, platform: process.platform, homedir: homedir() });
	environmentTokens();
	const stop = stopSignal();
	const reports = await openReportShelf(join(dataDir, 'waiting-reports'), { clock: systemClock, random: systemRandom });
	const composed = await composeWithDemo({
		dataDir,
		host: 'browser',
		allowLoopback,
		version,
		openRun,
		openLink: openInSystemBrowser,
		reportDelivery: browserDelivery(reports),
	});
	if (!composed.ok) {
		for (const line of startFailureSentence(composed.failure, dataDir).split('\n')) tell(line);
		return refusedToStart;
	}
	const app = composed.value;
	const host = await startBrowserHost({ app, rendererDir, port, reports, clock: systemClock });
	const printLink = (): void => {
		for (const line of [
			'Open Invite Doctor in a browser on this machine (the link works once, for a minute):',
			'',
			`  ${host.newLink()}`,
			'',
		]) {
			print(line);
		}
	};
	printLink();
	print('Enter prints a new link, Ctrl+C stops it.');
	const lines = createInterface({ input: process.stdin });
	lines.on('line', printLink);
	const idle = new AbortController();
	await Promise.race([stop, untilIdle(() => host.openPages > 0 || app.isAtWork(), idle.signal)]);
	idle.abort();
	lines.close();
	setTimeout(() => process.exit(1), closeWithinMs).unref();
	await host.stop();
	await reports.clear();
	await app.close();
	return 0;
};
