import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../../src/demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '../../src/demo-site/invite-list.ts';
import { causeCodes } from '../../src/shared/causes.ts';
import type { RunReport } from '../../src/shared/run.ts';
import { compileCache, entry } from '../support/command-line.ts';
import { workbookOf, writeWorkbook } from '../support/workbook.ts';

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

let home: string;
let demo: DemoSite;
let running: Set<ChildProcess>;

beforeEach(async () => {
	home = mkdtempSync(join(tmpdir(), 'invite-doctor-cli-'));
	demo = await startDemoSite();
	running = new Set();
});

afterEach(async () => {
	for (const child of running) child.kill('SIGKILL');
	await demo.stop();
	rmSync(home, { recursive: true, force: true });
});

const environment = (more: Readonly<Record<string, string>>): Record<string, string> => ({
	PATH: process.env['PATH'] ?? '',
	HOME: home,
	USERPROFILE: home,
	// No keychain of the developer's may be reached.
	DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
	...compileCache,
	...more,
});

const start = (command: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
	const child = spawn(command, args, { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
	running.add(child);
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		out += chunk;
	});
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		err += chunk;
	});
	const ended = once(child, 'close').then(([code]): Ended => {
		running.delete(child);
		return { code: code as number | null, out, err };
	});
	return { child, ended };
};

const cli = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
	start(process.execPath, [entry, ...args], env).ended;

const tokens = () => ({
	INVITE_DOCTOR_EMAIL: demo.email,
	INVITE_DOCTOR_API_TOKEN: demo.apiToken,
	INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
});

const data = (): readonly string[] => ['--data-dir', join(home, 'data')];

const list = (text: string | Buffer, name = 'list.csv'): string => {
	const path = join(home, name);
	writeFileSync(path, text);
	return path;
};

const diagnoseArguments = (path: string, more: readonly string[] = []): readonly string[] => [
	'diagnose',
	'--list',
	path,
	'--site-url',
	demo.url,
	'--admin-url',
	demo.adminUrl,
	'--allow-loopback',
	'--access',
	demo.access,
	...data(),
	...more,
];

const diagnose = (path: string, more: readonly string[] = [], env = tokens()): Promise<Ended> => cli(diagnoseArguments(path, more), env);

const report = (name: string): RunReport => JSON.parse(readFileSync(join(home, name), 'utf8')) as RunReport;

const addressesWith = (...causes: readonly string[]): readonly string[] =>
	demo.world.persons.filter(({ expected }) => causes.includes(expected.cause)).map(({ email }) => email);

describe('demo', () => {
	it('does the main job from npm, prints rows per cause and ends with 1', async () => {
		const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
		const { code, out } = await start(npm, ['run', '--silent', 'cli', '--', 'demo', '--no-open', ...data()], {}).ended;
		expect(code).toBe(1);
		expect(out).toContain('250 of 250 rows checked');
		const printed = Object.fromEntries([...out.matchAll(/^ *(\d+) {2}([a-z-]+) {2}/gm)].map(([, count, cause]) => [cause, Number(count)]));
		const expected = new Map<string, number>();
		for (const row of makeInviteListRows(demo.world)) expected.set(row.expected.cause, (expected.get(row.expected.cause) ?? 0) + 1);
		expect(printed).toEqual(Object.fromEntries(expected));
	});
});

describe('diagnose, a workbook', () => {
	it('is read like any list: the sheet with addresses, lines as in the sheet, and any sheet by its name', async () => {
		const [first = '', second = ''] = addressesWith('access-revoked');
		const path = list(
			writeWorkbook({
				sheets: [
					{ name: 'Notes', rows: [['to do']] },
					{ name: 'People', rows: [['Customers'], null, ['Name', 'E-mail'], ['Ann', first]] },
					{ name: 'More', rows: [['E-mail'], [second]] },
				],
			}),
			'people.xlsx',
		);
		const json = join(home, 'report.json');
		const { code, err } = await diagnose(path, ['--desk', demo.deskKey, '--json', json]);
		expect(code, err).toBe(1);
		expect(err).toContain('Sheet "People"');
		expect(err).toContain('Header in line 3');
		expect(report('report.json').rows).toMatchObject([{ row: 4, email: first, cause: 'access-revoked' }]);

		await diagnose(path, ['--desk', demo.deskKey, '--json', json, '--overwrite', '--sheet', 'more']);
		expect(report('report.json').rows).toMatchObject([{ row: 2, email: second }]);
		const wrong = await diagnose(path, ['--desk', demo.deskKey, '--sheet', 'Gone']);
		expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Available: Notes, People, More.')]);
	});
});

