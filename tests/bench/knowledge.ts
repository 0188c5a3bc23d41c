import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedList } from '../support/checked-list.ts';
import { compactFacts, type PersonFacts } from '#core/evidence/person-facts.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { demoAccess, makeWorld } from '#demo-site/world/make-world.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { ComparisonService } from '#main/services/runs/comparison-service.ts';
import { runUnlocks } from '#main/services/runs/run-unlocks.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import { evidenceOfCause } from '../support/evidence-of-cause.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

/**
 * `node tests/bench/knowledge.ts [ROWS]`: what it costs to keep the facts of a run, to rank what would unlock most, and to
 * compare two runs; with the longest time that anybody else in the process had to wait.
 */
const rowCount = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
const need = <T>(outcome: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const rows = makeInviteListRows(makeWorld({ people: rowCount, fillers: 0 })).slice(0, rowCount);
const at = '2026-11-23T10:00:00.000Z';
/** As long as what a diagnosis stores. */
const evidence = (email: string) =>
	Array.from({ length: 6 }, (_, index) => ({
		asked: `question ${index} about ${email}`,
		source: 'POST /admin/v2/orgs/{orgId}/directories/-/users/search',
		answer: { accountId: `712020:${email}`, status: 'active', found: null, accounts: 120_000, portalOnly: 400, withoutAddress: 12 },
		at,
	}));
const factsOf = new Map<string, PersonFacts | undefined>();
const verdicts = rows.map(({ email, expected }, id): JudgedRow => {
	const cause = expected.cause as CauseCode;
	const made = evidenceOfCause(cause);
	if (!factsOf.has(cause)) factsOf.set(cause, made === null ? undefined : compactFacts(made));
	const facts = factsOf.get(cause);
	const verdict = { cause, certainty: expected.certainty, remedy: causeCatalogue[cause].remedy, evidence: evidence(email) };
	return facts === undefined ? { id, verdict } : { id, verdict, facts };
});

const took = (startedMs: number): string => `${(performance.now() - startedMs).toFixed(0)} ms`;

/** Runs `work` and says how long it took, and how long the event loop was held up at most. */
const watch = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
	let longest = 0;
	let last = performance.now();
	const beat = setInterval(() => {
		longest = Math.max(longest, performance.now() - last - 1);
		last = performance.now();
	}, 1);
	const startedMs = performance.now();
	const before = process.cpuUsage();
	const result = await work();
	const spent = process.cpuUsage(before);
	const all = `${took(startedMs)} (processor ${((spent.user + spent.system) / 1000).toFixed(0)} ms)`;
	await new Promise((resolve) => setTimeout(resolve, 5));
	clearInterval(beat);
	console.log(`${name}: ${all}, longest wait ${longest.toFixed(0)} ms`);
	return result;
};

const sql = need(await openDatabase(join(folder, 'bench.sqlite')));
const store = createRunStore(sql, nobodyHolds);
const site = { name: 'Halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null };
const access = need(readAccess(demoAccess, at));
const save = (id: string, kept: readonly JudgedRow[]): void => {
	const run = { id, listName: 'l.csv', columns: ['a', 'b', 'c', 'd'], site, deskKey: 'HELP', mode: 'live', access, startedAt: at } as const;
	need(store.create(run, checkedList(rows, { name: 0, email: 1, organisation: 2 }).listRows()));
	const startedMs = performance.now();
	for (let start = 0; start < kept.length; start += 100) need(store.saveVerdicts(id, kept.slice(start, start + 100)));
	console.log(`verdicts of ${id}: ${took(startedMs)}`);
};
try {
	save(
		'without-facts',
		verdicts.map(({ id, verdict }) => ({ id, verdict })),
	);
	save('with-facts', verdicts);
	const comparison = new ComparisonService(store);
	const runs = { before: 'without-facts', after: 'with-facts' };
	for (let round = 0; round < 5; round++) {
		await watch('compare', () => comparison.compare(runs));
		await watch('a page of who changed', () => comparison.compared(runs, 0, 500));
		await watch('history of an address', () => comparison.history(rows[500]?.email ?? '', null));
		const unlocks = need(await watch('unlock', () => runUnlocks(store, 'with-facts')));
		if (round === 0) console.log(unlocks.slice(0, 5));
	}
} finally {
	sql.close();
	rmSync(folder, { recursive: true, force: true });
}
