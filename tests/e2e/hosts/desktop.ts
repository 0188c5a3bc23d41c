import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect } from '@playwright/test';
import type { Act, Question, Told } from '../../support/electron-stand-in/channel.ts';
import { end, environment, listen, type Opened, reportPolicyViolations, root, type SavedFile, type Start } from './host.ts';

type Asked = Extract<Told, { tells: 'asked' }>;

/** The system around the desktop app, as the stand-in for Electron plays it: what it was asked and told, and what people do there. */
export class Desktop {
	readonly #process: ChildProcess;
	readonly #home: string;
	readonly #told: Told[] = [];

	constructor(child: ChildProcess, home: string) {
		this.#process = child;
		this.#home = home;
		child.on('message', (told: Told) => void this.#told.push(told));
	}

	act(act: Act): void {
		this.#process.send(act);
	}

	/** What was done to the system by this name, in its order. */
	done(what: string): readonly unknown[] {
		return this.#told.flatMap((told) => (told.tells === 'done' && told.what === what ? [told.value] : []));
	}

	async endpoint(): Promise<string> {
		const find = () => this.#told.find((told) => told.tells === 'endpoint')?.endpoint ?? '';
		await expect.poll(find).not.toBe('');
		return find();
	}

	/** The next dialogue of its kind that nobody has answered, taken to be answered. */
	async asked(what: Question): Promise<Asked> {
		const find = (): number => this.#told.findIndex((told) => told.tells === 'asked' && told.what === what);
		await expect.poll(find).toBeGreaterThanOrEqual(0);
		return this.#told.splice(find(), 1)[0] as Asked;
	}

	answer({ id }: Pick<Asked, 'id'>, value: unknown): void {
		this.act({ does: 'answer', id, value });
	}

	/** Does what saves a file, says where, and reads it there. */
	readonly saved = async (act: () => Promise<void>): Promise<SavedFile> => {
		await act();
		const asked = await this.asked('save');
		const name = basename((asked.options as { readonly defaultPath: string }).defaultPath);
		const folder = join(this.#home, 'saved', String(asked.id));
		mkdirSync(folder, { recursive: true });
		this.answer(asked, join(folder, name));
		await expect.poll(() => existsSync(join(folder, name))).toBe(true);
		return { name, bytes: readFileSync(join(folder, name)) };
	};

	/** Resolves to the code the app ended with. */
	async ended(): Promise<number | null> {
		await expect.poll(() => this.#process.exitCode).not.toBeNull();
		return this.#process.exitCode;
	}
}

const hooks = pathToFileURL(join(root, 'tests/support/electron-stand-in/hooks.mjs')).href;

export const openOnStandIn = async (start: Start, use: (opened: Opened) => Promise<void>): Promise<void> => {
	const { args, home, locale = 'en-US' } = start;
	const host = spawn(process.execPath, ['--import', hooks, join(root, 'out/main/index.js'), ...args, `--lang=${locale}`], {
		env: { ...environment(home), ELECTRON_STAND_IN_TESTED: '1' },
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const desktop = new Desktop(host, home);
	try {
		const browser = await chromium.connectOverCDP(await desktop.endpoint());
		const [context] = browser.contexts();
		if (context === undefined) throw new Error('Chromium has no context');
		await context.addInitScript(reportPolicyViolations);
		context.on('page', (page) => listen(page, start));
		const opening = context.waitForEvent('page');
		desktop.act({ does: 'start' });
		const page = await opening;
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.emulateMedia({ colorScheme: 'light' });
		await use({ page, saved: desktop.saved, desktop });
		expect(await end(host), 'the desktop app ends cleanly when it is told to').toBe(0);
	} finally {
		await end(host);
	}
};

/** The app without anybody who looks on: what it prints, and the code it ends with. */
export const runOnStandIn = async (
	home: string,
	args: readonly string[],
): Promise<{ readonly stdout: string; readonly code: number | null }> => {
	const app = spawn(process.execPath, ['--import', hooks, join(root, 'out/main/index.js'), ...args], {
		env: environment(home),
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	let stdout = '';
	app.stdout.setEncoding('utf8').on('data', (piece: string) => {
		stdout += piece;
	});
	await once(app, 'close');
	return { stdout, code: app.exitCode };
};
