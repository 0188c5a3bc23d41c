import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanStore } from '#core/plans/plan-store.ts';
import { chainedHash, chainStart } from '#main/storage/audit/audit-chain.ts';
import { type AuditLog, createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { createDeletionStore } from '#main/storage/deletion-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { verifyAudit } from '#main/storage/audit/verify-audit.ts';
import { actor, applied, at, newPlan, planRow, removal, seenAs } from '../plans/plan-samples.ts';
import { listRow, manualClock, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let audit: AuditLog;
let plans: PlanStore;
const clock = manualClock();

/** Entries: 1 plan, 2 plan, 3 confirmed, 4 intent, 5 unknown, 6 intent, 7 rejected, 8 not-applied (of 4), 9 verified, 10 verified. */
beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	audit = createAuditLog(sql);
	plans = createPlanStore(sql, clock, audit, nobodyHolds);
	valueOf(createRunStore(sql, nobodyHolds).create(newRun(), [listRow(2, 'a@example.com'), listRow(3, 'b@example.com')]));
	valueOf(plans.create(newPlan(), [planRow(0), removal(1)], actor));
	valueOf(plans.create(newPlan('plan-2', { confirm: 'remove 1' }), [removal(1)], actor));
	valueOf(plans.confirm('plan-2', actor, at(1)));
	const first = valueOf(plans.recordIntent('plan-1', { rowId: 0, step: 'create', asked: { email: 'a@example.com' }, at: at(2) }, actor));
	valueOf(plans.settle('plan-1', first, { state: 'unknown', answered: null, at: at(3) }, actor));
	const second = valueOf(plans.recordIntent('plan-2', { rowId: 1, step: 'remove', asked: { id: '557058:1' }, at: at(4) }, actor));
	valueOf(plans.settle('plan-2', second, { state: 'rejected', answered: { status: 400 }, at: at(5) }, actor));
	valueOf(plans.settle('plan-1', first, { state: 'not-applied', answered: { found: false }, at: at(6) }, actor));
	valueOf(plans.setRow('plan-1', 0, applied));
	valueOf(plans.saveAfter('plan-1', [seenAs(0, 'ready-new'), seenAs(1, 'managed-elsewhere')], actor));
	valueOf(plans.saveAfter('plan-1', [seenAs(0, 'already-customer')], actor));
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const check = async () => valueOf(await verifyAudit(sql));
const problems = async () => {
	const { problems: found, difference } = await check();
	return [...(difference === null ? [] : [difference.problem]), ...found.map(({ code, seq }) => `${code} ${seq ?? '-'}`)];
};
const tamper = (text: string) => {
	const triggers = sql.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
	sql.run('PRAGMA foreign_keys = OFF');
	sql.script(triggers.map(({ name }) => `DROP TRIGGER ${name};`).join(''));
	sql.script(text);
	sql.script(triggers.map((trigger) => `${trigger.sql};`).join(''));
};

it('finds everything as it was written', async () => {
	const head = audit.entries(9, 1).entries[0]?.hash;
	expect(await check()).toEqual({ entries: 10, head, problems: [], difference: null, accepted: [] });
});

it('finds an empty log as it was written', async () => {
	const other = valueOf(await openDatabase(`${folder.path}/other/x.sqlite`));
	expect(valueOf(await verifyAudit(other))).toEqual({ entries: 0, head: null, problems: [], difference: null, accepted: [] });
	other.close();
});

it('reads logs of many pages, and what is added meanwhile', async () => {
	const details = { plan: 'plan-2', people: 'digest of the people', confirm: 'remove 1' };
	sql.transaction(() => {
		for (let index = 0; index < 1300; index += 1) audit.append({ at: at(7), actor, site: 's', event: 'confirmed', details });
	});
	sql.run('UPDATE plan SET confirmed_at = ? WHERE id = ?', [at(7), 'plan-2']);
	const checking = check();
	valueOf(plans.confirm('plan-2', actor, at(8)));
	expect(await checking).toMatchObject({ entries: 1311, problems: [] });
});

describe('an entry', () => {
	it.each([
		['says another time', "UPDATE audit SET at = 'x' WHERE seq = 4", 'entry-changed 4'],
		['says another account', "UPDATE audit SET account = 'x' WHERE seq = 5", 'entry-changed 5'],
		['is written with a space', "UPDATE audit SET details = replace(details, ',', ', ') WHERE seq = 9", 'entry-changed 9'],
		['is no JSON', "UPDATE audit SET details = '{' WHERE seq = 3", 'entry-changed 3'],
		['is gone', 'DELETE FROM audit WHERE seq = 6', 'entry-missing 6'],
	])('that %s is named', async (_, text, problem) => {
		tamper(text);
		expect(await problems()).toContain(problem);
	});

	it('that is gone from the end is noticed by what it told', async () => {
		tamper('DELETE FROM audit WHERE seq = 10');
		expect(await problems()).toEqual(['log-shorter', 'journal-differs -']);
	});

	it('that was forged with all hashes is noticed by what it told', async () => {
		tamper("UPDATE audit SET details = replace(details, 'a@example.com', 'x@example.com') WHERE seq = 4");
		let before = chainStart;
		for (const entry of audit.entries(0, 500).entries) {
			before = chainedHash(before, entry);
			tamper(`UPDATE audit SET hash = '${before}' WHERE seq = ${entry.seq}`);
		}
		expect(await problems()).toEqual(['log-other', 'journal-differs 4']);
	});
});

describe('the journal', () => {
	it.each([
		['another outcome', "UPDATE change SET state = 'applied' WHERE id = 6", ['journal-differs 7']],
		['another answer', `UPDATE change SET answered = '{"status":401}' WHERE id = 6`, ['journal-differs 7']],
		['another time', "UPDATE change SET settled_at = 'x' WHERE id = 6", ['journal-differs 7']],
		['another question', "UPDATE change SET asked = 'null' WHERE id = 4", ['journal-differs 4']],
		['another step', "UPDATE change SET step = 'remove' WHERE id = 4", ['journal-differs 4', 'journal-differs 5', 'journal-differs 8']],
		[
			'an outcome taken back',
			"UPDATE change SET state = 'unknown', settled_seq = 5 WHERE id = 4",
			['journal-differs 5', 'journal-differs 8'],
		],
		[
			'an outcome taken away',
			"UPDATE change SET state = 'intent', settled_seq = NULL, settled_at = NULL, answered = 'null' WHERE id = 6",
			['journal-differs 7'],
		],
		['a line less', 'DELETE FROM change WHERE id = 6', ['journal-differs 6', 'journal-differs 7', 'journal-differs -']],
		[
			'a line more',
			"INSERT INTO change SELECT 9, plan, row_id, step, 'intent', asked, 'null', intent_at, NULL, NULL FROM change WHERE id = 6",
			['journal-differs -'],
		],
	])('with %s is noticed', async (_, text, found) => {
		tamper(text);
		expect((await problems()).toSorted((a, b) => a.localeCompare(b))).toEqual(found.toSorted((a, b) => a.localeCompare(b)));
	});
});

describe('a plan', () => {
	it.each([
		[
			'other choices',
			`UPDATE plan SET choices = '{"managedElsewhere":"ask-owning-organisation","organisations":false}' WHERE key = 1`,
			'journal-differs 1',
		],
		['other people', "UPDATE plan SET people = 'x' WHERE key = 2", 'journal-differs 3'],
		['nothing to confirm', 'UPDATE plan SET confirm = NULL WHERE key = 2', 'journal-differs 2'],
		['another confirmation', "UPDATE plan SET confirmed_at = 'x' WHERE key = 2", 'journal-differs -'],
		['a confirmation that was not given', "UPDATE plan SET confirmed_at = 'x' WHERE key = 1", 'journal-differs -'],
		['another row', "UPDATE plan_row SET remedy = 'add-to-desk' WHERE plan = 1 AND id = 0", 'journal-differs 1'],
		['other accounts', "UPDATE plan_row SET accounts = '[]' WHERE plan = 2 AND id = 1", 'journal-differs 2'],
		['a row less', 'DELETE FROM plan_row WHERE plan = 1 AND id = 1', 'journal-differs 1'],
		['another cause afterwards', "UPDATE plan_row SET after_cause = 'ready-new' WHERE plan = 1 AND id = 0", 'journal-differs 10'],
		['an older look', 'UPDATE plan_row SET after_seq = 9 WHERE plan = 1 AND id = 0', 'journal-differs 10'],
		['a look that no entry tells of', "UPDATE plan_row SET after_cause = 'ready-new' WHERE plan = 2", 'journal-differs -'],
		['a look that was never taken', "UPDATE plan_row SET after_seq = 9, after_cause = 'ready-new' WHERE plan = 2", 'journal-differs -'],
	])('with %s is noticed', async (_, text, found) => {
		tamper(text);
		expect(await problems()).toContain(found);
	});
});

describe('a run that was deleted', () => {
	const deleteRun = () => {
		const deletion = createDeletionStore(sql, audit);
		const clear = valueOf(deletion.deleteRun('run-1', { actor, at: at(9) }));
		while (clear());
	};

	it('leaves a log that is as it was told, and names nobody', async () => {
		deleteRun();
		expect(await problems()).toEqual([]);
		expect([...audit.lines()].join('')).not.toMatch(/@example|557058/);
		expect(audit.entries(3, 1).entries[0]?.details).toEqual({ plan: 'plan-1', run: 'run-1', row: 0, step: 'create', withheld: true });
		expect(sql.column('SELECT count(*) FROM run_row')).toEqual([0]);
	});

	it.each([
		['changed', 'UPDATE audit SET details = replace(details, \'"row":0\', \'"row":1\') WHERE seq = 4'],
		['taken away', 'DELETE FROM audit WHERE seq = 4; UPDATE audit SET seq = seq - 1 WHERE seq > 4'],
		['emptied', "UPDATE audit SET details = '{}' WHERE seq = 4"],
	])('shows where an entry that names nobody any more was %s afterwards', async (_, text) => {
		deleteRun();
		tamper(text);
		expect((await problems()).some((problem) => problem.startsWith('entry-changed'))).toBe(true);
	});

	it('takes no entry for one that a deletion vouches for, only because it says so', async () => {
		tamper("UPDATE audit SET details = json_set(details, '$.withheld', json('true')) WHERE seq = 4");
		expect(await problems()).toContain('entry-changed 4');
	});

	it('is refused while the log does not go on from its head', () => {
		tamper('DELETE FROM audit WHERE seq = 10');
		const refused = createDeletionStore(sql, audit).deleteRun('run-1', { actor, at: at(9) });
		expect(refused).toMatchObject({ failure: { code: 'audit-damaged' } });
	});
});
