import { spawn } from 'node:child_process';
import { whenStarterEnds } from './parents.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Starts the app and waits for its end. It is told to end over the channel between us, never by a signal: Ctrl+C reaches it from
 * the terminal already, a second one would kill Electron as it stores what runs, and on Windows any would at once. Over the same
 * channel it notices our own end, even where nobody could tell it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, isStopped: boolean }>} `isStopped`: it was told to end. 127 where it cannot start.
 */
export const runUntilEnd = (command, args) =>
	new Promise((resolve) => {
		let isStopped = false;
		// Set by some editors' terminals, it would turn the app into a bare Node.
		const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env;
		const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
		const stop = () => {
			isStopped = true;
			if (child.connected) child.disconnect();
		};
		// First: to find out who started us takes a while.
		for (const signal of signals) process.on(signal, stop);
		whenStarterEnds(stop);
		const end = (code) => {
			for (const signal of signals) process.off(signal, stop);
			resolve({ code, isStopped });
		};
		child.on('error', () => end(127));
		child.on('exit', (code, signal) => end(code ?? (signal === null ? 1 : 128)));
	});
