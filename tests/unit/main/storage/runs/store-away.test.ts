import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { diagnose } from '#core/runs/diagnose.ts';
import { offlinePace } from '#core/runs/pace.ts';
import type { DiagnosisStore, RunCreation, RunStore } from '#core/runs/run-store.ts';
import { loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import { likenessInSnapshot } from '#core/snapshots/snapshot-likeness.ts';
import { originOf, snapshotQuestions } from '#core/snapshots/snapshot-questions.ts';
import { openListText } from '#main/files/open-list.ts';
import { clearAway, createRun } from '#main/services/runs/create-run.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { storeAway, type StoringAway } from '#main/storage/runs/store-away.ts';
import type { Sql } from '#main/storage/sql.ts';
import { makeTurns } from '#main/turns.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';
import { memorySnapshot } from '../../../../support/memory-snapshot.ts';
import { writeWorld } from '../../../../support/world-snapshot.ts';
import { asStored, codeOf, judged, listRow, manualClock, newRun, storedRows, temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let store: RunStore;
let away: StoringAway;

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => listRow(index + 2, `person${index}@example.com`));
const verdictsOf = (count: number) => Array.from({ length: count }, (_, id) => judged(id, 'ready-new'));
const { signal } = new AbortController();
const create = (rows: ReturnType<typeof rowsOf>, into: RunCreation = { ...store, ...away }) =>
	createRun({ store: into, turns: makeTurns(), signal }, newRun(), [rows.slice(0, 2500), rows.slice(2500, 5000), rows.slice(5000)]);

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	store = createRunStore(sql, nobodyHolds);
	away = storeAway(store, sql.file);
});
afterEach(async () => {
	await away.close();
	sql.close();
	folder.remove();
});

describe('storing in a thread of its own', () => {
	it('keeps of a long list what storing it here keeps', async () => {
		const rows = rowsOf(7000).map((row, id) =>
			id % 3 === 0 ? { ...row, displayName: `Änne ${id}`, repeats: 2, suggestion: 'a@b.com' } : row,
		);
		valueOf(await create(rows));
		expect(storedRows(store, 'run-1')).toEqual(rows.map(asStored));
		expect(store.rowIds('run-1', { text: 'änne 6999' }, { by: 'email', descending: false })).toEqual([6999]);
		expect(valueOf(store.run('run-1'))).toMatchObject({ rowCount: 7000, checkedCount: 0 });
	});

	it('has verdicts on disk once it has said so, and leaves a row the one it has', async () => {
		valueOf(store.create(newRun(), rowsOf(1000)));
		valueOf(store.saveVerdicts('run-1', [judged(7, 'undetermined')]));
		const saved = away.saveVerdicts('run-1', verdictsOf(1000));
		expect(saved).toBeInstanceOf(Promise);
		valueOf(await saved);
		expect(valueOf(store.run('run-1')).summary).toEqual({ 'ready-new': 999, undetermined: 1 });
		expect(valueOf(store.row('run-1', 8)).verdict).toEqual(judged(8, 'ready-new').verdict);
	});

	it('is for many rows: few are on disk at once', () => {
		valueOf(store.create(newRun(), rowsOf(10)));
		expect(away.saveVerdicts('run-1', verdictsOf(10))).toEqual(done(null));
		expect(valueOf(store.run('run-1')).checkedCount).toBe(10);
	});

	it('fails as storing here does', async () => {
		expect(codeOf(await away.saveVerdicts('none', verdictsOf(1000)))).toBe('run-not-found');
		const draft = valueOf(away.draft(newRun()));
		valueOf(await draft.add(rowsOf(1500)));
		await clearAway(store.clearDrafts(), makeTurns());
		expect(codeOf(await draft.add(rowsOf(1500)))).toBe('run-busy');
		expect(codeOf(await draft.finish())).toBe('run-busy');
	});

	it('says so where the thread ends, keeps what was stored, and goes on in another one', async () => {
		valueOf(store.create(newRun(), rowsOf(60_000)));
		const narrow = storeAway(store, sql.file, { memoryMb: 16 });
		const ended = failed('store-unavailable', { reason: 'thread-ended' });
		expect(await narrow.saveVerdicts('run-1', verdictsOf(60_000))).toEqual(ended);
		expect(valueOf(store.run('run-1'))).toMatchObject({ checkedCount: 0, state: 'stopped' });
		valueOf(await narrow.saveVerdicts('run-1', verdictsOf(600)));
		await narrow.close();
		expect(valueOf(store.run('run-1')).checkedCount).toBe(600);
	});
});

