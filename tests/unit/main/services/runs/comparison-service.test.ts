import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunStore } from '#core/runs/run-store.ts';
import { ComparisonService } from '#main/services/runs/comparison-service.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { Transition } from '#shared/comparison.ts';
import { codeOf, judged, listRow, newRun, temporaryFolder, valueOf } from '../../storage/samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';
import { fc } from '../../../../support/properties.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let store: RunStore;
let service: ComparisonService;

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	store = createRunStore(sql, nobodyHolds);
	service = new ComparisonService(store);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

type Listed = readonly [address: string, cause: CauseCode | null];

/** A run of this list; an address that stood before is a repeated row, a text without @ is no address. */
const makeRun = (id: string, people: readonly Listed[], change: Parameters<typeof newRun>[1] = {}): void => {
	const first = new Map<string, number>();
	const rows = people.map(([email], index) => {
		const row = index + 2;
		const repeats = email.includes('@') ? (first.get(email) ?? null) : null;
		if (repeats === null) first.set(email, row);
		const invalid = { read: { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] }, original: email } as const;
		return listRow(row, email, { repeats, displayName: `Person ${index}`, ...(email.includes('@') ? {} : invalid) });
	});
	valueOf(store.create(newRun(id, change), rows));
	const verdicts = people.flatMap(([email, cause], index) => {
		if (!email.includes('@')) return [judged(index, 'invalid-address')];
		if (rows[index]?.repeats !== null) return [judged(index, 'repeated-row')];
		return cause === null ? [] : [judged(index, cause)];
	});
	valueOf(store.saveVerdicts(id, verdicts));
};

const transitions = async (before = 'before', after = 'after'): Promise<Readonly<Record<string, number>>> =>
	Object.fromEntries(valueOf(await service.compare({ before, after })).map(({ from, to, rows }: Transition) => [`${from} > ${to}`, rows]));

