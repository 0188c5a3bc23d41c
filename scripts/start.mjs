#!/usr/bin/env node
// Opens the app: in Electron where its binary can be had, else as a page for a browser on this machine.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './built-app.mjs';
import { obtainElectron, whyItEnded } from './electron-binary.mjs';
import { requireNode } from './node-version.mjs';
import { runUntilEnd } from './run-until-end.mjs';

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

const { browser, ...passedOn } = readArguments();
const hostArguments = Object.entries(passedOn).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));

const serveBrowser = async () => (await runUntilEnd(process.execPath, [join(root, 'out/main/browser.js'), ...hostArguments])).code;

const open = async () => {
	if (browser) return serveBrowser();
	const electron = await obtainElectron(root);
	if ('reason' in electron) {
		console.log(`The desktop app cannot open here, because ${electron.reason}: this is the same app for a browser.\n`);
		return serveBrowser();
	}
	const startedAt = performance.now();
	const { code, isStopped } = await runUntilEnd(electron.path, [root, ...hostArguments]);
	if (code === 0 || code === refusedToStart || isStopped || performance.now() - startedAt > openedAfterMs) return code;
	console.log(`\nElectron did not open here (it ended with ${code}): this is the same app for a browser.${whyItEnded()}\n`);
	return serveBrowser();
};

const failure = await ensureBuilt(root);
if (failure !== null) {
	console.error(`The app could not be built:\n${failure}`);
	process.exit(1);
}
process.exitCode = await open();
