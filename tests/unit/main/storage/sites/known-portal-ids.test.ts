import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createKnownPortalIds, madeFor, seenAt } from '#main/storage/sites/known-portal-ids.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { judged, listRow, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let find: ReturnType<typeof createKnownPortalIds>;
const acme = newRun().site.url;
const other = { ...newRun().site, url: 'https://other.atlassian.net' };

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	find = createKnownPortalIds(sql);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const seen = (accountId: string): JudgedRow => {
	const { verdict } = judged(0, 'ready-existing');
	const item = { asked: 'portal-only record', source: 'GET /x', answer: { accountId, active: true }, at: '' };
	return { id: 0, verdict: { ...verdict, evidence: [...verdict.evidence, item] } };
};

const run = (id: string, accountId: string, change: Parameters<typeof newRun>[1] = {}): void => {
	const store = createRunStore(sql, nobodyHolds);
	valueOf(store.create(newRun(id, change), [listRow(2, 'ann@a.com')]));
	valueOf(store.saveVerdicts(id, [seen(accountId)]));
};

it('an id that an earlier run saw at the address is known, the newest first', () => {
	run('one', 'qm:d:old');
	run('two', 'qm:d:new');
	run('three', '5b-atlassian');
	run('elsewhere', 'qm:d:elsewhere', { site: other });
	expect(find(acme, 'ann@a.com')).toBe('qm:d:new');
	expect(find(other.url, 'ann@a.com')).toBe('qm:d:elsewhere');
	expect(find(acme, 'ben@a.com')).toBeNull();
});

it('an id that a change made is known before anything that was seen', () => {
	run('one', 'qm:d:seen');
	sql.run("INSERT INTO audit (seq, at, account, user, host, site, event, details, hash) VALUES (1, '', '', '', 'cli', '', '', '', '')");
	sql.run("INSERT INTO plan (key, id, run, desk, created_at, choices, people, estimate) VALUES (1, 'p', 1, '{}', '', '{}', '', '{}')");
	sql.run(
		"INSERT INTO plan_row (plan, id, remedy, steps, before_cause, before_certainty, accounts) VALUES (1, 0, 'create-and-add', '[]', 'ready-new', 'likely', '[]')",
	);
	sql.run(
		"INSERT INTO change (id, plan, row_id, step, state, asked, answered, intent_at) VALUES (1, 1, 0, 'create', 'applied', '{}', ?, '')",
		[JSON.stringify({ status: 201, accountId: 'qm:d:made' })],
	);
	expect(find(acme, 'ann@a.com')).toBe('qm:d:made');
});

it.each([madeFor, seenAt])('is one look-up a run', (text) => {
	const plan = sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, [acme, 'ann@a.com']).map(({ detail }) => detail);
	expect(plan).toContain('SEARCH a USING PRIMARY KEY (run=? AND email=?)');
	expect(plan).toContain('SEARCH r USING PRIMARY KEY (run=? AND id=?)');
	expect(plan.filter((line) => line.includes('AUTOMATIC'))).toEqual([]);
	expect(plan.filter((line) => line.startsWith('SCAN') && line !== 'SCAN run')).toEqual([]);
});
