import { describe, expect, it } from 'vitest';
import { portalRecordOf, siteAccountOf, sweepAccounts } from '#core/evidence/account-sweep.ts';
import type { JiraUser } from '#core/evidence/site-questions.ts';
import { jiraUser, someTime } from '../../../support/evidence.ts';
import { failure, type Interference, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';

const now = () => someTime;
const sweep = (site: Partial<ScriptedSite>, interference: Interference = {}) => {
	const questions = scriptQuestions(site, interference);
	return { questions, swept: sweepAccounts(questions, now) };
};

const portal = (email: string | null, overrides: Partial<JiraUser> = {}): JiraUser =>
	jiraUser({ accountId: `qm:directory:${email}`, accountType: 'customer', email, ...overrides });

const crowd = (count: number): JiraUser[] =>
	Array.from({ length: count }, (_, n) => jiraUser({ accountId: `5b-${n}`, email: `p${n}@a.example` }));

describe('the sweep of the site', () => {
	it('asks by the thousand and steps by what came, to an empty page', async () => {
		const { questions, swept } = sweep({ accounts: crowd(2500) });
		expect((await swept).counted).toEqual({ accounts: 2500, portalOnly: 0, withoutAddress: 0 });
		expect(questions.log.map(({ args }) => args)).toEqual([0, 1000, 2000, 2500].map((startAt) => [startAt, 1000]));
	});

	it('skips nobody where a page is shorter than asked for', async () => {
		const accounts = crowd(90);
		const questions = scriptQuestions({ accounts });
		const short = { ...questions, users: (startAt: number, size: number) => questions.users(startAt, Math.min(size, 40)) };
		const swept = await sweepAccounts(short, now);
		expect(swept.counted?.accounts).toBe(90);
		for (const { email } of accounts) expect(siteAccountOf(swept, email ?? '')).toMatchObject({ known: true, value: { email } });
	});

	it('asks for a smaller page where the site takes too long for one, and stays with it', async () => {
		const { questions, swept } = sweep(
			{ accounts: crowd(300) },
			{ users: (_startAt, size) => (size > 200 ? failure('call-refused', { status: 409 }) : null) },
		);
		expect((await swept).counted?.accounts).toBe(300);
		expect(questions.log.map(({ args }) => args)).toEqual([
			[0, 1000],
			[0, 500],
			[0, 200],
			[200, 200],
			[300, 200],
		]);
	});

	it('gives up, without a no for anybody, where even the smallest page takes too long', async () => {
		const { questions, swept } = sweep({ accounts: crowd(300) }, { users: () => failure('call-refused', { status: 409 }) });
		expect(portalRecordOf(await swept, 'p1@a.example')).toMatchObject({ known: false, why: 'not-asked' });
		expect(questions.count('users')).toBe(4);
	});

	it('takes an empty site for no answer: not even the caller is on it', async () => {
		const { swept } = sweep({ accounts: [] });
		expect((await swept).counted).toBeNull();
		expect(portalRecordOf(await swept, 'ann@a.example')).toMatchObject({ known: false, why: 'not-asked' });
		expect(siteAccountOf(await swept, 'ann@a.example')).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('keeps who was found before it broke off, and answers no "nobody" for the others', async () => {
		const { swept } = sweep({ accounts: crowd(1500) }, { users: (startAt) => (startAt > 0 ? failure('unexpected-answer') : null) });
		expect(siteAccountOf(await swept, 'p1@a.example')).toMatchObject({ known: true, value: { accountId: '5b-1' } });
		expect(siteAccountOf(await swept, 'p1200@a.example')).toMatchObject({ known: false, why: 'not-asked' });
	});

	it.each(['token-rejected', 'caller-lacks-rights', 'unreachable', 'rate-limited'] as const)('stops the run on %s', async (code) => {
		await expect(sweep({}, { users: () => failure(code) }).swept).rejects.toMatchObject({ failure: { code } });
	});

	it('knows a portal-only customer by the id, whatever the record says of its type', async () => {
		const { swept } = sweep({
			accounts: [portal('ann@a.example', { accountType: 'unknown' }), portal('bob@a.example', { active: false })],
		});
		expect(portalRecordOf(await swept, 'ann@a.example')).toMatchObject({ known: true, value: { active: true } });
		expect(portalRecordOf(await swept, 'bob@a.example')).toMatchObject({ known: true, value: { active: false } });
		expect(siteAccountOf(await swept, 'ann@a.example')).toMatchObject({ known: true, value: null });
		expect((await swept).counted?.portalOnly).toBe(2);
	});

	it('keeps the active one of two portal-only records of one address, in either order', async () => {
		const records = [portal('ann@a.example', { accountId: 'qm:d:1', active: false }), portal('ann@a.example', { accountId: 'qm:d:2' })];
		for (const accounts of [records, records.toReversed()]) {
			expect(portalRecordOf(await sweep({ accounts }).swept, 'ann@a.example')).toMatchObject({
				value: { accountId: 'qm:d:2', active: true },
			});
		}
	});

	it('counts hidden addresses, and takes no app for a person', async () => {
		const { swept } = sweep({
			accounts: [jiraUser({ email: null }), jiraUser({ accountId: 'app', accountType: 'app', email: 'bot@a.example' })],
		});
		expect((await swept).counted).toEqual({ accounts: 2, portalOnly: 0, withoutAddress: 1 });
		expect(siteAccountOf(await swept, 'bot@a.example')).toMatchObject({ known: true, value: null });
	});

	it.each([
		[
			'a portal-only account is listed without an address',
			{ accounts: [jiraUser({ accountId: 'qm:d:1', accountType: 'customer', email: null })] },
		],
		['a record is too garbled to have one', { accounts: crowd(2), garbledAccounts: [{ key: null, problem: 'expected object' }] }],
	])('has no "nobody" to say where %s', async (_what, page) => {
		const swept = await sweep(page).swept;
		expect(portalRecordOf(swept, 'zoe@a.example')).toMatchObject({ known: false, why: 'hidden' });
		expect(siteAccountOf(swept, 'zoe@a.example')).toMatchObject({ known: true, value: null });
	});

	it('says in a "nobody" how many it looked through', async () => {
		const { swept } = sweep({ accounts: crowd(3) });
		expect(portalRecordOf(await swept, 'zoe@a.example').proof.answer).toEqual({
			found: null,
			accounts: 3,
			portalOnly: 0,
			withoutAddress: 0,
		});
	});

	it('has no answer about the person whose record was garbled, and goes on behind it', async () => {
		const { swept } = sweep({ accounts: crowd(2), garbledAccounts: [{ key: 'ann@a.example', problem: 'active: expected boolean' }] });
		expect(portalRecordOf(await swept, 'ann@a.example')).toMatchObject({
			known: false,
			why: 'unexpected',
			proof: { answer: { problem: 'active: expected boolean' } },
		});
		expect(portalRecordOf(await swept, 'zoe@a.example')).toMatchObject({ known: true, value: null });
	});
});
