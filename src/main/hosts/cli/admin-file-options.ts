import { findColumn } from '#core/lists/columns.ts';
import { roleOfMeaning } from '#core/admin-files/meanings.ts';
import { type ColumnRole, columnRoles, type Meaning, type ValueMap, type ValueRole, valueRoles } from '#shared/admin-files.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';

const wrong = (what: string) => failed('wrong-use', { what });

/** `a=b,c="d,e"` as pairs; a comma inside quotes separates nothing. `null` for what is none. */
const readPairs = (texts: readonly string[]): readonly (readonly [string, string])[] | null => {
	const pieces = texts.flatMap((text) => text.match(/(?:[^,"]|"[^"]*")+/g) ?? []);
	const pairs = pieces.map((piece) => /^\s*([a-z-]+)\s*=\s*(?:"([^"]*)"|(.*?))\s*$/i.exec(piece));
	if (pairs.some((pair) => pair === null)) return null;
	return pairs.map((pair) => [(pair?.[1] ?? '').toLowerCase(), pair?.[2] ?? pair?.[3] ?? '']);
};

export type ChosenColumns = Partial<Record<ColumnRole, number>>;

/** `--map address=E-mail,status=#4`: columns by title or, counted from 1, by number. `file` is named where a title is unknown. */
export const readColumns = (texts: readonly string[], columns: readonly string[], file: string): Outcome<ChosenColumns> => {
	const pairs = readPairs(texts);
	if (pairs === null) return wrong('--map is written as address=E-mail,status=State.');
	const chosen: ChosenColumns = {};
	for (const [role, title] of pairs) {
		const known = columnRoles.find((one) => one === role);
		if (known === undefined) return wrong(`--map knows no "${role}". It knows: ${columnRoles.join(', ')}.`);
		const numbered = /^#(\d{1,3})$/.exec(title)?.[1];
		const column = numbered === undefined ? findColumn(columns, title) : Number(numbered) - 1;
		if (column === null || column < 0 || column >= columns.length) {
			return wrong(`${file} has no column ${title}. It has: ${columns.join(', ')}.`);
		}
		chosen[known] = column;
	}
	return done(chosen);
};

/** `--values suspended=gesperrt,access="Agent, Admin"`: the meaning first, then the value as it stands. */
export const readMeanings = (texts: readonly string[]): Outcome<ValueMap> => {
	const pairs = readPairs(texts);
	if (pairs === null) return wrong('--values is written as suspended=gesperrt,active=frei: the meaning first, then the value.');
	const meanings: { [R in ValueRole]?: Record<string, Meaning> } = {};
	for (const [meaning, value] of pairs) {
		// A value may be said to mean nothing whatever its column is.
		const role = roleOfMeaning(meaning);
		if (role === null && meaning !== 'unknown') return wrong(`--values knows no "${meaning}". The meaning stands first, then the value.`);
		for (const one of role === null ? valueRoles : [role]) meanings[one] = { ...meanings[one], [value]: meaning as Meaning };
	}
	return done(meanings as ValueMap);
};
