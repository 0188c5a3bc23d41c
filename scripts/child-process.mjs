import { spawn } from 'node:child_process';

const running = new Set();
const isWindows = process.platform === 'win32';

const signalGroup = (child, signal) => {
	try {
		if (isWindows) child.kill(signal);
		else process.kill(-child.pid, signal);
		return true;
	} catch {
		return false;
	}
};

let stopsWithUs = false;

/** Ctrl+C ends the children too. Registered by the first run, not by the import: Playwright's config imports this. */
const stopChildrenWithUs = () => {
	if (stopsWithUs) return;
	stopsWithUs = true;
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
	]) {
		process.on(signal, () => {
			for (const child of running) signalGroup(child, 'SIGKILL');
			process.exit(code);
		});
	}
};

const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs a command in a process group of its own and ends whatever it left running.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ limitMs: number, capture?: boolean, env?: Record<string, string | undefined> }} options
 * `capture`: collect the output instead of showing it.
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} never rejects; 127 where it cannot start.
 */
export const run = (command, args, { limitMs, capture = false, env = {} }) =>
	new Promise((resolve) => {
		stopChildrenWithUs();
		const child = spawn(command, args, {
			detached: !isWindows,
			shell: isWindows,
			stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env },
		});
		running.add(child);
		let output = '';
		let timedOut = false;
		const collect = (chunk) => {
			output += chunk;
		};
		child.stdout?.setEncoding('utf8').on('data', collect);
		child.stderr?.setEncoding('utf8').on('data', collect);
		const timer = setTimeout(() => {
			timedOut = true;
			signalGroup(child, 'SIGKILL');
		}, limitMs);
		child.on('error', (error) => {
			clearTimeout(timer);
			running.delete(child);
			resolve({ code: 127, output: `${output}${error.message}\n`, timedOut });
		});
		// Not 'close': a straggler that holds the pipes open would keep us waiting for ever.
		child.on('exit', async (code) => {
			clearTimeout(timer);
			if (signalGroup(child, 'SIGTERM')) {
				await delay(500);
				signalGroup(child, 'SIGKILL');
			}
			running.delete(child);
			resolve({ code: timedOut ? 124 : (code ?? 1), output, timedOut });
		});
	});
