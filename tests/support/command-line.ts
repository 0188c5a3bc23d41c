import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Node keeps the compiled sources from one process to the next (vitest.config.ts). */
export const compileCache: Readonly<Record<string, string>> = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '' };

/** The program as it was built, where the caller built it (`npm test` does: it starts twice as fast); its sources otherwise. */
export const entry = process.env['BUILT_COMMAND_LINE'] ?? fileURLToPath(new URL('../../src/main/hosts/cli/main.ts', import.meta.url));

/** What is started, without its arguments. */
export const commandLine = [process.execPath, entry] as const;

/** For the environment of a process: its keychain is this folder. */
export const keptKeychain = (folder: string): Readonly<Record<string, string>> => ({
	NODE_OPTIONS: `--import ${new URL('kept-keychain.mjs', import.meta.url).href}`,
	KEPT_KEYCHAIN: folder,
});

export interface CommandEnd {
	/** `null` where a signal ended it. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface StartedCommand {
	readonly process: ChildProcess;
	readonly ended: Promise<CommandEnd>;
}

export interface CommandOptions {
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string;
}

/** The command line as a process of its own, with nothing of this machine's settings but what a program needs to start. */
export const startCommand = (args: readonly string[], { env = {}, stdin = '' }: CommandOptions = {}): StartedCommand => {
	const child = spawn(process.execPath, [entry, ...args], {
		env: { PATH: process.env['PATH'] ?? '', ...compileCache, ...env },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => void (stderr += text));
	// A process that was killed, or never reads, closes its end first.
	child.stdin.on('error', () => undefined);
	child.stdin.end(stdin);
	const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
	return { process: child, ended };
};

export const runCommand = (args: readonly string[], options?: CommandOptions): Promise<CommandEnd> => startCommand(args, options).ended;

/** What everybody on the machine may see of a running process; `null` where the system does not show it as a file. */
export const argumentsOf = ({ process: child }: StartedCommand): string | null => {
	try {
		return readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
	} catch {
		return null;
	}
};
