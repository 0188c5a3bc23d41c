import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '#main/hosts/cli/exit-codes.ts';
import { type CauseCode, causeCatalogue, causeCodes } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Run } from '#shared/run.ts';

const run = (overrides: Partial<Run>): Run => ({
	id: 'r',
	listName: 'list.csv',
	columns: ['Email'],
	site: { name: 'acme', url: 'https://acme.atlassian.net' },
	desk: null,
	mode: 'live',
	snapshot: null,
	state: 'finished',
	stop: null,
	startedAt: '2026-11-23T10:00:00.000Z',
	finishedAt: '2026-11-23T10:01:00.000Z',
	access: unknownCustomerAccess,
	calls: {},
	rowCount: 1,
	checkedCount: 1,
	summary: {},
	findings: [],
	...overrides,
});

describe('exitCodeOf', () => {
	it.each(causeCodes)('says of a run with a row of %s what the catalogue says', (cause: CauseCode) => {
		const { standing } = causeCatalogue[cause];
		expect(exitCodeOf(run({ summary: { 'ready-new': 3, [cause]: 1 } }))).toBe(standing === 'blocked' || standing === 'open' ? 1 : 0);
	});

	it('is 1 where the desk itself keeps everybody out', () => {
		const finding = { cause: 'desk-permission-missing', certainty: 'proven', remedy: 'fix-desk-permission', evidence: [] } as const;
		expect(exitCodeOf(run({ summary: { 'ready-new': 1 }, findings: [finding] }))).toBe(1);
	});

	it('is 2 where a wrong configuration kept the run from starting, and 3 where it broke off later', () => {
		const stop = { code: 'token-rejected', details: {} } as const;
		expect(exitCodeOf(run({ state: 'stopped', stop, checkedCount: 0 }))).toBe(2);
		expect(exitCodeOf(run({ state: 'stopped', stop, checkedCount: 5, rowCount: 9 }))).toBe(3);
		expect(exitCodeOf(run({ state: 'stopped', stop: { code: 'unreachable', details: {} }, checkedCount: 0 }))).toBe(3);
	});
});
