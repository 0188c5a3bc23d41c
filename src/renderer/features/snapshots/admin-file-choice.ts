import type { ColumnRole, AdminFileKind, AdminFilePreview, Meaning, UnmappedValue, ValueMap } from '#shared/admin-files.ts';
import type { adminFileWords } from '../../messages.ts';

/** What a person corrected of what was recognised. */
export interface AdminFileChoice {
	readonly kind?: AdminFileKind;
	readonly mapping?: Partial<Record<ColumnRole, number | null>>;
	readonly meanings?: ValueMap;
}

export const withMeaning = (choice: AdminFileChoice, { role, value }: UnmappedValue, meaning: Meaning): AdminFileChoice => ({
	...choice,
	meanings: { ...choice.meanings, [role]: { ...choice.meanings?.[role], [value.toLowerCase()]: meaning } },
});

export const chosenMeaning = ({ meanings }: AdminFileChoice, { role, value }: UnmappedValue): Meaning | null => {
	const ofRole: Readonly<Record<string, Meaning>> = meanings?.[role] ?? {};
	const key = value.toLowerCase();
	return Object.hasOwn(ofRole, key) ? (ofRole[key] ?? null) : null;
};

/** A choice for another column forgets what was said of the values of the one before. */
export const withColumn = ({ meanings, ...choice }: AdminFileChoice, role: ColumnRole, column: number | null): AdminFileChoice => {
	const kept = Object.fromEntries(Object.entries(meanings ?? {}).filter(([one]) => one !== role));
	return { ...choice, mapping: { ...choice.mapping, [role]: column }, meanings: kept };
};

const idOf = ({ role, column, value }: UnmappedValue): string => JSON.stringify([role, column, value]);

/** The values that were asked about stay on the screen once they are answered, so that an answer can be corrected. */
export const withAsked = (asked: readonly UnmappedValue[], preview: AdminFilePreview): readonly UnmappedValue[] => {
	const { columns, mapping, unmapped } = preview;
	const isRead = ({ role, column }: UnmappedValue): boolean => column === '' || columns[mapping[role] ?? -1] === column;
	const known = new Set(asked.map(idOf));
	return [...asked.filter(isRead), ...unmapped.filter((value) => !known.has(idOf(value)))];
};

/** What is answered, and the first of what is not: where there are many, the others follow as these are answered. */
export const valuesToShow = (
	asked: readonly UnmappedValue[],
	choice: AdminFileChoice,
	mostOpen: number,
): { readonly shown: readonly UnmappedValue[]; readonly more: number } => {
	const open = asked.filter((value) => chosenMeaning(choice, value) === null);
	const later = new Set(open.slice(mostOpen));
	return { shown: asked.filter((value) => !later.has(value)), more: later.size };
};

/** `2026-11-20`, as the calendar of this machine has it. */
export const dayOf = (ms: number): string => {
	const date = new Date(ms);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

export type OpenPoint = keyof (typeof adminFileWords)['open'];

export interface Readiness {
	readonly preview: AdminFilePreview;
	readonly day: string;
	readonly target: { readonly snapshotId: string } | { readonly siteUrl: string };
}

/** What is still to be said before the file can be added; `null`: nothing. */
export const openPoint = ({ preview, day, target }: Readiness): OpenPoint | null => {
	if (preview.kind === null) return 'kind';
	if (preview.missing.length > 0) return 'columns';
	if (preview.unmapped.length > 0) return 'values';
	if (!/^\d{4}-\d\d-\d\d$/.test(day)) return 'day';
	return 'siteUrl' in target && target.siteUrl.trim() === '' ? 'site' : null;
};
