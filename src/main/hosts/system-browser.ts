import { spawn } from 'node:child_process';
import { once } from 'node:events';

const openers: Partial<Readonly<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
	darwin: ['open'],
	// Not "cmd /c start": cmd reads & and % in an address as its own.
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** The address was checked by whoever asks. Rejects where the machine has no browser to open it in. */
export const openInSystemBrowser = async (url: string): Promise<void> => {
	const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
	child.unref();
	await once(child, 'spawn');
};
