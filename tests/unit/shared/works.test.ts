import { expect, test } from 'vitest';
import type { Run } from '../../../src/shared/run.ts';
import { messagesIn } from '../../../src/shared/messages/messages.ts';
import * as works from '../../../src/shared/works.ts';

const { makeEndWatch, ongoingOf } = works;
const worksOf = (runs: readonly Run[]) => works.worksOf(messagesIn('en').shellWords.outside, runs, []);

const run = (changes: Partial<Run>): Run => ({
	id: 'r1',
	listName: 'list.csv',
	columns: [],
	site: { name: 'Halden', url: 'https://halden.atlassian.net' },
	desk: null,
	mode: 'live',
	snapshot: null,
	state: 'running',
	stop: null,
	startedAt: '2026-11-25T08:00:00.000Z',
	finishedAt: null,
	access: { origin: 'unknown', internal: null, approvedDomains: null, external: null, allowedDomains: null } as unknown as Run['access'],
	calls: {},
	rowCount: 200,
	checkedCount: 50,
	summary: {},
	findings: [],
	...changes,
});

test('what goes on is told with its share; of several, the one begun last', () => {
	const works = worksOf([run({ id: 'new', checkedCount: 20 }), run({ id: 'old' }), run({ id: 'done', state: 'finished' })]);
	expect(ongoingOf(works)).toMatchObject({ id: 'new', share: 0.1 });
	expect(ongoingOf(worksOf([run({ state: 'stopped' })]))).toBeNull();
});

test('an empty run has come nowhere yet', () => {
	expect(ongoingOf(worksOf([run({ rowCount: 0, checkedCount: 0 })]))?.share).toBe(0);
});

test('the end of something long is told once', () => {
	const ended = makeEndWatch(30_000);
	expect(ended(worksOf([run({})]), 0)).toEqual([]);
	expect(ended(worksOf([run({})]), 40_000)).toEqual([]);
	const finished = worksOf([run({ state: 'finished', checkedCount: 200 })]);
	expect(ended(finished, 41_000).map(({ said }) => said?.title)).toEqual(['list.csv: check finished']);
	expect(ended(finished, 42_000)).toEqual([]);
});

test('the end of something short is not told, nor of what ended before anybody looked', () => {
	const ended = makeEndWatch(30_000);
	ended(worksOf([run({})]), 0);
	expect(ended(worksOf([run({ state: 'finished' })]), 20_000)).toEqual([]);
	expect(ended(worksOf([run({ id: 'other', state: 'finished' })]), 90_000)).toEqual([]);
});

test('a run that somebody cancelled is no news; one that broke is', () => {
	const [cancelled] = worksOf([run({ state: 'stopped', stop: { code: 'cancelled', details: {} } })]);
	const [broken] = worksOf([run({ state: 'stopped', stop: { code: 'unreachable', details: {} } })]);
	expect(cancelled?.said).toBeNull();
	expect(broken?.said).toEqual({ title: 'list.csv: run stopped', body: '50 of 200 rows on Halden' });
});
