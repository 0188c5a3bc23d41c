import { describe, expect, it } from 'vitest';
import * as commandLine from '#main/hosts/cli/messages.ts';
import { adminFileNoticeCodes } from '#shared/admin-files.ts';
import { causeCodes } from '#shared/causes.ts';
import { adviceFor } from '#shared/messages/failure-text.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { failureCodes, type FailureDetails } from '#shared/outcome.ts';
import { rowOutcomes } from '#shared/plan.ts';
import { rowResults } from '#shared/row-results.ts';
import { type ProbeId, probeCatalogue } from '#shared/probes.ts';
import { remedyIds } from '#shared/remedies.ts';
import { snapshotFaults } from '#shared/snapshot.ts';
import type { DecisionId } from '#shared/unlock.ts';
import * as window from '../../../../src/renderer/messages.ts';
import { remedyDoes } from '#shared/messages/remedy-text.ts';

/** What a report is handed. */
const report = messagesIn('en');

const details: FailureDetails = {
	site: 'acme',
	desk: 'HELP',
	snapshot: 'abc',
	path: '/lists/people.csv',
	reason: 'EACCES',
	columns: ['Mail', 'State'],
	column: 'State',
	missing: ['status'],
	role: 'status',
	values: ['frei'],
	line: 2,
	row: 7,
	status: 403,
	call: 'GET /rest/api/3/myself',
	confirm: 'remove 3',
};
const person = { email: 'ann@example.com', domain: 'example.com', desk: 'Help', suggestion: 'anna@example.com', firstLine: 11 };

describe('window, command line and report say the same of', () => {
	it.each(causeCodes)('the cause %s', (code) => {
		expect([commandLine.causeTexts[code].label, report.causeTexts[code].label]).toEqual([
			window.causeTexts[code].label,
			window.causeTexts[code].label,
		]);
		expect(report.causeTexts[code].verdict(person)).toBe(window.causeTexts[code].verdict(person));
	});

	it.each(remedyIds)('the remedy %s', (id) => {
		for (const steps of [[], ['invite-customer']] as const) {
			expect(commandLine.remedySentence(id, steps).startsWith(remedyDoes(window.remedyDetails[id], steps))).toBe(true);
		}
		expect(report.remedyTexts[id]).toBe(window.remedyTexts[id]);
	});

	it.each(rowOutcomes)('the outcome %s', (outcome) => {
		expect(report.outcomeTexts[outcome]).toEqual(window.outcomeTexts[outcome]);
	});

	it.each(rowResults)('the result %s', (result) => {
		expect([commandLine.resultTexts[result], report.resultTexts[result]]).toEqual([window.resultTexts[result], window.resultTexts[result]]);
	});

	it.each(failureCodes.filter((code) => code !== 'wrong-use'))('the failure %s, with and without details', (code) => {
		for (const known of [details, {}]) {
			const { happened, kept } = window.failureText({ code, details: known });
			const next = adviceFor('commandLine', report.failureTexts[code](known).next);
			expect(commandLine.failureSentence({ code, details: known })).toBe(
				[happened, kept, next].filter((part) => part !== undefined).join(' '),
			);
		}
	});

	it.each(snapshotFaults)('the snapshot fault %s', (fault) => {
		const failure = { code: 'snapshot-unusable', details: { fault, part: 'directory', position: 3 } } as const;
		expect(commandLine.failureSentence(failure).startsWith(`${window.failureText(failure).happened} `)).toBe(true);
	});

	it.each(Object.keys(probeCatalogue) as ProbeId[])('the probe %s', (probe) => {
		for (const reason of ['seen', 'not-seen', 'no-org-key'] as const) {
			const answer = { probe, answer: 'open', reason, details: { accounts: 3, portalOnly: 1 }, at: '2026-11-23T12:00:00.000Z' } as const;
			const line = commandLine.probeLine(answer);
			for (const part of [window.probeTexts[probe].question, ...window.probeNotes(answer)]) expect(line).toContain(part);
		}
	});

	it.each(Object.keys(report.decisionTexts) as DecisionId[])('the decision %s', (decision) => {
		const unlock = { decision, domain: 'example.com', rows: 12 };
		expect(commandLine.unlockSentence(unlock)).toBe(`${window.unlockText(unlock)}: 12 rows`);
	});

	it('what is odd about a file of an admin’s', () => {
		for (const code of adminFileNoticeCodes) {
			const notice = { code, details: { column: 'State', columns: 'A, B', count: 2, line: 3, other: 4, shown: 5, total: 6 } };
			expect(commandLine.noticeSentence(notice).startsWith(report.noticeTexts[code](notice.details).happened)).toBe(true);
			expect(window.noticeText(notice).startsWith(report.noticeTexts[code](notice.details).happened)).toBe(true);
		}
	});

	it('what is not as it was written in the audit log', () => {
		expect(commandLine.problemSentence({ code: 'entry-missing', seq: 5 })).toContain(window.auditProblems['entry-missing']);
	});
});
