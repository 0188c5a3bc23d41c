import { expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import { openDatabase } from '#main/storage/database.ts';
import { assemble, makeTakeApart } from '#core/evidence/evidence-shapes.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import type { EvidenceItem, Json, Verdict } from '#shared/verdict.ts';
import { anyEvidence } from '../../../support/any-evidence.ts';
import { nobodyHolds } from '../../../support/memory-locks.ts';
import { fc } from '../../../support/properties.ts';
import { judged, listRow, newRun, temporaryFolder, valueOf } from './samples.ts';

const address = 'ann@example.com';
const at = '2026-03-01T09:00:01.000Z';

/** Holes, quotes, halves of characters and addresses, wherever a text can stand. */
const pieces = [
	'',
	address,
	'example.com',
	'\u0001',
	'\u0002',
	'\u0003',
	'"',
	'\\',
	'\ud800',
	'𝒜',
	' ',
	', line 3',
	', lines 2 and 5',
	'é',
	'\n',
	'is "x" an address',
];
const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 5 }).map((parts) => parts.join(''));
const keys = fc.oneof(fc.constantFrom('accountId', 'cells', 'row', 'lastActive', 'problem', 'found', '"', '\u0002'), text);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
	json: fc.oneof(
		{ maxDepth: 3 },
		text,
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('json'), { maxLength: 3 }),
		fc.dictionary(keys, tie('json'), { maxKeys: 3 }),
	),
}));
const item: fc.Arbitrary<EvidenceItem> = fc.record({ asked: text, source: text, answer: json, at: fc.oneof(fc.constant(at), text) });

it('gives back any evidence to the byte', () => {
	const takeApart = makeTakeApart();
	fc.assert(
		fc.property(fc.array(item, { maxLength: 4 }), fc.oneof(fc.constant(address), text), (evidence, of) => {
			expect(assemble(takeApart(evidence, of), of)).toBe(JSON.stringify(evidence));
		}),
		{ numRuns: 2000 },
	);
});

it('gives back the evidence of any verdict to the byte', () => {
	const takeApart = makeTakeApart();
	fc.assert(
		fc.property(anyEvidence, (evidence) => {
			const verdict = decideCause(evidence);
			expect(assemble(takeApart(verdict.evidence, evidence.address), evidence.address)).toBe(JSON.stringify(verdict.evidence));
		}),
	);
});

const evidenceOf = (n: number): readonly EvidenceItem[] => [
	{
		asked: `directory entry of person${n}@example.com`,
		source: 'export users of 2026-11-20, line 7',
		answer: { accountId: `a${n}`, cells: { Name: `N ${n}` } },
		at,
	},
	{
		asked: 'what follows from it',
		source: 'rule:probable-typo',
		answer: `a near miss: person${n}@example.org was meant?`,
		at: `${at}${n}`,
	},
];
const verdictOf = (n: number): Verdict => ({ cause: 'ready-new', certainty: 'likely', remedy: null, evidence: evidenceOf(n) });

const withStore = async (rows: number, work: (store: ReturnType<typeof createRunStore>, sql: Sql) => void): Promise<void> => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const store = createRunStore(sql, nobodyHolds);
	valueOf(
		store.create(
			newRun(),
			Array.from({ length: rows }, (_, n) => listRow(n + 2, `person${n}@example.com`)),
		),
	);
	work(store, sql);
	sql.close();
	folder.remove();
};

it('stores what people share once, whatever number of them there is', async () => {
	await withStore(3000, (store, sql) => {
		for (let from = 0; from < 3000; from += 1000) {
			const batch = Array.from({ length: 1000 }, (_, n) => ({ id: from + n, verdict: verdictOf(from + n) }));
			valueOf(store.saveVerdicts('run-1', batch));
		}
		expect(sql.column('SELECT count(*) FROM evidence_shape')).toEqual([1]);
		const [bytes] = sql.column<number>('SELECT sum(length(evidence)) / count(*) FROM run_row_evidence');
		expect(bytes).toBeLessThan(80);
		expect([...store.allRows('run-1')].map(({ verdict }) => verdict.evidence)).toEqual(
			Array.from({ length: 3000 }, (_, n) => evidenceOf(n)),
		);
	});
});

it('keeps evidence whole where every row differs in something that no shape knows of', async () => {
	await withStore(2500, (store, sql) => {
		const odd = (n: number): Verdict => ({ ...verdictOf(n), evidence: [{ asked: `odd ${n}`, source: 's', answer: n, at }] });
		valueOf(
			store.saveVerdicts(
				'run-1',
				Array.from({ length: 2500 }, (_, id) => ({ id, verdict: odd(id) })),
			),
		);
		expect(sql.column<number>('SELECT count(*) FROM evidence_shape')[0]).toBeLessThanOrEqual(2000);
		expect([...store.allRows('run-1')].map(({ verdict }) => verdict.evidence)).toEqual(
			Array.from({ length: 2500 }, (_, n) => odd(n).evidence),
		);
	});
});

it('reads evidence as it was stored before there were shapes', async () => {
	await withStore(1, (store, sql) => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new')]));
		sql.run('UPDATE run_row_evidence SET evidence = ?, shape = NULL, times = NULL', [JSON.stringify(evidenceOf(0))]);
		expect(valueOf(store.row('run-1', 0)).verdict.evidence).toEqual(evidenceOf(0));
	});
});

it('leaves no shape and no time of a run that goes', async () => {
	await withStore(1, (store, sql) => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new')]));
		sql.script('DELETE FROM run');
		expect(sql.column('SELECT count(*) FROM evidence_shape UNION ALL SELECT count(*) FROM evidence_times')).toEqual([0, 0]);
	});
});
