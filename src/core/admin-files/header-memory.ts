import {
	type ColumnRole,
	columnRoles,
	type AdminFileMapping,
	meaningsOf,
	type ValueMap,
	type ValueRole,
	valueRoles,
} from '#shared/admin-files.ts';
import { titleKey, valueKey } from './title-key.ts';

/** What somebody said of files with one header: columns by their titles, so that their order does not matter. */
export interface HeaderMemory {
	readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
	readonly meanings: ValueMap;
}

/** Names of the columns: titles as they are compared, numbered where one stands twice. */
export const columnNames = (columns: readonly string[]): readonly string[] => {
	const seen = new Map<string, number>();
	return columns.map((title) => {
		const key = titleKey(title);
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : `${key} ${times}`;
	});
};

/** The same for the same titles in any order. */
export const fingerprintOf = (columns: readonly string[]): string => columnNames(columns).toSorted().join('\n');

export const toMemory = (columns: readonly string[], mapping: AdminFileMapping, meanings: ValueMap): HeaderMemory => {
	const names = columnNames(columns);
	const titled = columnRoles.flatMap((role) => {
		const column = mapping[role];
		const name = column === null ? undefined : names[column];
		return name === undefined ? [] : [[role, name] as const];
	});
	return { columns: Object.fromEntries(titled), meanings };
};

/** The columns that were named; what nobody named is left to the proposal. */
export const mappingFrom = ({ columns: remembered }: HeaderMemory, columns: readonly string[]): Partial<AdminFileMapping> => {
	const names = columnNames(columns);
	const placed = columnRoles.flatMap((role) => {
		const name = remembered[role];
		const column = name === undefined ? -1 : names.indexOf(name);
		return column < 0 ? [] : [[role, column] as const];
	});
	return Object.fromEntries(placed);
};

/** What was said last counts. Values are compared as they are looked up. */
export const mergeMeanings = (known: ValueMap, more: ValueMap): ValueMap =>
	Object.fromEntries(
		valueRoles.map((role) => {
			const values = [...Object.entries(known[role] ?? {}), ...Object.entries(more[role] ?? {})];
			return [role, Object.fromEntries(values.map(([value, meaning]) => [valueKey(value), meaning]))];
		}),
	);

const fieldsOf = (raw: unknown): Readonly<Record<string, unknown>> =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Readonly<Record<string, unknown>>) : {};

const readStoredMeanings = (raw: unknown): ValueMap => {
	const fields = fieldsOf(raw);
	const isMeaning = (role: ValueRole, value: unknown): boolean => (meaningsOf[role] as readonly unknown[]).includes(value);
	const entries = valueRoles.map((role) => {
		const values = Object.entries(fieldsOf(fields[role])).filter(([, meaning]) => isMeaning(role, meaning));
		return [role, Object.fromEntries(values)] as const;
	});
	return Object.fromEntries(entries) as ValueMap;
};

/** What is stored may be of an earlier version: whatever is not understood is left out, and asked about again. */
export const readMemory = (raw: unknown): HeaderMemory => {
	const fields = fieldsOf(raw);
	const columns = Object.entries(fieldsOf(fields['columns'])).filter(
		([role, name]) => (columnRoles as readonly string[]).includes(role) && typeof name === 'string',
	);
	return { columns: Object.fromEntries(columns), meanings: readStoredMeanings(fields['said']) };
};
