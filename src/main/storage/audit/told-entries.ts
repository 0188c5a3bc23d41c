import type { AuditFilter, ToldEntries, ToldEntry } from '#shared/audit.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { DeskRef } from '#shared/run.ts';
import type { Sql, SqlValue } from '../sql.ts';
import { type EntryRecord, entryOf } from './audit-entries.ts';

type ToldRecord = EntryRecord & { readonly desk: string | null; readonly before: CauseCode | null };

/** Of details that this program did not write, nothing is known. */
const detail = (key: string): string => `CASE WHEN json_valid(a.details) THEN a.details ->> '${key}' END`;

/** One person, or several who were looked at again at once. */
const namesPerson = `CASE WHEN json_valid(a.details) THEN instr(lower(a.details ->> 'address'), ?) > 0
	OR EXISTS (SELECT 1 FROM json_each(a.details, '$.rows') WHERE instr(lower(value ->> 'address'), ?) > 0) END`;

const conditionsOf = ({ site, plan, person, step, since, until }: AuditFilter): { readonly text: string; readonly params: SqlValue[] } => {
	const parts = ['1'];
	const params: SqlValue[] = [];
	const demand = (text: string, value: string | undefined): void => {
		if (value === undefined) return;
		parts.push(text);
		params.push(value);
	};
	demand('a.site = ?', site);
	demand(`${detail('plan')} = ?`, plan);
	demand(`${detail('step')} = ?`, step);
	demand('a.at >= ?', since);
	demand('a.at < ?', until);
	if (person !== undefined) {
		parts.push(namesPerson);
		params.push(person.toLowerCase(), person.toLowerCase());
	}
	return { text: parts.join(' AND '), params };
};

const told = `
SELECT a.*, p.desk, r.before_cause AS before FROM audit a
	LEFT JOIN plan p ON p.id = ${detail('plan')} LEFT JOIN plan_row r ON r.plan = p.key AND r.id = ${detail('row')}`;

const toldOf = ({ desk, before, ...record }: ToldRecord): ToldEntry => ({
	...entryOf(record),
	// Text this program wrote itself.
	about: { desk: desk === null ? null : (JSON.parse(desk) as DeskRef).name, before },
});

export const readToldEntries = (sql: Sql, filter: AuditFilter, from: number, count: number): ToldEntries => {
	const { text, params } = conditionsOf(filter);
	return {
		total: sql.column<number>(`SELECT count(*) FROM audit a WHERE ${text}`, params)[0] ?? 0,
		entries: sql.all<ToldRecord>(`${told} WHERE ${text} ORDER BY a.seq DESC LIMIT ? OFFSET ?`, [...params, count, from]).map(toldOf),
		sites: sql.column<string>("SELECT DISTINCT site FROM audit WHERE site <> '' ORDER BY site"),
	};
};

const pageSize = 500;

/** All that fit, oldest first, page by page. */
export function* readFittingEntries(sql: Sql, filter: AuditFilter): Generator<ToldEntry> {
	const { text, params } = conditionsOf(filter);
	for (let after = 0; ; ) {
		const page = sql.all<ToldRecord>(`${told} WHERE ${text} AND a.seq > ? ORDER BY a.seq LIMIT ?`, [...params, after, pageSize]);
		for (const record of page) yield toldOf(record);
		const last = page.at(-1);
		if (last === undefined || page.length < pageSize) return;
		after = last.seq;
	}
}
