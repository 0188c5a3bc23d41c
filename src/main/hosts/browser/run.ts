import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import { resolveDataDir } from '../../data-dir.ts';
import { systemRandom } from '../../random.ts';
import { composeApp } from '../../services/compose.ts';
import { readHostArguments } from '../host-arguments.ts';
import { openReportShelf } from '../report-shelf.ts';
import { refusedToStart, startFailureSentence } from '../start-failure.ts';
import { print, tell } from '../terminal.ts';
import { startBrowserHost } from './host.ts';
import { browserDelivery } from './report-door.ts';

/** Seen from the bundle in out/main. */
const rendererDir = fileURLToPath(new URL('../renderer/', import.meta.url));

const openers: Partial<Readonly<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
	darwin: ['open'],
	// Not "cmd /c start": cmd reads & and % in an address as its own.
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** The address was checked by `app.openLink`. Nothing happens where the machine has no browser to open it in. */
const openInSystemBrowser = async (url: string): Promise<void> => {
	const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
	child.unref();
	await once(child, 'spawn');
};

/** Long enough to store what runs; after it the process goes all the same, and the run can be resumed. */
const closeWithinMs = 10_000;

/** Stays on after the first signal: Ctrl+C reaches us twice, from the terminal and from `npm start`. */
const stopSignal = (): Promise<void> =>
	new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
	});

/** The whole life of the browser host: compose, print the link, serve until told to stop. Resolves to the exit code. */
export const runBrowserHost = async (argv: readonly string[], version: string): Promise<number> => {
	const { dataDir: asked, openRun, allowLoopback, port } = readHostArguments(argv);
	const dataDir = resolveDataDir(asked, { env: process.env, platform: process.platform, homedir: homedir() });
	const stop = stopSignal();
	const reports = await openReportShelf(join(dataDir, 'waiting-reports'), { clock: systemClock, random: systemRandom });
	const composed = await composeApp({
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
	const host = await startBrowserHost({ app, rendererDir, port, reports });
	for (const line of [
		'Open Invite Doctor in a browser on this machine (the link works once):',
		'',
		`  ${host.link}`,
		'',
		'Ctrl+C stops it.',
	]) {
		print(line);
	}
	await stop;
	setTimeout(() => process.exit(1), closeWithinMs).unref();
	await host.stop();
	await reports.clear();
	await app.close();
	return 0;
};