describe('comparing two runs', () => {
	it('says who went from what to what, whatever the order of the lists', async () => {
		makeRun('before', [
			['ann@a.com', 'ready-new'],
			['ben@a.com', 'access-revoked'],
			['cas@a.com', 'access-revoked'],
			['gone@a.com', 'not-invited'],
		]);
		makeRun('after', [
			['new@a.com', 'ready-new'],
			['CAS@a.com', 'already-customer'],
			['ben@a.com', 'already-customer'],
			['ann@a.com', 'ready-new'],
		]);
		expect(await transitions()).toEqual({
			'access-revoked > already-customer': 2,
			'ready-new > ready-new': 1,
			'not-invited > absent': 1,
			'absent > ready-new': 1,
		});
	});

	it('counts a person once, and nobody for a row without an address', async () => {
		makeRun('before', [
			['ann@a.com', 'ready-new'],
			['ann@a.com', null],
			['n/a', null],
			['n/a', null],
		]);
		makeRun('after', [
			['n/a', null],
			['ann@a.com', 'ready-existing'],
			['ann@a.com', null],
			['ann@a.com', null],
			['', null],
			['', null],
		]);
		expect(await transitions()).toEqual({ 'ready-new > ready-existing': 1 });
	});

	it('gives the people themselves, page by page: who changed, or one transition of them', async () => {
		const people = Array.from({ length: 30 }, (_, index): Listed => [`p${index}@a.com`, index < 20 ? 'access-revoked' : 'ready-new']);
		makeRun('before', people);
		makeRun(
			'after',
			people.map(([email, cause], index): Listed => [email, index % 2 === 0 ? 'already-customer' : cause]),
		);
		const runs = { before: 'before', after: 'after' };
		const first = valueOf(await service.compared(runs, 0, 10));
		const second = valueOf(await service.compared(runs, 10, 10));
		expect([first.total, first.rows.length, second.rows.length]).toEqual([15, 10, 5]);
		expect([...first.rows, ...second.rows].map(({ after }) => after?.id)).toEqual(Array.from({ length: 15 }, (_, index) => index * 2));
		const revoked = valueOf(await service.compared({ ...runs, from: 'access-revoked', to: 'already-customer' }, 0, 100));
		expect(revoked.total).toBe(10);
		expect(revoked.rows[0]).toMatchObject({
			before: { email: 'p0@a.com', cause: 'access-revoked', name: 'Person 0' },
			after: { email: 'p0@a.com', cause: 'already-customer' },
		});
		const stayed = valueOf(await service.compared({ ...runs, from: 'ready-new', to: 'ready-new' }, 0, 100));
		expect(stayed.total).toBe(5);
		expect(valueOf(await service.compared({ ...runs, to: 'absent' }, 0, 100)).rows).toEqual([]);
	});

	it('leaves out who came or went where it is asked to', async () => {
		makeRun('before', [
			['ann@a.com', 'access-revoked'],
			['ben@a.com', 'ready-new'],
			['gone@a.com', 'not-invited'],
		]);
		makeRun('after', [
			['new@a.com', 'ready-new'],
			['ann@a.com', 'already-customer'],
			['ben@a.com', 'ready-new'],
		]);
		const runs = { before: 'before', after: 'after' };
		expect(valueOf(await service.compared(runs, 0, 10)).total).toBe(3);
		const inBoth = valueOf(await service.compared({ ...runs, inBoth: true }, 0, 10));
		expect(inBoth.rows.map(({ after }) => after?.email)).toEqual(['ann@a.com']);
	});

	it('shows everybody who changed', async () => {
		makeRun(
			'before',
			Array.from({ length: 1100 }, (_, index): Listed => [`p${index}@a.com`, 'ready-new']),
		);
		makeRun('after', [['p7@a.com', 'ready-new']]);
		const { rows: changed } = valueOf(await service.compared({ before: 'before', after: 'after' }, 0, 2000));
		expect(changed).toHaveLength(1099);
		expect(changed.every(({ before, after }) => before !== null && after === null)).toBe(true);
	});

	it('names the run that is not there', async () => {
		makeRun('before', []);
		expect(codeOf(await service.compare({ before: 'before', after: 'none' }))).toBe('run-not-found');
		expect(codeOf(await service.compared({ before: 'none', after: 'before' }, 0, 1))).toBe('run-not-found');
	});

	it('counts what a walk over both lists counts', async () => {
		const causes = ['ready-new', 'access-revoked', 'already-customer'] as const;
		const list = fc.array(
			fc.tuple(
				fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => `${name}@x.com`),
				fc.constantFrom(...causes),
			),
			{
				maxLength: 12,
			},
		);
		let round = 0;
		await fc.assert(
			fc.asyncProperty(list, list, async (one, two) => {
				const ids = [`one-${round}`, `two-${round++}`] as const;
				makeRun(ids[0], one);
				makeRun(ids[1], two);
				const firsts = (people: readonly Listed[]) => new Map([...people].reverse());
				const [before, after] = [firsts(one), firsts(two)];
				const expected: Record<string, number> = {};
				for (const address of new Set([...before.keys(), ...after.keys()])) {
					const key = `${before.get(address) ?? 'absent'} > ${after.get(address) ?? 'absent'}`;
					expected[key] = (expected[key] ?? 0) + 1;
				}
				expect(await transitions(...ids)).toEqual(expected);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('the history of an address', () => {
	const other = { name: 'other', url: 'https://other.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null };

	it('is what each run said of it, newest first, over all sites or one', () => {
		makeRun('one', [['ann@a.com', 'access-revoked']], { startedAt: '2026-03-01T09:00:00.000Z' });
		makeRun('two', [['ben@a.com', 'ready-new']], { startedAt: '2026-03-02T09:00:00.000Z' });
		makeRun(
			'three',
			[
				['x@a.com', 'ready-new'],
				['ann@a.com', 'ready-new'],
				['ann@a.com', null],
			],
			{
				startedAt: '2026-03-03T09:00:00.000Z',
				site: other,
			},
		);
		const all = valueOf(service.history(' Ann <ANN@a.com> ', null));
		expect(all.map(({ run, row }) => [run.id, row.row, row.cause])).toEqual([
			['three', 3, 'ready-new'],
			['one', 2, 'access-revoked'],
		]);
		expect(all[0]?.run).toEqual({
			id: 'three',
			listName: 'invite-list.csv',
			site: { name: 'other', url: other.url },
			desk: null,
			startedAt: '2026-03-03T09:00:00.000Z',
		});
		expect(valueOf(service.history('ann@a.com', newRun().site.url)).map(({ run }) => run.id)).toEqual(['one']);
	});

	it('is none for who was in no list, and refused for what is no address', () => {
		makeRun('one', [['ann@a.com', 'access-revoked']]);
		expect(valueOf(service.history('nobody@a.com', null))).toEqual([]);
		expect(codeOf(service.history('ann', null))).toBe('wrong-use');
	});
});
