import { expect, test } from 'vitest';
import { messagesIn } from '#shared/messages/messages.ts';
import { inProbeOrder, type ProbeAnswer, type ProbeId, type ProbeReason, probeCatalogue } from '#shared/probes.ts';
import { probeNotes, probeTexts } from '../../../src/renderer/messages.ts';

const { probeReasons } = messagesIn('en');

const answer = (probe: ProbeId, reason: ProbeReason, details: ProbeAnswer['details'] = {}): ProbeAnswer => ({
	probe,
	answer: reason === 'seen' ? 'yes' : 'open',
	reason,
	details,
	at: '2026-11-23T12:00:00.000Z',
});
const ids = Object.keys(probeCatalogue) as ProbeId[];

test.each(ids)('%s is a question, says where its answer comes from, and survives an answer without details', (id) => {
	expect(probeTexts[id].question).toMatch(/\?$/);
	expect(probeTexts[id].source.length).toBeGreaterThan(3);
	expect(probeNotes(answer(id, 'seen')).join()).not.toMatch(/undefined|NaN|null/);
});

test.each(Object.keys(probeReasons) as (keyof typeof probeReasons)[])('why there is no answer is a sentence: %s', (reason) => {
	expect(probeNotes(answer('filters-combine', reason))).toEqual([expect.stringMatching(/^[A-Z\d].*\.$/)]);
});

test('an answer that was seen is told with its numbers', () => {
	const sweep = { accounts: 1200, portalOnly: 300, withAddress: 299, inDesks: 40, missing: 0 };
	expect(probeNotes(answer('sweep-shows-portal-only', 'seen', sweep))).toEqual([
		'300 of 1,200 accounts are portal-only, 299 of them with their address.',
	]);
	expect(probeNotes(answer('approved-domains-readable', 'seen', { approved: ['a.com', 'b.com'] }))).toEqual([
		'Approved for service management: a.com, b.com.',
	]);
	expect(probeNotes(answer('approved-domains-readable', 'seen', { approved: [] }))).toEqual([
		'No domain is approved for service management.',
	]);
});

test('what the site answered to fixes is told line by line, also of a cause of a later version', () => {
	const answers = [
		{ cause: 'ready-new', status: 201, errorCode: null, times: 6 },
		{ cause: 'of-a-later-version', status: 400, errorCode: null, times: 1 },
	];
	expect(probeNotes(answer('creation-answers', 'seen', { answers }))).toEqual([
		'Ready, new account: answer 201, 6 times',
		'No cause: answer 400, 1 time',
	]);
});

test('answers stand in the order of the catalogue, however they were kept', () => {
	const kept = ids.toReversed().map((id) => answer(id, 'not-answered'));
	expect(inProbeOrder(kept).map(({ probe }) => probe)).toEqual(ids);
});
