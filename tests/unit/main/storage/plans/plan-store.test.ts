import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemedyId } from '#shared/remedies.ts';
import { countResults, planResult } from '#core/plans/plan-result.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { type AuditLog, createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { actor, applied, at, newPlan, planRow, removal, seenAs } from './plan-samples.ts';
import { codeOf, judged, listRow, manualClock, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let audit: AuditLog;
let plans: PlanStore;
let runs: RunStore;
const clock = manualClock();
/** Sites that somebody has the right to change. */
const held = new Set<string>();
const site = 'https://acme.atlassian.net';
const people = [
	listRow(2, 'zoe@example.com', { displayName: 'Zoé', organisation: 'Blue' }),
	listRow(3, 'adam@example.com'),
	listRow(5, 'bea@example.org'),
	listRow(6, 'carl@example.org'),
];
const everything = { from: 0, count: 500 };
const events = () => audit.entries(0, 500).entries.map(({ event }) => event);

const open = async (): Promise<void> => {
	sql = valueOf(await openDatabase(`${folder.path}/invite-doctor.sqlite`));
	audit = createAuditLog(sql);
	plans = createPlanStore(sql, clock, audit, (siteUrl) => held.has(siteUrl));
	runs = createRunStore(sql, nobodyHolds);
};

beforeEach(async () => {
	folder = temporaryFolder();
	await open();
	clock.moveTo(1_000_000);
	held.clear();
	valueOf(runs.create(newRun(), people));
	valueOf(runs.saveVerdicts('run-1', [judged(0, 'ready-new'), judged(1, 'managed-elsewhere'), judged(2, 'ready-new')]));
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const reopen = async (): Promise<void> => {
	sql.close();
	await open();
};

/** An intent that was settled; gives its line. */
const changed = (
	rowId: number,
	step: 'remove' | 'create' | 'add-to-desk',
	state: 'applied' | 'rejected' | 'unknown',
	planId = 'plan-1',
): number => {
	const id = valueOf(plans.recordIntent(planId, { rowId, step, asked: { call: step }, at: at(1) }, actor));
	valueOf(plans.settle(planId, id, { state, answered: { status: 200 }, at: at(2) }, actor));
	return id;
};

describe('a plan that was created', () => {
	it('is read back by another connection as it was planned', async () => {
		valueOf(plans.create(newPlan(), [planRow(0), planRow(2)], actor));
		await reopen();
		expect(valueOf(plans.plan('plan-1'))).toEqual({
			id: 'plan-1',
			runId: 'run-1',
			listName: 'invite-list.csv',
			site: { name: 'acme', url: site },
			desk: { id: '4', key: 'HELP', name: 'Help' },
			createdAt: at(0),
			finishedAt: null,
			choices: newPlan().choices,
			state: 'planned',
			stop: null,
			confirm: null,
			people: 'digest of the people',
			confirmedAt: null,
			rowCount: 2,
			outcomes: { 'not-reached': 2 },
			estimate: { changes: 3, calls: 9, ms: 1200 },
		});
		expect(plans.rows('plan-1', everything)).toMatchObject({ total: 2, rows: [{ id: 0 }, { id: 2 }] });
		expect(plans.rows('plan-1', everything).rows[0]).toEqual({
			id: 0,
			row: 2,
			email: 'zoe@example.com',
			name: 'Zoé',
			organisation: 'Blue',
			remedy: 'create-and-add',
			steps: ['create', 'add-to-desk'],
			guided: false,
			destructive: false,
			before: { cause: 'ready-new', certainty: 'proven' },
			phase: 'waiting',
			outcome: 'not-reached',
			failure: null,
			said: null,
			billable: [],
			after: null,
			stranded: false,
		});
	});

	it('leaves nothing behind when it cannot be stored whole', () => {
		expect(plans.create(newPlan(), [planRow(0), planRow(77)], actor)).toEqual({
			ok: false,
			failure: { code: 'wrong-use', details: { reason: 'row-not-found', id: 77 } },
		});
		expect(codeOf(plans.create(newPlan(), [], actor))).toBe('plan-empty');
		expect(codeOf(plans.create(newPlan('plan-1', { runId: 'none' }), [planRow(0)], actor))).toBe('run-not-found');
		expect(codeOf(plans.plan('plan-1'))).toBe('plan-not-found');
		expect(sql.column('SELECT count(*) FROM plan_row')).toEqual([0]);
		expect(events()).toEqual([]);
	});

	it('is listed newest first, of one run or of all', () => {
		valueOf(runs.create(newRun('run-2'), people));
		valueOf(plans.create(newPlan(), [planRow(0)], actor));
		valueOf(plans.create(newPlan('plan-2', { createdAt: at(5) }), [planRow(0)], actor));
		valueOf(plans.create(newPlan('plan-3', { runId: 'run-2', createdAt: at(3) }), [planRow(0)], actor));
		expect(plans.plans(null).map(({ id }) => id)).toEqual(['plan-2', 'plan-3', 'plan-1']);
		expect(plans.plans('run-1').map(({ id }) => id)).toEqual(['plan-2', 'plan-1']);
		expect(plans.plans('none')).toEqual([]);
	});

	it('keeps its run from being deleted, and its journal and log from being rewritten', () => {
		valueOf(plans.create(newPlan(), [planRow(0)], actor));
		changed(0, 'create', 'applied');
		expect(() => sql.run("DELETE FROM run WHERE id = 'run-1'")).toThrow('FOREIGN KEY');
		expect(() => sql.run('DELETE FROM change')).toThrow('the journal is kept');
		expect(() => sql.run('DELETE FROM audit')).toThrow('only appended to');
		expect(() => sql.run("UPDATE audit SET event = 'x'")).toThrow('only appended to');
		expect(() =>
			sql.run('INSERT OR REPLACE INTO audit SELECT 1, at, account, user, host, site, event, details, hash FROM audit WHERE seq = 2'),
		).toThrow('no gaps');
		expect(() =>
			sql.run('INSERT INTO audit SELECT 9, at, account, user, host, site, event, details, hash FROM audit WHERE seq = 2'),
		).toThrow('no gaps');
	});
});

describe('rows', () => {
	const guided: RemedyId = 'reactivate-portal-account';
	beforeEach(() => {
		valueOf(plans.create(newPlan(), [planRow(0), removal(1), planRow(2), planRow(3, { remedy: guided, steps: [] })], actor));
	});
	const ids = (query: Parameters<PlanStore['rows']>[1]) => {
		const { total, rows } = plans.rows('plan-1', query);
		return [total, rows.map(({ id }) => id)];
	};

	it('are counted and given page by page, by outcome and remedy', () => {
		valueOf(plans.setRow('plan-1', 2, applied));
		valueOf(plans.setRow('plan-1', 3, { ...applied, outcome: 'guided' }));
		expect(ids({ from: 1, count: 2 })).toEqual([4, [1, 2]]);
		expect(ids({ outcomes: ['applied', 'guided'], from: 0, count: 10 })).toEqual([2, [2, 3]]);
		expect(ids({ remedies: ['create-and-add'], from: 0, count: 10 })).toEqual([2, [0, 2]]);
		expect(ids({ outcomes: ['not-reached'], remedies: ['create-and-add'], from: 0, count: 10 })).toEqual([1, [0]]);
		expect(ids({ outcomes: [], from: 0, count: 10 })).toEqual([0, []]);
		expect(ids({ from: 4, count: 10 })).toEqual([4, []]);
		expect(valueOf(plans.plan('plan-1')).outcomes).toEqual({ 'not-reached': 2, applied: 1, guided: 1 });
	});

	it('are counted and found by what they came to', () => {
		valueOf(plans.setRow('plan-1', 0, { ...applied, billable: ['atlassian/user on ari:x'] }));
		changed(1, 'remove', 'applied');
		valueOf(plans.setRow('plan-1', 1, { ...applied, outcome: 'rejected' }));
		valueOf(plans.setRow('plan-1', 2, applied));
		valueOf(plans.saveAfter('plan-1', [seenAs(0, 'already-customer'), seenAs(1, 'ready-new'), seenAs(2, 'ready-existing')], actor));
		expect(planResult(plans, 'plan-1')).toMatchObject({
			rowCount: 4,
			counts: { added: 1, addable: 1, blocked: 0, 'needs-person': 1, 'by-hand': 1, 'not-tried': 0 },
			causes: { addable: { 'ready-existing': 1 } },
			billedCount: 1,
			strandedCount: 1,
			remedies: [
				{ remedy: 'create-and-add', rowCount: 2, example: { id: 0 } },
				{ remedy: 'replace-with-portal-account', rowCount: 1, example: { id: 1 } },
				{ remedy: guided, rowCount: 1, example: { id: 3 } },
			],
		});
		expect(ids({ results: ['addable', 'by-hand'], from: 0, count: 1 })).toEqual([2, [2]]);
		expect(ids({ results: ['added', 'addable'], outcomes: ['applied'], billed: true, from: 0, count: 10 })).toEqual([1, [0]]);
		expect(ids({ results: [], from: 0, count: 10 })).toEqual([0, []]);
		expect(plans.rowIds('plan-1', { results: ['needs-person', 'by-hand'] })).toEqual([1, 3]);
		expect(plans.rowIds('plan-1', { remedies: ['create-and-add'] })).toEqual([0, 2]);
		expect(plans.rowsAlike({ planId: 'none' })).toEqual([]);
	});

	it('of several plans of a run count once, as the plan left them that had the last word', () => {
		const again = planRow(1, { before: { cause: 'ready-new', certainty: 'proven' } });
		valueOf(plans.create(newPlan('plan-2', { createdAt: at(9) }), [planRow(0), again, planRow(2)], actor));
		valueOf(plans.setRow('plan-1', 0, { ...applied, outcome: 'rejected' }));
		valueOf(plans.setRow('plan-1', 1, { ...applied, outcome: 'rejected' }));
		valueOf(plans.saveAfter('plan-1', [seenAs(1, 'ready-new')], actor));
		valueOf(plans.setRow('plan-2', 1, applied));
		valueOf(plans.saveAfter('plan-2', [seenAs(1, 'already-customer')], actor));
		const told = [...plans.rowsOfRun('run-1')].map(({ id, outcome, remedy }) => [id, outcome, remedy]);
		expect(told).toEqual([
			[0, 'rejected', 'create-and-add'],
			[2, 'not-reached', 'create-and-add'],
			[3, 'guided', guided],
			[1, 'applied', 'create-and-add'],
		]);
		expect(countResults(plans.rowsAlike({ runId: 'run-1' })).counts).toMatchObject({ added: 1, blocked: 1, 'by-hand': 1, 'not-tried': 1 });
		expect(plans.transitions('run-1')).toEqual([{ before: 'managed-elsewhere', after: 'already-customer', rowCount: 1 }]);
		expect(plans.transitions('none')).toEqual([]);
	});

	it('say how they ended', () => {
		const failure = { code: 'call-refused', details: { status: 400 } } as const;
		valueOf(
			plans.setRow('plan-1', 0, { phase: 'ended', outcome: 'rejected', failure, said: 'No.', billable: ['atlassian/user on ari:x'] }),
		);
		expect(valueOf(plans.row('plan-1', 0))).toMatchObject({
			phase: 'ended',
			outcome: 'rejected',
			failure,
			said: 'No.',
			billable: ['atlassian/user on ari:x'],
			changes: [],
			evidence: [],
		});
		expect(valueOf(plans.row('plan-1', 0))).not.toHaveProperty('rolesUnread');
		valueOf(plans.setRow('plan-1', 2, { ...applied, rolesUnread: true }));
		expect(valueOf(plans.row('plan-1', 2))).toMatchObject({ billable: [], rolesUnread: true });
		expect(ids({ billed: true, from: 0, count: 10 })).toEqual([1, [0]]);
	});

	it('that ended wait again when asked to', () => {
		valueOf(plans.setRow('plan-1', 0, { ...applied, outcome: 'rejected', said: 'No.' }));
		valueOf(plans.setRow('plan-1', 1, { ...applied, outcome: 'stale' }));
		valueOf(plans.setRow('plan-1', 2, applied));
		expect(valueOf(plans.reopen('plan-1', ['rejected', 'stale']))).toBe(2);
		expect(valueOf(plans.plan('plan-1')).outcomes).toEqual({ 'not-reached': 2, guided: 1, applied: 1 });
		expect(valueOf(plans.row('plan-1', 0))).toMatchObject({ phase: 'waiting', outcome: 'not-reached', said: null });
	});

	it('that were refused wait again only where a retry may help', () => {
		for (const id of [0, 1, 2]) valueOf(plans.setRow('plan-1', id, { ...applied, outcome: 'rejected', said: 'No.' }));
		valueOf(plans.saveAfter('plan-1', [seenAs(0, 'domain-not-approved'), seenAs(2, 'already-customer')], actor));
		expect(ids({ retryable: true, from: 0, count: 10 })).toEqual([1, [1]]);
		expect(valueOf(plans.reopen('plan-1', ['rejected']))).toBe(1);
		expect(valueOf(plans.plan('plan-1')).outcomes).toMatchObject({ 'not-reached': 1, rejected: 2 });
		expect(valueOf(plans.row('plan-1', 0))).toMatchObject({ outcome: 'rejected', said: 'No.' });
	});

	it('keep what somebody said of their work, where it is left to a person', async () => {
		const note = { kind: 'cannot', reason: 'nobody answers', user: 'ann', at: at(3) } as const;
		expect(valueOf(plans.note('plan-1', [0, 3], note))).toBe(1);
		await reopen();
		expect(valueOf(plans.row('plan-1', 3)).note).toEqual(note);
		expect(valueOf(plans.row('plan-1', 0))).not.toHaveProperty('note');
		expect(planResult(plans, 'plan-1')).toMatchObject({ cannotCount: 1, laterCount: 0 });
		valueOf(plans.note('plan-1', [3], { kind: 'later', user: 'ben', at: at(4) }));
		expect(planResult(plans, 'plan-1')).toMatchObject({ cannotCount: 0, laterCount: 1 });
		valueOf(plans.note('plan-1', [3], null));
		expect(valueOf(plans.row('plan-1', 3))).not.toHaveProperty('note');
	});

	it('keep of each message whether it was sent, by whom and when', async () => {
		const sent = { user: 'ann', at: at(3) };
		valueOf(plans.setMessageSent('plan-1', 'a.example', 'people', { user: 'ben', at: at(2) }));
		valueOf(plans.setMessageSent('plan-1', 'a.example', 'people', sent));
		valueOf(plans.setMessageSent('plan-1', 'b.example', 'administrators', sent));
		valueOf(plans.setMessageSent('plan-1', 'b.example', 'administrators', null));
		await reopen();
		expect(plans.messagesSent('plan-1')).toEqual([{ domain: 'a.example', to: 'people', ...sent }]);
		expect(plans.messagesSent('plan-2')).toEqual([]);
	});

	it('that are left to do come with their journal; guided and ended ones do not', () => {
		valueOf(plans.setRow('plan-1', 0, applied));
		valueOf(plans.setRow('plan-1', 1, { ...applied, phase: 'changing', outcome: 'not-reached' }));
		const line = changed(1, 'remove', 'unknown');
		expect(plans.work('plan-1').map(({ row, accountIds, changes }) => [row.id, accountIds, changes])).toEqual([
			[
				1,
				['557058:1'],
				[
					{
						id: line,
						step: 'remove',
						state: 'unknown',
						asked: { call: 'remove' },
						answered: { status: 200 },
						intentAt: at(1),
						settledAt: at(2),
					},
				],
			],
			[2, [], []],
		]);
	});

	it('are streamed in list order while others are changed', () => {
		const seen: number[] = [];
		for (const { id } of plans.allRows('plan-1')) {
			seen.push(id);
			valueOf(plans.setRow('plan-1', 3 - id, applied));
		}
		expect(seen).toEqual([0, 1, 2, 3]);
		expect([...plans.allRows('none')]).toEqual([]);
	});
});

describe('the journal', () => {
	beforeEach(() => {
		valueOf(plans.create(newPlan(), [planRow(0), removal(1)], actor));
	});
	const lines = (rowId: number) => valueOf(plans.row('plan-1', rowId)).changes;

	it('knows an intent after the process is gone', async () => {
		valueOf(plans.recordIntent('plan-1', { rowId: 0, step: 'create', asked: { b: 1, a: ['x', null] }, at: at(1) }, actor));
		await reopen();
		expect(lines(0)).toEqual([
			{ id: 2, step: 'create', state: 'intent', asked: { a: ['x', null], b: 1 }, answered: null, intentAt: at(1), settledAt: null },
		]);
	});

	it('is settled once; only what is unknown may be settled again', () => {
		const first = changed(0, 'create', 'applied');
		const second = changed(0, 'add-to-desk', 'unknown');
		for (const id of [first, second]) {
			valueOf(plans.settle('plan-1', id, { state: 'not-applied', answered: null, at: at(3) }, actor));
		}
		expect(lines(0).map(({ state, settledAt }) => [state, settledAt])).toEqual([
			['applied', at(2)],
			['not-applied', at(3)],
		]);
		expect(events()).toEqual(['plan-created', 'intent', 'applied', 'intent', 'unknown', 'not-applied']);
	});

	it('takes nothing for rows and lines that are not there', () => {
		expect(codeOf(plans.recordIntent('plan-1', { rowId: 3, step: 'create', asked: null, at: at(1) }, actor))).toBe('wrong-use');
		expect(codeOf(plans.recordIntent('none', { rowId: 0, step: 'create', asked: null, at: at(1) }, actor))).toBe('plan-not-found');
		expect(codeOf(plans.settle('plan-1', 1, { state: 'applied', answered: null, at: at(1) }, actor))).toBe('wrong-use');
		expect(events()).toEqual(['plan-created']);
	});

	it('takes nothing of a plan whose confirmation was not given', () => {
		valueOf(plans.create(newPlan('plan-2', { confirm: 'remove 1' }), [removal(1)], actor));
		const intent = { rowId: 1, step: 'remove', asked: null, at: at(1) } as const;
		expect(codeOf(plans.recordIntent('plan-2', intent, actor))).toBe('confirmation-missing');
		valueOf(plans.confirm('plan-2', actor, at(1)));
		expect(valueOf(plans.plan('plan-2')).confirmedAt).toBe(at(1));
		expect(codeOf(plans.recordIntent('plan-2', intent, actor))).toBe('ok');
	});
});

describe('stranded people', () => {
	beforeEach(() => {
		valueOf(plans.create(newPlan(), [removal(0), removal(1)], actor));
	});

	it('were removed and have no portal-only account, whatever the plan says', () => {
		changed(0, 'remove', 'applied');
		changed(0, 'create', 'rejected');
		changed(1, 'remove', 'applied');
		changed(1, 'create', 'applied');
		valueOf(plans.setState('plan-1', 'finished', null, at(9)));
		expect(plans.stranded()).toEqual([
			{ planId: 'plan-1', runId: 'run-1', site: 'acme', id: 0, row: 2, email: 'zoe@example.com', since: at(2) },
		]);
		expect(plans.rows('plan-1', everything).rows.map(({ stranded }) => stranded)).toEqual([true, false]);
	});

	it('are not those whose removal was refused or is not known', () => {
		changed(0, 'remove', 'rejected');
		changed(1, 'remove', 'unknown');
		expect(plans.stranded()).toEqual([]);
	});

	it('are helped by a later plan too, also of another run of the site', () => {
		changed(0, 'remove', 'applied');
		changed(1, 'remove', 'applied');
		valueOf(runs.create(newRun('run-2'), [listRow(9, 'ADAM@example.com'), listRow(10, 'zoe@example.com')]));
		valueOf(plans.create(newPlan('plan-2', { runId: 'run-2' }), [planRow(0)], actor));
		changed(0, 'create', 'applied', 'plan-2');
		expect(plans.stranded().map(({ email }) => email)).toEqual(['zoe@example.com']);
	});

	it('are not helped at another site', () => {
		changed(0, 'remove', 'applied');
		const other = { name: 'other', url: 'https://other.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null };
		valueOf(runs.create(newRun('run-2', { site: other }), [listRow(9, 'zoe@example.com')]));
		valueOf(plans.create(newPlan('plan-2', { runId: 'run-2' }), [planRow(0)], actor));
		changed(0, 'create', 'applied', 'plan-2');
		expect(plans.stranded()).toHaveLength(1);
	});
});

describe('what was seen afterwards', () => {
	it("is kept with the plan, and beside the row's diagnosis in its run", async () => {
		valueOf(plans.create(newPlan(), [planRow(0), planRow(2)], actor));
		valueOf(plans.saveAfter('plan-1', [seenAs(0, 'already-customer'), seenAs(77, 'already-customer')], actor));
		await reopen();
		expect(valueOf(plans.row('plan-1', 0))).toMatchObject({
			phase: 'ended',
			before: { cause: 'ready-new' },
			after: { cause: 'already-customer', certainty: 'proven' },
			evidence: judged(0, 'already-customer').verdict.evidence,
		});
		expect(valueOf(plans.row('plan-1', 2)).after).toBeNull();
		const after = {
			cause: 'already-customer',
			certainty: 'proven',
			remedy: null,
			planId: 'plan-1',
			at: new Date(1_000_000).toISOString(),
		} as const;
		expect(valueOf(runs.row('run-1', 0))).toMatchObject({
			cause: 'ready-new',
			verdict: judged(0, 'ready-new').verdict,
			after,
			verdictAfter: judged(0, 'already-customer').verdict,
		});
		expect(runs.rows('run-1', [0, 2]).map((row) => row.after)).toEqual([after, undefined]);
		expect(runs.summary('run-1', {})).toEqual({ 'managed-elsewhere': 1, 'ready-new': 2, 'not-checked': 1 });
		expect(runs.rowIds('run-1', { text: 'ZOE', causes: ['ready-new'] }, { by: 'row', descending: false })).toEqual([0]);
		expect(runs.history('zoe@example.com', null).map(({ row }) => row.after)).toEqual([after]);
		expect(audit.entries(1, 1).entries[0]).toMatchObject({
			event: 'verified',
			details: { plan: 'plan-1', rows: [{ row: 0, address: 'zoe@example.com', cause: 'already-customer', certainty: 'proven' }] },
		});
	});

	it('tells nothing where nothing was seen', () => {
		valueOf(plans.create(newPlan(), [planRow(0)], actor));
		valueOf(plans.saveAfter('plan-1', [], actor));
		expect(events()).toEqual(['plan-created']);
	});
});

describe('the right to change a site', () => {
	beforeEach(() => {
		valueOf(plans.create(newPlan(), [planRow(0)], actor));
	});

	it('shows a running plan as stopped, without a failure, where nobody holds it', () => {
		valueOf(plans.setState('plan-1', 'running', null, at(1)));
		expect(valueOf(plans.plan('plan-1'))).toMatchObject({ state: 'stopped', stop: null });
		expect(plans.plans(null)[0]?.state).toBe('stopped');
		held.add(site);
		expect(valueOf(plans.plan('plan-1')).state).toBe('running');
	});

	it('brings no plan of a dead process to life when another plan of the site runs', () => {
		valueOf(plans.create(newPlan('plan-2'), [planRow(0)], actor));
		valueOf(plans.setState('plan-1', 'running', null, at(1)));
		held.add(site);
		valueOf(plans.setState('plan-2', 'running', null, at(2)));
		expect(plans.plans(null).map(({ id, state }) => [id, state])).toEqual([
			['plan-2', 'running'],
			['plan-1', 'stopped'],
		]);
	});

	it('says why a plan stopped, and when it finished', () => {
		const stop = { code: 'token-rejected', details: { status: 401 } } as const;
		valueOf(plans.setState('plan-1', 'stopped', stop, at(1)));
		expect(valueOf(plans.plan('plan-1'))).toMatchObject({ state: 'stopped', stop, finishedAt: null });
		valueOf(plans.setState('plan-1', 'finished', null, at(2)));
		expect(valueOf(plans.plan('plan-1'))).toMatchObject({ state: 'finished', stop: null, finishedAt: at(2) });
		expect(codeOf(plans.setState('none', 'paused', null, at(2)))).toBe('plan-not-found');
	});
});
