import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '#core/secret.ts';
import { openLog, silentLog } from '#main/log/log.ts';
import { redact, redactText } from '#main/log/redact.ts';

let dataDir: string;
const file = () => join(dataDir, 'log', 'invite-doctor.log');
const lines = () =>
	readFileSync(file(), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'invite-doctor-log-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the log', () => {
	it('is written before the call returns, for its owner only', () => {
		const log = openLog(dataDir);
		log.info('run-started', { run: 'r1', level: 'mine' });
		log.error('run-stopped', { error: new Error('no answer for ann@example.com') });
		expect(lines()).toMatchObject([
			{ level: 30, event: 'run-started', details: { run: 'r1', level: 'mine' } },
			{ level: 50, event: 'run-stopped', details: { error: { name: 'Error', message: 'no answer for ***@example.com' } } },
		]);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		log.close();
	});

	it('holds no token and no person', () => {
		const log = openLog(dataDir);
		const canary = 'canary-4711';
		log.warn(`asked for ann@example.com`, {
			secret: new Secret(canary),
			nested: [{ apiToken: canary, headers: { Authorization: `Basic ${canary}` } }],
			url: `https://acme.atlassian.net/user?query=ann%40example.com`,
			text: `sent Bearer ${canary}`,
			people: new Map([['ann@example.com', 1]]),
		});
		const text = readFileSync(file(), 'utf8');
		expect(text).not.toContain(canary);
		expect(text).not.toContain('ann');
		log.close();
	});

	it('starts anew at 5 MB and keeps the one before', () => {
		openLog(dataDir).close();
		writeFileSync(file(), 'old');
		truncateSync(file(), 5 * 1024 * 1024);
		const log = openLog(dataDir);
		log.info('new');
		expect(lines()).toHaveLength(1);
		expect(statSync(join(dataDir, 'log', 'invite-doctor.1.log')).size).toBe(5 * 1024 * 1024);
		log.close();
	});

	it('that cannot be written is silent', () => {
		writeFileSync(join(dataDir, 'log'), 'in the way');
		expect(openLog(dataDir)).toBe(silentLog);
		expect(() => silentLog.error('x')).not.toThrow();
	});
});

describe('redaction', () => {
	it.each(['token', 'apiToken', 'Authorization', 'password', 'api_key', 'orgApiKey', 'Set-Cookie', 'clientSecret'])(
		'hides what is called %s',
		(name) => {
			expect(redact({ [name]: 'value' })).toEqual({ [name]: '[secret]' });
		},
	);

	it('leaves what only tells that there is one', () => {
		expect(redact({ hasApiToken: true, tokens: 2, token: null })).toEqual({ hasApiToken: true, tokens: 2, token: null });
	});

	it.each([
		['ATATT3xFfGF0canary-token_value=1234', '[secret]'],
		['Basic YW5uOmNhbmFyeQ==', '[secret]'],
		["o'neil+x@münchen.example", '***@münchen.example'],
		['a@localhost and b@x.org', '***@localhost and ***@x.org'],
		['nothing here', 'nothing here'],
	])('of %s', (text, expected) => {
		expect(redactText(text)).toBe(expected);
	});

	it('ends on things that go round, throw or are very long', () => {
		const round: Record<string, unknown> = { deep: [] };
		round['self'] = round;
		expect(JSON.stringify(redact(round))).toContain('[deeper]');
		const throwing = Object.defineProperty({}, 'x', {
			enumerable: true,
			get: () => {
				throw new Error('no');
			},
		});
		expect(redact(throwing)).toBe('[unreadable]');
		expect(String(redact('x'.repeat(9000))).length).toBeLessThan(2100);
		expect(redact(Array.from({ length: 5000 }))).toHaveLength(101);
		expect(redact(12n)).toBe('12');
	});
});