describe('diagnose, an old text file', () => {
	it('says how the text was read where that is a guess, and takes another word for it', async () => {
		const [email = ''] = addressesWith('access-revoked');
		const path = list(Buffer.from(`Name;E-mail\nM\xfcller;${email}\n`, 'latin1'), 'old.csv');
		const csv = join(home, 'report.csv');
		const guessed = await diagnose(path, ['--desk', demo.deskKey, '--csv', csv]);
		expect(guessed.err).toContain('Read as windows-1252');
		expect(readFileSync(csv, 'utf8')).toContain('Müller');
		await diagnose(path, ['--desk', demo.deskKey, '--csv', csv, '--overwrite', '--encoding', 'windows-1251']);
		expect(readFileSync(csv, 'utf8')).toContain('Mьller');
		expect((await diagnose(path, ['--desk', demo.deskKey, '--encoding', 'morse'])).code).toBe(2);
	});
});

describe('diagnose, the report', () => {
	it('has the promised shape, and a right cause and certainty in every row', async () => {
		const path = list(makeInviteList(demo.world));
		const { code, err } = await diagnose(path, [
			'--desk',
			demo.deskKey,
			'--json',
			join(home, 'report.json'),
			'--csv',
			join(home, 'report.csv'),
		]);
		expect(code, err).toBe(1);
		const { run, summary, rows } = report('report.json');

		expect(run).toMatchObject({ id: expect.any(String), site: demo.url, desk: demo.deskKey, mode: 'live' });
		expect(Date.parse(run.startedAt)).toBeLessThanOrEqual(Date.parse(run.finishedAt ?? ''));
		const calls = Object.values(run.calls).reduce((sum, count) => sum + count, 0);
		expect(calls, 'the calls reported are the calls made').toBe(demo.requests().length);

		const counted = new Map<string, number>();
		for (const { cause } of rows) counted.set(cause, (counted.get(cause) ?? 0) + 1);
		expect(summary).toEqual(Object.fromEntries(counted));

		const expected = makeInviteListRows(demo.world).map(({ row, email, expected: right }) => ({ row, email, ...right }));
		expect(rows.map(({ row, email, cause, certainty }) => ({ row, email, cause, certainty }))).toEqual(expected);
		for (const row of rows) {
			expect(causeCodes).toContain(row.cause);
			expect(row.remedy === null || typeof row.remedy === 'string').toBe(true);
			expect(row.evidence.length, `evidence of line ${row.row}`).toBeGreaterThan(0);
			for (const { asked, source, at, answer } of row.evidence) {
				expect([asked, source].every((text) => typeof text === 'string' && text !== '')).toBe(true);
				expect(new Date(at).toISOString()).toBe(at);
				expect(answer).not.toBe(undefined);
			}
		}
		const csv = readFileSync(join(home, 'report.csv'), 'utf8');
		expect(csv.split(/\r?\n/).filter((line) => line !== '').length).toBe(251);
	});

	it('keeps every token out of what is printed and written', async () => {
		const { out, err } = await diagnose(list(makeInviteList(demo.world)), ['--desk', demo.deskKey, '--json', join(home, 'report.json')]);
		const written = readdirSync(home, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
		const everything = [out, err, ...written].join('\n');
		for (const secret of [demo.apiToken, demo.orgApiKey]) {
			expect(everything.includes(secret)).toBe(false);
			expect(everything.includes(Buffer.from(`${demo.email}:${secret}`).toString('base64'))).toBe(false);
		}
	});
});

describe('diagnose, the exit code', () => {
	it('is 0 where every row is added or can be', async () => {
		const addresses = addressesWith('already-customer', 'ready-existing', 'ready-new').slice(0, 20);
		const { code, err } = await diagnose(list(`E-mail\n${addresses.join('\n')}\n`), ['--desk', demo.deskKey]);
		expect(code, err).toBe(0);
	});

	it('is 1 where one row is blocked', async () => {
		const addresses = [...addressesWith('ready-new').slice(0, 3), ...addressesWith('access-revoked').slice(0, 1)];
		const { code, err } = await diagnose(list(`E-mail\n${addresses.join('\n')}\n`), ['--desk', demo.deskKey]);
		expect(code, err).toBe(1);
	});

	const addresses = 'E-mail\nann@example.com\n';

	it('is 2 and a sentence where the desk does not exist', async () => {
		const { code, err } = await diagnose(list(addresses), ['--desk', 'NOPE']);
		expect(err).toContain('The site has no service project “NOPE”');
		expect(code).toBe(2);
	});

	it('is 2 and a sentence where the token is rejected', async () => {
		const { code, err } = await diagnose(list(addresses), ['--desk', demo.deskKey], { ...tokens(), INVITE_DOCTOR_API_TOKEN: 'wrong' });
		expect(err).toContain('The site does not accept this email and API token.');
		expect(code).toBe(2);
	});

	it('is 2 and a sentence where the organisation key is rejected', async () => {
		const { code, err } = await diagnose(list(addresses), ['--desk', demo.deskKey], { ...tokens(), INVITE_DOCTOR_ORG_API_KEY: 'wrong' });
		expect(err).toContain('Atlassian does not accept the organisation API key.');
		expect(code).toBe(2);
	});

	it.each([
		['an unknown option', ['diagnose', '--list', 'x.csv', '--nonsense'], /unknown option/],
		['no list', ['diagnose', '--site-url', 'https://acme.atlassian.net'], /--list/],
		['an unknown command', ['diagnoze'], /unknown command/],
		['no site', ['diagnose', '--list', 'README.md'], /./],
	])('is 2 for %s', async (_what, args, sentence) => {
		const { code, err } = await cli([...args, ...data()], tokens());
		expect(err).toMatch(sentence);
		expect(code).toBe(2);
	});

	it.each([
		['a list that is not there', 'missing.csv', null, 'missing.csv” not found'],
		['an empty list', 'empty.csv', '', 'This file is empty.'],
		['a header alone', 'header.csv', 'E-mail\n', 'This file has a header line but no rows.'],
		['a list without addresses', 'names.csv', 'Name\nAnn\nBen\n', 'No column in this file contains email addresses.'],
		['a workbook that was cut off', 'cut.xlsx', workbookOf(['E-mail'], ['ann@x.com']).subarray(0, -1), 'damaged or incomplete'],
		['a workbook of the old kind', 'old.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'save it there as .xlsx'],
	])('is 2 for %s, and the site is not asked', async (_what, name, text, sentence) => {
		const path = text === null ? join(home, name) : list(text, name);
		const { code, err } = await diagnose(path, ['--desk', demo.deskKey]);
		expect(err).toContain(sentence);
		expect(code).toBe(2);
		expect(demo.requests()).toEqual([]);
		const runs = await cli(['runs', ...data()]);
		expect(runs.out).toContain('No runs yet.');
	});

	it('is 2 for a setting of --access that is not understood', async () => {
		const { code, err } = await diagnose(list(addresses), ['--desk', demo.deskKey, '--access', 'internal=perhaps']);
		expect(err).toContain('“internal=perhaps” is not a valid customer access setting.');
		expect(code).toBe(2);
	});

	it('is 2 for a site on this machine without --allow-loopback', async () => {
		const args = ['diagnose', '--list', list(addresses), '--site-url', demo.url, '--desk', demo.deskKey, ...data()];
		const { code, err } = await cli(args, tokens());
		expect(err).toContain('--allow-loopback');
		expect(code).toBe(2);
		expect(demo.requests()).toEqual([]);
	});

	it('is 2 for a host that only looks like a site', async () => {
		for (const host of ['https://atlassian.net.evil.example', 'http://acme.atlassian.net', 'https://a.b.atlassian.net']) {
			const { code, err } = await cli(['diagnose', '--list', list(addresses), '--site-url', host, ...data()], tokens());
			expect(err).toContain('is not the address of an Atlassian Cloud site.');
			expect(code).toBe(2);
		}
	});
});

/** A door in front of the demo site that can be shut, as a network goes away. */
const openDoor = async (): Promise<{
	readonly url: string;
	readonly passed: () => number;
	readonly shutAfter: (requests: number) => void;
	readonly reopen: () => void;
	readonly close: () => void;
}> => {
	let passed = 0;
	let most = Number.POSITIVE_INFINITY;
	const server: Server = createServer((request, response) => {
		passed += 1;
		if (passed > most) {
			request.socket.destroy();
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', async () => {
			const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
			const body = Buffer.concat(chunks);
			const answer = await fetch(`${demo.url}${request.url ?? ''}`, {
				method: request.method ?? 'GET',
				headers: headers as Record<string, string>,
				...(body.length > 0 ? { body } : {}),
			});
			const {
				'content-encoding': _encoding,
				'transfer-encoding': _transfer,
				'content-length': _size,
				...answered
			} = Object.fromEntries(answer.headers);
			response.writeHead(answer.status, answered);
			response.end(Buffer.from(await answer.arrayBuffer()));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		passed: () => passed,
		shutAfter: (requests) => {
			most = requests;
		},
		reopen: () => {
			most = Number.POSITIVE_INFINITY;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
};

describe('a site that goes away in the middle', () => {
	it('ends with 3, keeps what was checked, and resume finishes it with the right causes', async () => {
		const door = await openDoor();
		try {
			door.shutAfter(16);
			const path = list(makeInviteList(demo.world));
			const throughDoor = (args: readonly string[]) => args.map((arg) => (arg === demo.url ? door.url : arg));
			const broken = await cli(throughDoor(diagnoseArguments(path, ['--desk', demo.deskKey])), tokens());
			expect(broken.code, `${broken.out}${broken.err}`).toBe(3);
			expect(broken.err).toContain('The site cannot be reached. Verdicts so far are saved.');
			const [, checked] = /^(\d+) of 250 rows checked/m.exec(broken.out) ?? [];
			expect(Number(checked), 'rows checked before it broke').toBeGreaterThan(0);
			expect(Number(checked)).toBeLessThan(250);
			const [, runId] = /invite-doctor resume (\S+)/.exec(broken.err) ?? [];
			expect(runId).toBeDefined();

			door.reopen();
			const site = ['--site-url', door.url, '--admin-url', door.url, '--allow-loopback', ...data()];
			const resumed = await cli(['resume', runId ?? '', ...site, '--json', join(home, 'resumed.json')], tokens());
			expect(resumed.code, `${resumed.out}${resumed.err}`).toBe(1);
			const expected = makeInviteListRows(demo.world).map(({ row, expected: { cause } }) => ({ row, cause }));
			expect(report('resumed.json').rows.map(({ row, cause }) => ({ row, cause }))).toEqual(expected);

			const again = await cli(['resume', runId ?? '', ...site], tokens());
			expect(again.code).toBe(2);
			expect(again.err).toContain('is already finished');

			const invalid = makeInviteListRows(demo.world).find((row) => row.expected.cause === 'invalid-address')?.row ?? 0;
			const correct = (line: string) => cli(['run', 'correct', runId ?? '', line, 'New.Person@halden-labs.example', ...site], tokens());
			const corrected = await correct(String(invalid));
			expect(corrected.out, corrected.err).toMatch(
				new RegExp(`^Line ${invalid}: new\\.person@halden-labs\\.example: .+ \\((proven|likely)\\)$`, 'm'),
			);
			const missing = await correct('9999');
			expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('The run has no line 9999.')]);
		} finally {
			door.close();
		}
	});
});
