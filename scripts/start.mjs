#!/usr/bin/env node
// Opens the app: in Electron where its binary can be had, else as a page for a browser on this machine.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './built-app.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { requireNode } from './node-version.mjs';
import { whenStarterEnds } from './parents.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const usage = 'Usage: npm start [-- [--browser] [--data-dir DIR] [--open-run RUN] [--allow-loopback] [--port N]]';
/** The app said itself why it does not open: another host would say the same. */
const refusedToStart = 2;
/** An Electron that fails sooner than this did not open: a library or its sandbox is missing here. */
const openedAfterMs = 15_000;

const readArguments = () => {
	try {
		return parseArgs({
			options: {
				browser: { type: 'boolean' },
				'data-dir': { type: 'string' },
				'open-run': { type: 'string' },
				'allow-loopback': { type: 'boolean' },
				port: { type: 'string' },
			},
		}).values;
	} catch (error) {
		console.error(`${error.message}\n${usage}`);
		process.exit(2);
	}
};

let isStopping = false;
/** The child ends in its own time, with what it has to store; this process ends when it has. */
const runUntilEnd = (command, args) =>
	new Promise((resolve) => {
		// Set by some editors' terminals, it would turn the app into a bare Node.
		const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env;
		// Over the channel the child notices our end, even where nobody could tell it.
		const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
		const pass = (signal) => {
			isStopping = true;
			child.kill(signal);
		};
		const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
		whenStarterEnds(() => pass('SIGTERM'));
		for (const signal of signals) process.on(signal, pass);
		const end = (code) => {
			for (const signal of signals) process.off(signal, pass);
			resolve(code);
		};
		child.on('error', () => end(127));
		child.on('exit', (code, signal) => end(code ?? (signal === null ? 1 : 128)));
	});

const { browser, ...passedOn } = readArguments();
const hostArguments = Object.entries(passedOn).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));

const serveBrowser = () => runUntilEnd(process.execPath, [join(root, 'out/main/browser.js'), ...hostArguments]);

const open = async () => {
	if (browser) return serveBrowser();
	const electron = await obtainElectron(root);
	if ('reason' in electron) {
		console.log(`The desktop app cannot open here, because ${electron.reason}: this is the same app for a browser.\n`);
		return serveBrowser();
	}
	const startedAt = performance.now();
	const code = await runUntilEnd(electron.path, [root, ...hostArguments]);
	if (code === 0 || code === refusedToStart || isStopping || performance.now() - startedAt > openedAfterMs) return code;
	console.log(`\nElectron did not open here (it ended with ${code}): this is the same app for a browser.\n`);
	return serveBrowser();
};

const failure = await ensureBuilt(root);
if (failure !== null) {
	console.error(`The app could not be built:\n${failure}`);
	process.exit(1);
}
process.exitCode = await open();
