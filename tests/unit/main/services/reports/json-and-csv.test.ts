import { describe, expect, it } from 'vitest';
import { csvReport } from '#main/services/reports/csv-report.ts';
import { jsonReport } from '#main/services/reports/json-report.ts';
import type { Survey } from '#main/services/reports/survey.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Run, RunReport, RunRowDetail } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';

const run: Run = {
	id: 'r1',
	listName: '<b>list</b>.csv',
	columns: ['Email', 'Note'],
	site: { name: 'acme', url: 'https://acme.atlassian.net' },
	desk: { id: '1', key: 'HELP', name: 'Help & more' },
	mode: 'live',
	snapshot: null,
	state: 'finished',
	stop: null,
	startedAt: '2026-11-23T10:00:00.000Z',
	finishedAt: '2026-11-23T10:01:00.000Z',
	access: unknownCustomerAccess,
	calls: { 'GET /rest/api/3/users/search': 2 },
	rowCount: 1,
	checkedCount: 1,
	summary: { 'access-revoked': 1 },
	findings: [],
};

const evidence = [{ asked: 'directory entry', source: 'POST /search', answer: { status: '<script>' }, at: '2026-11-23T10:00:30.000Z' }];

const row: RunRowDetail = {
	id: 0,
	row: 2,
	email: 'ann@example.com',
	name: '<script>alert(1)</script>',
	organisation: null,
	cause: 'access-revoked',
	certainty: 'proven',
	remedy: 'restore-access',
	suggestion: null,
	cells: ['Ann@Example.com', '=cmd|calc'],
	verdict: { cause: 'access-revoked', certainty: 'proven', remedy: 'restore-access', evidence },
	cleaned: ['upper-case'],
};

const unlock: readonly Unlock[] = [
	{ decision: 'approve-domain', domain: '<i>.example', rows: 3, with: { decision: 'tick-internal' } },
	{ decision: 'restore-access', rows: 1 },
];

const standings = { added: 0, addable: 0, blocked: 1, open: 0, repeated: 0 };
const survey: Survey = {
	standings,
	addable: { proven: 0, likely: 0 },
	certainties: { proven: 1, likely: 0, unknown: 0 },
	causes: [],
	domains: [],
	organisations: [],
	hasNames: true,
	unseen: [],
};
const counted = { reading: null, unlocks: unlock, survey };
const none: ReadonlyMap<number, string> = new Map();

const textOf = (parts: Iterable<string>): string => [...parts].join('');

describe('reports of a run', () => {
	it('as JSON have the promised shape, with and without rows', () => {
		const report = JSON.parse(textOf(jsonReport(run, [row], { ...counted, reasons: none }))) as RunReport;
		expect(report.run).toEqual({
			id: 'r1',
			site: 'https://acme.atlassian.net',
			desk: 'HELP',
			mode: 'live',
			startedAt: run.startedAt,
			finishedAt: run.finishedAt,
			calls: run.calls,
		});
		expect(report.summary).toEqual({ 'access-revoked': 1 });
		expect(report.standings).toEqual({ ...standings, addable: { proven: 0, likely: 0 } });
		expect(report.unlock).toEqual(unlock);
		expect(report.rows).toEqual([
			{ row: 2, email: 'ann@example.com', cause: 'access-revoked', certainty: 'proven', remedy: 'restore-access', evidence },
		]);
		expect((JSON.parse(textOf(jsonReport(run, [], { ...counted, reasons: none }))) as RunReport).rows).toEqual([]);
	});

	it('as CSV keep the original cells, and none of them runs as a formula', () => {
		const lines = textOf(csvReport(run, [row], { hasChanges: false, reasons: none })).split('\r\n');
		expect(lines[0]).toMatch(/^\uFEFF.*Email.*Note.*Cause/);
		expect(lines[1]).toContain('Ann@Example.com');
		expect(lines[1]).not.toMatch(/(?:^|,)"?=cmd/);
	});

	it('say which address was corrected, beside the original cells', () => {
		const corrected: RunRowDetail = { ...row, cells: ['ann@@example.com', ''], cleaned: ['corrected'] };
		expect(textOf(csvReport(run, [corrected], { hasChanges: false, reasons: none })).split('\r\n')[1]).toMatch(
			/^2,ann@@example\.com,,ann@example\.com,/,
		);
	});

	it('tell beside the diagnosis what was seen after a plan, where one changed something', () => {
		const after = {
			cause: 'already-customer',
			certainty: 'proven',
			remedy: null,
			planId: 'plan-1',
			at: '2026-11-23T11:00:00.000Z',
		} as const;
		const [titles, first, second] = textOf(csvReport(run, [{ ...row, after }, row], { hasChanges: true, reasons: none })).split('\r\n');
		expect(titles).toMatch(/,Suggestion,Cause after plan,Certainty after plan,Seen after plan$/);
		expect(first).toMatch(/,access-revoked,proven,restore-access,,already-customer,proven,2026-11-23T11:00:00\.000Z$/);
		expect(second).toMatch(/,access-revoked,proven,restore-access,,,,$/);
		const report = JSON.parse(textOf(jsonReport(run, [{ ...row, after }], { ...counted, reasons: none }))) as RunReport;
		const { cause, certainty, planId: plan, at } = after;
		expect(report.rows[0]).toMatchObject({ cause: 'access-revoked', after: { cause, certainty, plan, at } });
	});

	describe('against a snapshot', () => {
		const snapshot = { id: '0123456789ab', takenAt: '2026-11-20T10:00:00.000Z', missing: ['customers:2'] };
		const offline: Run = { ...run, mode: 'offline', snapshot, calls: {} };

		it('as JSON say which, how old it was and what it lacked', () => {
			const report = JSON.parse(textOf(jsonReport(offline, [row], { ...counted, reasons: none }))) as RunReport;
			expect(report.run).toMatchObject({ mode: 'offline', snapshot: { ...snapshot, ageMs: 3 * 24 * 60 * 60 * 1000 } });
		});

		it('as CSV say it in each row, because rows are passed on alone', () => {
			const [titles, first] = textOf(csvReport(offline, [row], { hasChanges: false, reasons: none })).split('\r\n');
			expect(titles).toMatch(/,Suggestion,Snapshot$/);
			expect(first).toMatch(/,0123456789ab of 2026-11-20T10:00:00\.000Z$/);
			expect(textOf(csvReport(run, [row], { hasChanges: false, reasons: none }))).not.toContain('Snapshot');
		});
	});

	it('say why a manual task cannot be done, where somebody said so', () => {
		const reasons = new Map([[0, 'nobody answers']]);
		const other = { ...row, id: 1 };
		const [titles, first, second] = textOf(csvReport(run, [row, other], { hasChanges: false, reasons })).split('\r\n');
		expect([titles, first, second].map((line) => line?.split(',').at(-1))).toEqual(['Cannot be done because', 'nobody answers', '']);
		const { rows } = JSON.parse(textOf(jsonReport(run, [row, other], { ...counted, reasons }))) as RunReport;
		expect(rows.map(({ cannotBeDone }) => cannotBeDone)).toEqual(['nobody answers', undefined]);
	});
});
