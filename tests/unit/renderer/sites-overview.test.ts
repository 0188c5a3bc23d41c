import { expect, test } from 'vitest';
import { countStandings } from '#shared/standings.ts';
import { barShares, mostFirst } from '../../../src/renderer/features/sites/cause-shares.ts';
import { byClient, clientsOf } from '../../../src/renderer/features/sites/clients.tsx';
import { tokenNote } from '../../../src/renderer/features/sites/token-note.ts';
import { tokenTexts } from '../../../src/renderer/messages.ts';

const now = Date.parse('2026-11-23T18:00:00.000Z');
const summary = {
	'already-customer': 5,
	'ready-new': 40,
	'access-revoked': 2,
	'domain-not-approved': 9,
	'not-invited': 12,
	'not-checked': 1,
};

test('the bar goes from done to undone, like beside like, and leaves out what nobody has', () => {
	expect(barShares({ ...summary, undetermined: 0 }).map(({ cause, tone }) => `${tone} ${cause}`)).toEqual([
		'added already-customer',
		'addable ready-new',
		'settings domain-not-approved',
		'blocked not-invited',
		'blocked access-revoked',
		'waiting not-checked',
	]);
});

test('the numbers begin with what most rows have, and blocked ones are counted over all causes', () => {
	expect(mostFirst(summary).map(({ count }) => count)).toEqual([40, 12, 9, 5, 2, 1]);
	expect(countStandings({ summary, findings: [] }).blocked).toBe(23);
	expect([countStandings({ summary: {}, findings: [] }).blocked, mostFirst({})]).toEqual([0, []]);
});

test('sites keep their order under their client, and a client is suggested once', () => {
	const sites = [
		{ client: 'Acme', name: 'a' },
		{ client: 'Acme', name: 'b' },
		{ client: null, name: 'c' },
	];
	expect(byClient(sites).map(({ client, sites: some }) => [client, some.map(({ name }) => name)])).toEqual([
		['Acme', ['a', 'b']],
		[null, ['c']],
	]);
	expect(clientsOf(sites)).toEqual(['Acme']);
});

test.each([
	['present', null, 'fine', 'stored'],
	['present', '2027-03-01', 'fine', 'until Mar 1, 2027'],
	['present', '2026-12-07', 'warning', 'expires in 14 days'],
	['present', '2026-12-08', 'fine', 'until Dec 8, 2026'],
	['present', '2026-11-24', 'warning', 'expires in 1 day'],
	['present', '2026-11-23', 'warning', 'expires today'],
	['expired', '2026-11-22', 'danger', 'expired on Nov 22, 2026'],
	['rejected', null, 'danger', 'rejected in the last run'],
	['missing', null, 'warning', 'missing'],
] as const)('a token that is %s, with %s as its last day, is %s: %s', (state, expiresOn, tone, text) => {
	const note = tokenNote({ state, expiresOn }, now, 'warning');
	expect([note.tone, tokenTexts[note.says](note)]).toEqual([tone, text]);
});
