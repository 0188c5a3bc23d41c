import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { appScopes } from '#shared/scopes.ts';
import { watchFor, filesUnder } from '../support/canaries.ts';
import { isChange } from '../support/change-record.ts';
import { compileCache } from '../support/command-line.ts';
import { startCompanyProxy } from '../support/company-network.ts';
import { makeTempDir, startDemo } from '../support/demo-app.ts';
import { browse, registerApp } from '../support/sign-in.ts';
import type { Asked, Told } from './secrets-writer.ts';

const program = fileURLToPath(new URL('secrets-writer.ts', import.meta.url));
const user = 'ann';
/** With what each way of writing escapes. */
const password = 'CANARY proxy "pass/wörd+=&';

/** What everybody on the machine may see of a process and of what it started; empty where the system shows none. */
const shownOf = (pid: number | undefined): readonly (readonly [string, Buffer])[] => {
	const read = (file: string): Buffer => {
		try {
			return readFileSync(file);
		} catch {
			return Buffer.alloc(0);
		}
	};
	const children = (one: string): readonly string[] => [
		one,
		...read(`/proc/${one}/task/${one}/children`).toString().split(' ').filter(Boolean).flatMap(children),
	];
	return children(String(pid)).flatMap((one) => [
		['the arguments', read(`/proc/${one}/cmdline`)],
		['the environment', read(`/proc/${one}/environ`)],
	]);
};

it('no secret is in a file, an argument, an environment or an output of a job that was killed and gone on with', {
	timeout: 900_000,
}, async () => {
	let requests = 0;
	let changes = 0;
	let killAt: (() => boolean) | null = null;
	let child: ReturnType<typeof fork> | null = null;
	const kill = (): void => {
		if (killAt?.() !== true || child === null) return;
		killAt = null;
		look();
		child.kill('SIGKILL');
	};
	const demo = await startDemo({
		world: makeWorld({ people: 60 }),
		latencyMs: 5,
		beforeAnswer: (request) => {
			if (request.path.startsWith('/oauth/') || request.path === '/authorize') return;
			requests += 1;
			if (isChange(request)) changes += 1;
			// So that tokens are asked for in the middle of the work as well.
			if (requests % 40 === 0 && changes === 0) demo.signIns.endAccessTokens();
			kill();
		},
	});
	const proxy = await startCompanyProxy({ login: `${user}:${password}` });
	const dir = await makeTempDir();
	const app = await registerApp(demo, appScopes(false));
	const canaries = watchFor(() => ({
		'proxy password': password,
		'client secret': app.clientSecret,
		'organisation key': demo.orgApiKey,
		...Object.fromEntries(demo.signIns.issued().map((token, nth) => [`token ${nth}`, token])),
	}));
	const look = (): void => {
		for (const [where, bytes] of shownOf(child?.pid)) canaries.search(where, bytes);
	};
	const keychain = new Map<string, string>();
	const answerTo = async (asked: Asked): Promise<unknown> => {
		switch (asked.ask) {
			case 'get':
				return keychain.get(asked.account) ?? null;
			case 'set':
				return keychain.set(asked.account, asked.password) && null;
			case 'delete':
				return keychain.delete(asked.account);
			case 'browse':
				return browse(asked.url);
		}
	};
	const told: Told = {
		url: demo.url,
		orgApiKey: demo.orgApiKey,
		app,
		proxy: { url: proxy.url, user, password },
		list: makeInviteList(demo.world),
		access: demo.access,
		deskKey: demo.deskKey,
	};
	/** Resolves to the state of the plan; `null` where the process was killed. */
	const work = async (when: (() => boolean) | null): Promise<string | null> => {
		killAt = when;
		const env = { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir, ...compileCache };
		const own = fork(program, [dir], { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
		child = own;
		let ended: string | null = null;
		for (const stream of [own.stdout, own.stderr]) stream?.on('data', (said: Buffer) => canaries.search('the output', said));
		own.on('message', (message: Asked | { readonly ended: string }) => {
			if ('ended' in message) {
				ended = message.ended;
				return;
			}
			void answerTo(message).then((answer) => own.connected && own.send({ id: message.id, answer }));
		});
		own.send({ told });
		await once(own, 'exit');
		canaries.searchFiles(dir);
		return ended;
	};

	const atRequest = (share: number) => {
		const at = requests + share;
		return () => requests >= at;
	};
	expect(await work(atRequest(25))).toBe(null);
	expect(await work(atRequest(30))).toBe(null);
	expect(await work(() => changes >= 3)).toBe(null);
	expect(await work(null)).toBe('finished');

	expect(canaries.found()).toEqual([]);
	expect(demo.signIns.issued().length).toBeGreaterThan(6);
	expect(proxy.logins.some((login) => login !== undefined)).toBe(true);
	const names = filesUnder(dir).map((file) => file.slice(dir.length + 1));
	expect(names).toEqual(
		expect.arrayContaining(['report.html', 'report.csv', 'report.json', 'audit.csv', join('data', 'invite-doctor.sqlite')]),
	);
	expect(readdirSync(join(dir, 'data', 'snapshots')).length).toBeGreaterThan(0);
});

it('the search finds each of them in every form', () => {
	const secret = 'CANARY "a/b+ä=&';
	const forms = [
		secret,
		encodeURIComponent(secret),
		JSON.stringify({ secret }),
		Buffer.from(secret, 'utf16le'),
		Buffer.from(secret).toString('hex'),
		...['', 'x', 'xy'].flatMap((before) => {
			const bytes = Buffer.from(`${before}${secret}:after`);
			return [bytes.toString('base64'), bytes.toString('base64url'), encodeURIComponent(bytes.toString('base64'))];
		}),
	];
	for (const form of forms) {
		const canaries = watchFor(() => ({ it: secret }));
		canaries.search('here', Buffer.concat([Buffer.from('before '), Buffer.from(form), Buffer.from(' after')]));
		expect(canaries.found(), String(form)).toEqual(['it in here']);
	}
});
