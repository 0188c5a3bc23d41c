import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CreationRecord } from '#core/evidence/infer-access.ts';
import { createCreationRecord, readCreationAnswers } from '#main/storage/sites/creation-outcomes.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { listRow, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let record: CreationRecord;
const acme = newRun().site.url;

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	record = createCreationRecord(sql);
	const store = createRunStore(sql, nobodyHolds);
	valueOf(
		store.create(
			newRun('one'),
			['ann@a.com', 'ben@a.com', 'cas@b.com'].map((email, index) => listRow(index + 2, email)),
		),
	);
	const elsewhere = { ...newRun().site, url: 'https://other.atlassian.net' };
	valueOf(store.create(newRun('two', { site: elsewhere }), [listRow(2, 'dan@c.com')]));
	for (const run of [1, 2]) {
		tell();
		sql.run("INSERT INTO plan (key, id, run, desk, created_at, choices, people, estimate) VALUES (?, ?, ?, '{}', '', '{}', '', '{}')", [
			run,
			`plan-${run}`,
			run,
		]);
		for (const id of run === 1 ? [0, 1, 2] : [0]) {
			sql.run(
				"INSERT INTO plan_row (plan, id, remedy, steps, before_cause, before_certainty, accounts) VALUES (?, ?, 'create-and-add', '[]', 'ready-new', 'likely', '[]')",
				[run, id],
			);
		}
	}
});
afterEach(() => {
	sql.close();
	folder.remove();
});

/** The next entry of the audit log: a line of the journal has its number. */
const tell = (): number => {
	const seq = (sql.column<number>('SELECT coalesce(max(seq), 0) + 1 FROM audit')[0] ?? 1) as number;
	sql.run("INSERT INTO audit (seq, at, account, user, host, site, event, details, hash) VALUES (?, '', '', '', 'cli', '', '', '', '')", [
		seq,
	]);
	return seq;
};

const change = (plan: number, row: number, step: string, state: string, answered: object): void => {
	const id = tell();
	sql.run('INSERT INTO change (id, plan, row_id, step, state, asked, answered, intent_at, settled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		id,
		plan,
		row,
		step,
		state,
		'{}',
		JSON.stringify(answered),
		'',
		`2026-11-23T12:00:${String(id).padStart(2, '0')}.000Z`,
	]);
};

const outcomes = () => record.creationOutcomes(acme).map(({ domain, outcome }) => `${domain} ${outcome}`);

it('what became of new addresses is read from the journal, newest first', () => {
	change(1, 0, 'create', 'applied', { status: 201, accountId: 'qm:x:1' });
	change(1, 0, 'add-to-desk', 'applied', { status: 204 });
	change(1, 1, 'create', 'applied', { settledBy: 'reading', accountId: '712020:ben' });
	change(1, 2, 'create', 'rejected', { status: 400, errorCode: 'sd.customer.create.refused', said: 'No.' });
	expect(outcomes()).toEqual(['b.com refused', 'a.com created-atlassian', 'a.com created-portal']);
	expect(record.creationOutcomes(acme)[0]?.at).toMatch(/^2026-11-23T12:00:\d\d\.000Z$/);
});

it('invitations count like silent creations', () => {
	change(1, 0, 'invite-customer', 'rejected', { status: 400, errorCode: 'sd.customer.create.refused', said: 'No.' });
	change(1, 2, 'invite-customer', 'applied', { status: 201, accountId: 'qm:x:1' });
	expect(outcomes()).toEqual(['b.com created-portal', 'a.com refused']);
});

it('an address that was tried again counts once, with what became of it last', () => {
	change(1, 0, 'create', 'rejected', { status: 400, errorCode: null, said: null });
	change(1, 0, 'create', 'applied', { status: 201, accountId: 'qm:x:1' });
	expect(outcomes()).toEqual(['a.com created-portal']);
});

it.each([
	['a conflict', 'rejected', { status: 409, errorCode: 'sd.customer.email.exists' }],
	['an address the site calls invalid', 'rejected', { status: 400, errorCode: 'sd.customer.email.invalid' }],
	['a missing right', 'rejected', { status: 403 }],
	['what never got an answer', 'unknown', { status: null }],
	['what was not sent in the end', 'not-applied', { status: 429 }],
	['an account without an id', 'applied', { settledBy: 'reading' }],
])('%s says nothing of the settings', (_what, state, answered) => {
	change(1, 0, 'create', state, answered);
	expect(outcomes()).toEqual([]);
});

it('another site is another record', () => {
	change(2, 0, 'create', 'rejected', { status: 400, errorCode: null });
	expect(outcomes()).toEqual([]);
	expect(record.creationOutcomes('https://other.atlassian.net')).toHaveLength(1);
});

it('how attempts ended is counted by what was said of the person before', () => {
	change(1, 0, 'create', 'rejected', { status: 400, errorCode: 'sd.refused', said: null });
	change(1, 1, 'create', 'rejected', { status: 400, errorCode: 'sd.refused', said: null });
	change(1, 2, 'create', 'applied', { status: 201, accountId: 'qm:x:1' });
	change(1, 2, 'create', 'applied', { settledBy: 'reading', accountId: 'qm:x:1' });
	expect(readCreationAnswers(sql, acme)).toEqual([
		{ cause: 'ready-new', status: 201, errorCode: null, times: 1 },
		{ cause: 'ready-new', status: 400, errorCode: 'sd.refused', times: 2 },
	]);
});
