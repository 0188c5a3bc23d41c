import type { EvidenceItem } from '#shared/verdict.ts';
import { insertMany } from '../insert-many.ts';
import type { Sql, SqlValue } from '../sql.ts';
import { assemble, makeTakeApart, type Shaped } from '#core/evidence/evidence-shapes.ts';

/** More are a sign that something differs from row to row that the shapes do not know of; rows hold theirs whole then. */
const mostShapes = 2000;

export interface RowEvidence {
	readonly id: number;
	/** As the row has it. */
	readonly email: string;
	/** As it is said, or taken apart already. */
	readonly evidence: readonly EvidenceItem[] | Shaped;
}

/** The columns `evidenceOf` needs, of `run_row r` and what is joined to it. */
export const evidenceColumns = 'e.evidence, h.shape, t.times';
export const evidenceJoins =
	'LEFT JOIN run_row_evidence e ON e.run = r.run AND e.id = r.id LEFT JOIN evidence_shape h ON h.key = e.shape LEFT JOIN evidence_times t ON t.key = e.times';

export interface EvidenceRecord {
	readonly email: string;
	/** Whole, as JSON, or a person's own where there is a shape; `null` where the row has no verdict. */
	readonly evidence: string | null;
	readonly shape: string | null;
	readonly times: string | null;
}

const takeApart = makeTakeApart();

const makeShapeKeys = (sql: Sql, run: number): ((shape: string) => number | null) => {
	const stored = sql.all<{ readonly key: number; readonly shape: string }>('SELECT key, shape FROM evidence_shape WHERE run = ?', [run]);
	const keys = new Map(stored.map(({ key, shape }) => [shape, key]));
	return (shape) => {
		const known = keys.get(shape);
		if (known !== undefined) return known;
		if (keys.size >= mostShapes) return null;
		const key = sql.column<number>('INSERT INTO evidence_shape (run, shape) VALUES (?, ?) RETURNING key', [run, shape])[0];
		if (key === undefined) throw new Error('INSERT … RETURNING gave no row');
		keys.set(shape, key);
		return key;
	};
};

const makeTimesKeys = (sql: Sql, run: number): ((times: string) => number) => {
	const keys = new Map<string, number>();
	return (times) => {
		const known = keys.get(times);
		if (known !== undefined) return known;
		const key = sql.column<number>('INSERT INTO evidence_times (run, times) VALUES (?, ?) RETURNING key', [run, times])[0];
		if (key === undefined) throw new Error('INSERT … RETURNING gave no row');
		keys.set(times, key);
		return key;
	};
};

/** In the place of what the rows had. For use inside a transaction. */
export const insertEvidence = (sql: Sql, run: number, rows: readonly RowEvidence[]): void => {
	const shapeKey = makeShapeKeys(sql, run);
	const timesKey = makeTimesKeys(sql, run);
	const values: SqlValue[] = [];
	for (const { id, email, evidence } of rows) {
		const shaped = 'shape' in evidence ? evidence : takeApart(evidence, email);
		const { shape, times, own } = shaped;
		const key = shapeKey(shape);
		if (key === null) values.push(run, id, 'shape' in evidence ? assemble(evidence, email) : JSON.stringify(evidence), null, null);
		else values.push(run, id, own, key, timesKey(times));
	}
	insertMany(sql, 'INSERT OR REPLACE INTO run_row_evidence (run, id, evidence, shape, times)', 5, values);
};

export const evidenceOf = ({ email, evidence, shape, times }: EvidenceRecord): readonly EvidenceItem[] => {
	if (evidence === null) return [];
	const text = shape === null || times === null ? evidence : assemble({ shape, times, own: evidence }, email);
	// Text this store wrote itself.
	return JSON.parse(text) as EvidenceItem[];
};