describe('a diagnosis', () => {
	/** Everybody of a small world, against a snapshot of it. */
	const against = async (
		into: DiagnosisStore & RunCreation,
		onJudged: () => void = () => undefined,
		stop = signal,
	): Promise<Outcome<null>> => {
		const world = makeWorld({ peoplePerCause: 80, fillers: 12 });
		const draft = memorySnapshot();
		writeWorld(draft, world);
		const { snapshot } = valueOf(await loadSnapshot(draft.stored(), { deskKey: 'HELP', allowIncomplete: true }, makeTurns()));
		const list = valueOf(await openListText('list.csv', makeInviteList(world)));
		valueOf(await createRun({ store: into, turns: makeTurns(), signal }, newRun(), list.batches()));
		return diagnose({
			runId: 'run-1',
			store: into,
			questions: snapshotQuestions(snapshot, makeTurns()),
			likeness: await likenessInSnapshot(snapshot, makeTurns()),
			connect: { siteHost: 'halden.atlassian.net', hasOrgKey: true, orgId: null, callerEmail: null },
			pace: offlinePace,
			origin: originOf(snapshot),
			clock: manualClock(),
			turns: makeTurns(),
			deskKey: 'HELP',
			access: unknownCustomerAccess,
			suggest: () => null,
			onStep: () => undefined,
			onJudged,
			signal: stop,
		});
	};

	it('comes to the same where its verdicts are stored beside it', async () => {
		valueOf(await against({ ...store, ...away }));
		const other = valueOf(await openDatabase(`${folder.path}/here.sqlite`));
		const here = createRunStore(other, nobodyHolds);
		valueOf(await against(here));
		const told = (of: RunStore) => JSON.stringify([...of.allRows('run-1')].map((row) => ({ ...row, evidence: row.verdict.evidence })));
		expect(valueOf(store.run('run-1')).rowCount).toBeGreaterThan(1000);
		expect(told(store)).toBe(told(here));
		expect([...store.factRows('run-1', 'diagnosed')]).toEqual([...here.factRows('run-1', 'diagnosed')]);
		other.close();
	});

	it('tells of rows once they are stored, and judges one batch ahead and no further', async () => {
		const underWay: ((stored: Outcome<null>) => void)[] = [];
		let told = 0;
		const slow: DiagnosisStore & RunCreation = {
			...store,
			saveVerdicts: () => new Promise((resolve) => underWay.push(resolve)),
		};
		const ended = against(slow, () => (told += 1));
		for (let batch = 1; ; batch++) {
			const settle = await Promise.race([nextOf(underWay), ended]);
			if (typeof settle !== 'function') break;
			expect(told).toBe(batch - 1);
			expect(underWay).toHaveLength(0);
			settle(done(null));
		}
		expect(told).toBeGreaterThan(1);
		expect(codeOf(await ended)).toBe('ok');
	});

	it('ends with what kept its verdicts from being stored, once nothing is under way', async () => {
		let saved = 0;
		let underWay = 0;
		const full: DiagnosisStore & RunCreation = {
			...store,
			saveVerdicts: async () => {
				underWay += 1;
				await new Promise(setImmediate);
				underWay -= 1;
				return saved++ === 1 ? failed('store-full') : done(null);
			},
		};
		expect(codeOf(await against(full))).toBe('store-full');
		expect([saved, underWay]).toEqual([2, 0]);
	});

	it('waits for what is being stored when it is stopped', async () => {
		const abort = new AbortController();
		let stored = 0;
		let begun = 0;
		const stopping: DiagnosisStore & RunCreation = {
			...store,
			saveVerdicts: async () => {
				begun += 1;
				abort.abort();
				await new Promise(setImmediate);
				stored += 1;
				return done(null);
			},
		};
		expect(codeOf(await against(stopping, undefined, abort.signal))).toBe('cancelled');
		expect(stored).toBe(begun);
		expect(begun).toBeGreaterThan(0);
	});
});

/** The next one that is pushed. */
const nextOf = async <T>(list: T[]): Promise<T> => {
	for (;;) {
		const next = list.shift();
		if (next !== undefined) return next;
		await new Promise(setImmediate);
	}
};
