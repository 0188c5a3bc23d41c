import type { AuditEntry, ChangeState } from '#shared/plan.ts';
import { canonicalJson } from './audit-chain.ts';
import type { Sql } from '../sql.ts';
import { type Details, detailsOf, type RecordCheck } from './record-check.ts';
import type { ChangeRecord } from '../plans/plan-records.ts';

interface ChangeLine extends ChangeRecord {
	readonly plan_id: string;
	readonly settled_seq: number | null;
}

const outcomes: ReadonlySet<string> = new Set(['applied', 'rejected', 'unknown', 'not-applied', 'needs-person'] satisfies ChangeState[]);

/** The journal: every intent and every outcome is in the log, as it is in the journal. */
export const checkChanges = (sql: Sql): RecordCheck => {
	let intents = 0;
	const settled = new Set<number>();
	const linesOf = (ids: readonly number[]): ReadonlyMap<number, ChangeLine> => {
		const found = sql.all<ChangeLine>(
			`SELECT c.id, p.id AS plan_id, c.row_id, c.step, c.state, c.asked, c.answered, c.intent_at, c.settled_at, c.settled_seq
			FROM change c LEFT JOIN plan p ON p.key = c.plan WHERE c.id IN (SELECT value FROM json_each(?))`,
			[JSON.stringify(ids)],
		);
		return new Map(found.map((line) => [line.id, line]));
	};
	return {
		see: (entries) => {
			const told = entries.flatMap((entry) => {
				const id = changeToldBy(entry);
				return id === null ? [] : [{ entry, id }];
			});
			const lines = linesOf(told.map(({ id }) => id));
			return told.flatMap(({ entry, id }) => {
				if (entry.event === 'intent') intents += 1;
				const line = lines.get(id);
				if (entry.event !== 'intent' && line?.settled_seq === entry.seq) settled.add(id);
				return line !== undefined && isAsTold(line, entry) ? [] : [entry.seq];
			});
		},
		hasLoggedEverything: () => {
			const counted = sql.get<{ lines: number; settled: number }>('SELECT count(*) AS lines, count(settled_seq) AS settled FROM change');
			return counted?.lines === intents && counted.settled === settled.size;
		},
	};
};

const changeToldBy = ({ event, seq, ...entry }: AuditEntry): number | null => {
	if (event === 'intent') return seq;
	if (!outcomes.has(event)) return null;
	const { change } = detailsOf({ event, seq, ...entry });
	return typeof change === 'number' ? change : -1;
};

const isAsTold = (line: ChangeLine, entry: AuditEntry): boolean => {
	const details = detailsOf(entry);
	if (line.plan_id !== details['plan'] || line.row_id !== details['row'] || line.step !== details['step']) return false;
	return entry.event === 'intent' ? isIntentAsTold(line, entry, details) : isOutcomeAsTold(line, entry, details);
};

const isIntentAsTold = (line: ChangeLine, { at }: AuditEntry, { asked = null }: Details): boolean => {
	const open = line.settled_seq === null;
	if (open && (line.state !== 'intent' || line.settled_at !== null || line.answered !== 'null')) return false;
	return line.intent_at === at && line.asked === canonicalJson(asked);
};

/** An outcome that was not known may have been settled since, by a later entry. */
const isOutcomeAsTold = (line: ChangeLine, { seq, event, at }: AuditEntry, { answered = null }: Details): boolean => {
	if (line.settled_seq !== seq) return event === 'unknown' && line.settled_seq !== null && line.settled_seq > seq;
	return line.state === event && line.settled_at === at && line.answered === canonicalJson(answered);
};
