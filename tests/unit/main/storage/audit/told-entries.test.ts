import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditFilter } from '#shared/audit.ts';
import { auditSentence } from '#shared/messages/audit-sentence.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { auditAsCsv } from '#main/services/audit/audit-export.ts';
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { readFittingEntries, readToldEntries } from '#main/storage/audit/told-entries.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createDeletionStore } from '#main/storage/deletion-store.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';
import { actor, at, newPlan, planRow, removal, seenAs } from '../plans/plan-samples.ts';
import { listRow, manualClock, newRun, temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
const site = 'https://acme.atlassian.net';

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const audit = createAuditLog(sql);
	const clock = manualClock();
	clock.moveTo(Date.parse(at(30)));
	const plans = createPlanStore(sql, clock, audit, nobodyHolds);
	valueOf(createRunStore(sql, nobodyHolds).create(newRun(), [listRow(2, '=ann@example.com'), listRow(3, 'ben@example.com')]));
	valueOf(plans.create(newPlan('plan-1', { confirm: 'remove 1' }), [planRow(0), removal(1)], actor));
	valueOf(plans.confirm('plan-1', actor, at(1)));
	const intent = (rowId: number, step: 'add-to-desk' | 'remove', second: number) =>
		valueOf(plans.recordIntent('plan-1', { rowId, step, asked: { ids: ['557058:1'] }, at: at(second) }, actor));
	const first = intent(0, 'add-to-desk', 2);
	valueOf(plans.settle('plan-1', first, { state: 'applied', answered: { status: 204 }, at: at(3) }, actor));
	const second = intent(1, 'remove', 4);
	valueOf(plans.settle('plan-1', second, { state: 'rejected', answered: { status: 403, said: 'No.' }, at: at(5) }, actor));
	valueOf(plans.saveAfter('plan-1', [seenAs(0, 'already-customer')], actor));
	valueOf(plans.saveAfter('plan-1', [seenAs(0, 'already-customer'), seenAs(1, 'managed-elsewhere')], actor));
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const sentences = (filter: AuditFilter = {}, language: 'en' | 'de' = 'en'): readonly string[] =>
	[...readFittingEntries(sql, filter)].map((entry) => auditSentence(messagesIn(language), entry));

it('read as sentences: who did what to whom, what the person was, and what the site answered', () => {
	expect(sentences()).toEqual([
		'admin@acme.com made a plan for 2 rows in Help',
		'admin@acme.com confirmed “remove 1”',
		'admin@acme.com is about to add =ann@example.com to Help',
		'admin@acme.com added =ann@example.com to Help · was: Ready, new account · answered 204',
		'admin@acme.com is about to remove ben@example.com from the directory',
		'admin@acme.com could not remove ben@example.com from the directory: the site refused · was: Managed by another organisation · answered 403',
		'admin@acme.com rechecked =ann@example.com: Already a customer',
		'admin@acme.com rechecked 2 people',
	]);
	expect(sentences({}, 'de')[3]).toBe(
		'admin@acme.com hat =ann@example.com zu Help hinzugefügt · vorher: Bereit, neues Konto · Antwort 204',
	);
});

it.each<[string, AuditFilter, readonly number[]]>([
	['the person', { person: 'BEN@' }, [5, 6, 8]],
	['the step', { step: 'remove' }, [5, 6]],
	['the plan', { plan: 'plan-1' }, [1, 2, 3, 4, 5, 6, 7, 8]],
	['another plan', { plan: 'plan-2' }, []],
	['the site', { site }, [1, 2, 3, 4, 5, 6, 7, 8]],
	['another site', { site: 'https://other.atlassian.net' }, []],
	['the time', { since: at(2), until: at(5) }, [3, 4, 5]],
	['two at once', { person: 'ann', step: 'add-to-desk' }, [3, 4]],
	['what is no address', { person: 'add-to-desk' }, []],
])('are found by %s', (_, filter, seqs) => {
	expect([...readFittingEntries(sql, filter)].map(({ seq }) => seq)).toEqual(seqs);
	const told = readToldEntries(sql, filter, 1, 2);
	expect(told).toMatchObject({ total: seqs.length, sites: [site] });
	expect(told.entries.map(({ seq }) => seq)).toEqual(seqs.toReversed().slice(1, 3));
});

it('are exported so that no cell is a formula', () => {
	const csv = [...auditAsCsv(readFittingEntries(sql, { step: 'add-to-desk' }), 'en')];
	expect(csv[0]).toMatch(/^\uFEFFEntry,Time \(UTC\),Account,/);
	expect(csv[2]).toContain(`,plan-1,"'=ann@example.com",add-to-desk,204,`);
	expect(csv).toHaveLength(3);
});

it('name nobody of a run that was deleted', () => {
	const deleted = createDeletionStore(sql, createAuditLog(sql)).deleteRun('run-1', { actor: { ...actor, account: '' }, at: at(40) });
	valueOf(deleted);
	expect(sentences()).toEqual([
		'admin@acme.com made a plan for 2 rows in Help',
		'admin@acme.com confirmed “remove 1”',
		'admin@acme.com is about to add the person of row 1 to the service project',
		'admin@acme.com added the person of row 1 to the service project · answered 204',
		'admin@acme.com is about to remove the person of row 2 from the directory',
		'admin@acme.com could not remove the person of row 2 from the directory: the site refused · answered 403',
		'admin@acme.com rechecked the person of row 1: Already a customer',
		'admin@acme.com rechecked 2 people',
		'ann deleted a run with 2 rows and 1 plan',
	]);
});
