import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** For a process that hangs, not for a slow machine. */
export const startsWithinMs = 240_000;
const endsWithinMs = 120_000;

/** How a host is started for a test. */
export interface Start {
	readonly args: readonly string[];
	readonly home: string;
	/** Everything the Node side sent to the window over its socket, where it has one. */
	readonly received: string[];
	readonly troubles: string[];
	readonly locale: string | undefined;
}

export interface SavedFile {
	readonly name: string;
	readonly bytes: Buffer;
}

/** The app's window in a host, open and at its start. */
export interface Opened {
	readonly page: Page;
	/** Does what saves a file, and gives that file as the person gets it. */
	readonly saved: (act: () => Promise<void>) => Promise<SavedFile>;
	/** What only the system around the desktop app shows and does; `null` in other hosts. */
	readonly desktop: Desktop | null;
}

const kept = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'SystemRoot', 'CHROMIUM_PATH'];

/** Nothing of the developer's own: no keychain can be reached, and no data folder but the test's. */
export const environment = (home: string): Record<string, string> => ({
	...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']]))),
	PATH: process.env['PATH'] ?? '',
	HOME: home,
	USERPROFILE: home,
	DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
	// Most of what a host takes to start is compiling its program.
	NODE_COMPILE_CACHE: join(root, '.cache/node'),
});

/** Ends a process that this test started. Resolves to its exit code; `null` where it had to be killed. */
export const end = async (child: ChildProcess, tell: () => void = () => child.kill('SIGTERM')): Promise<number | null> => {
	if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
	const exit = once(child, 'exit');
	tell();
	const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
	await exit;
	clearTimeout(timer);
	return child.exitCode;
};

/** What no test tolerates: what the page complains of. */
export const listen = (page: Page, { received, troubles }: Pick<Start, 'received' | 'troubles'>): void => {
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console ${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`page error: ${error.stack ?? error.message}`));
	page.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
	});
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
	});
};

export const reportPolicyViolations = (): void => {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		console.warn(`content security policy: ${violatedDirective} ${blockedURI}`);
	});
};
