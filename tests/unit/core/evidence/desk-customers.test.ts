import { describe, expect, it } from 'vitest';
import { readDeskCustomers } from '#core/evidence/desk-customers.ts';
import type { DeskCustomer } from '#core/evidence/site-questions.ts';
import { someTime } from '../../../support/evidence.ts';
import { failure, type Interference, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';

const now = () => someTime;
const customer = (n: number, overrides: Partial<DeskCustomer> = {}): DeskCustomer => ({
	accountId: `5b-${n}`,
	email: `p${n}@a.example`,
	active: true,
	displayName: null,
	...overrides,
});
const crowd = (count: number): DeskCustomer[] => Array.from({ length: count }, (_, n) => customer(n));

const read = async (addressCount: number, site: Partial<ScriptedSite>, interference: Interference = {}) => {
	const questions = scriptQuestions(site, interference);
	return { questions, customers: await readDeskCustomers(questions, '1', addressCount, now) };
};

describe('reading the customers of a desk', () => {
	it('lists all where that takes fewer calls: a call for fifty customers, and no probe where the list is short', async () => {
		const { questions, customers } = await read(100, { customers: crowd(120) });
		for (let n = 0; n < 100; n++) expect((await customers.membership(`p${n}@a.example`, [])).known).toBe(true);
		expect(questions.count('deskCustomers')).toBe(3);
	});

	it('asks for each address alone where the desk has more than fifty customers for each: one probe and a call for each', async () => {
		const { questions, customers } = await read(2, { customers: crowd(120) });
		expect(questions.count('deskCustomers')).toBe(1);
		expect(await customers.membership('p119@a.example', [])).toMatchObject({ known: true, value: { listed: { accountId: '5b-119' } } });
		expect(await customers.membership('zoe@a.example', [])).toMatchObject({ known: true, value: { listed: null, keepsList: true } });
		expect(questions.count('deskCustomers')).toBe(3);
	});

	it.each([
		['ends before the probe', 200, 4],
		['goes on', 201, 1 + 5],
		['is as long as is worth reading', 5000, 1 + 100],
		['is too long', 5001, 4 + 1 + 100],
	])('probes for 100 addresses after four pages: where the list %s, %i customers take %i calls', async (_how, count, calls) => {
		const { questions, customers } = await read(100, { customers: crowd(count) });
		for (let n = 0; n < 100; n++) expect((await customers.membership(`p${n}@a.example`, [])).known).toBe(true);
		expect(questions.count('deskCustomers')).toBe(calls);
	});

	it('asks for each address alone where a list that is too long broke off before the probe', async () => {
		const { customers } = await read(
			100,
			{ customers: crowd(5001) },
			{ deskCustomers: (_desk, { start, query }) => (query === undefined && start === 50 ? failure('unexpected-answer') : null) },
		);
		expect(await customers.membership('p4000@a.example', [])).toMatchObject({ known: true, value: { listed: { accountId: '5b-4000' } } });
	});

	it.each([
		[100, 'lists', 1 + 2],
		[101, 'does not list', 1],
	])('probes the break-even point: for 2 addresses and %i customers it %s', async (customerCount, _does, calls) => {
		const { questions } = await read(2, { customers: crowd(customerCount) });
		expect(questions.log[0]?.args).toEqual(['1', expect.objectContaining({ start: 100 })]);
		expect(questions.count('deskCustomers')).toBe(calls);
	});

	it('shows inactive customers as listed and inactive', async () => {
		const { customers } = await read(5, { customers: [customer(1, { active: false })] });
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ value: { listed: { accountId: '5b-1', active: false } } });
	});

	it('joins by account id where the address is hidden', async () => {
		const { customers } = await read(5, { customers: [customer(1, { email: null })] });
		expect(await customers.membership('p1@a.example', ['5b-1'])).toMatchObject({ value: { listed: { accountId: '5b-1' } } });
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ value: { listed: null } });
	});

	it('finds the hidden one among single answers too, and takes no partial match for the person', async () => {
		const hidden = customer(1, { email: 'ann@a.example' });
		const { customers } = await read(1, {
			customers: [...crowd(60), customer(70, { accountId: '5b-x', email: 'joann@a.example' }), hidden],
		});
		expect(await customers.membership('ann@a.example', [])).toMatchObject({ value: { listed: { accountId: '5b-1' } } });
		const { customers: without } = await read(1, {
			customers: [...crowd(60), customer(70, { accountId: '5b-x', email: 'joann@a.example' })],
		});
		expect(await without.membership('ann@a.example', [])).toMatchObject({ value: { listed: null } });
	});

	it('prefers the active one of two records of a person', async () => {
		const records = [customer(1, { accountId: 'qm:d:1', active: false }), customer(1)];
		for (const customers of [records, records.toReversed()]) {
			const found = await (await read(5, { customers })).customers.membership('p1@a.example', []);
			expect(found).toMatchObject({ value: { listed: { accountId: '5b-1', active: true } } });
		}
	});

	it('proves nobody absent by an empty list, unless open desks of this site keep theirs', async () => {
		const { customers } = await read(5, {});
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ known: true, value: { listed: null, keepsList: false } });
		const site = scriptQuestions({});
		const known = await readDeskCustomers(site, '1', 5, () => someTime, { openDeskKeepsList: true });
		expect(await known.membership('p1@a.example', [])).toMatchObject({ known: true, value: { listed: null, keepsList: true } });
	});

	it.each([
		['the whole list', 5],
		['single answers', 1],
	])('has no answer about a garbled record in %s', async (_how, addressCount) => {
		const site = { customers: crowd(60), garbledCustomers: [{ key: 'ann@a.example', problem: 'active: expected boolean' }] };
		const garbledQueries = scriptQuestions(site);
		const questions = {
			...garbledQueries,
			deskCustomers: async (deskId: string, page: { readonly query?: string; readonly start: number; readonly limit: number }) => {
				const outcome = await garbledQueries.deskCustomers(deskId, page);
				if (!outcome.ok || page.query !== 'ann@a.example') return outcome;
				return { ...outcome, value: { ...outcome.value, value: { items: [], unreadable: site.garbledCustomers, next: null } } };
			},
		};
		const customers = await readDeskCustomers(questions, '1', addressCount, now);
		expect(await customers.membership('ann@a.example', [])).toMatchObject({
			known: false,
			why: 'unexpected',
			proof: { answer: { problem: 'active: expected boolean' } },
		});
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ known: true, value: { listed: { accountId: '5b-1' } } });
	});

	it('keeps whom it read before the list broke off, and answers no "not listed" for the others', async () => {
		const { customers } = await read(
			5,
			{ customers: crowd(120) },
			{ deskCustomers: (_desk, { start }) => (start === 50 ? failure('unexpected-answer') : null) },
		);
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ known: true, value: { listed: { active: true } } });
		expect(await customers.membership('p80@a.example', [])).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('has no answer about the one person whose single question was refused', async () => {
		const { customers } = await read(
			1,
			{ customers: crowd(60) },
			{ deskCustomers: (_desk, { query }) => (query === undefined ? null : failure('call-refused', { status: 400 })) },
		);
		expect(await customers.membership('p1@a.example', [])).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('stops the run where the caller may not see the customers', async () => {
		await expect(read(5, {}, { deskCustomers: () => failure('caller-lacks-rights') })).rejects.toMatchObject({
			failure: { code: 'caller-lacks-rights' },
		});
	});

	it('notices portal-only customers, whether it listed or only probed', async () => {
		const portal = crowd(120).map((one) => ({ ...one, accountId: `qm:d:${one.accountId}` }));
		expect((await read(100, { customers: portal })).customers.sawPortalOnly).toBe(true);
		expect((await read(1, { customers: portal })).customers.sawPortalOnly).toBe(true);
		expect((await read(100, { customers: crowd(120) })).customers.sawPortalOnly).toBe(false);
	});
});
