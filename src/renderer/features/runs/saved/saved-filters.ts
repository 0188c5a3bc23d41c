import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { noFilter, type ViewFilter } from '../view-filter.ts';

export interface SavedFilter {
	readonly name: string;
	readonly filter: ViewFilter;
}

export const longestName = 60;
const mostFilters = 50;
/** What a setting may hold. */
const mostCharacters = 20_000;

const isSound = (value: unknown, like: unknown): boolean =>
	Array.isArray(like)
		? Array.isArray(value) && value.every((one) => one === null || (typeof one === 'string' && one.length < 500))
		: typeof value === typeof like;

/** The parts of a filter that this version knows and that make sense; anything else lets everything through. */
const readFilter = (value: unknown): ViewFilter => {
	const kept = Object(value) as Readonly<Record<string, unknown>>;
	const sound = Object.entries(noFilter).filter(([part, nothing]) => isSound(kept[part], nothing));
	return { ...noFilter, ...Object.fromEntries(sound.map(([part]) => [part, kept[part]])) };
};

export const readSaved = (text: string): readonly SavedFilter[] => {
	let kept: unknown;
	try {
		kept = JSON.parse(text);
	} catch {
		return [];
	}
	if (!Array.isArray(kept)) return [];
	return kept
		.map((one) => Object(one) as Readonly<Record<string, unknown>>)
		.flatMap(({ name, filter }) =>
			typeof name === 'string' && name !== '' ? [{ name: name.slice(0, longestName), filter: readFilter(filter) }] : [],
		)
		.slice(0, mostFilters);
};

const sameName = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

export const isTaken = (filters: readonly SavedFilter[], name: string): boolean => filters.some((one) => sameName(one.name, name.trim()));

/** By name; one of the same name is replaced. `null` where there is no room for it. */
export const withFilter = (filters: readonly SavedFilter[], { name, filter }: SavedFilter): readonly SavedFilter[] | null => {
	const others = filters.filter((one) => !sameName(one.name, name));
	const next = [...others, { name, filter }].sort((a, b) => a.name.localeCompare(b.name));
	return next.length <= mostFilters && JSON.stringify(next).length <= mostCharacters ? next : null;
};

/** Kept in the data folder, as the columns are: on this machine, for every list. */
const setting = { key: 'table.filters' };
const none: readonly SavedFilter[] = [];

export const useSavedFilters = (): readonly SavedFilter[] =>
	useQuery(api.settings.get.queryOptions({ input: setting, select: readSetting })).data ?? none;

const readSetting = (text: string | null): readonly SavedFilter[] => (text === null ? none : readSaved(text));

/** Keeps these in the place of those there are. */
export const useKeepFilters = () => {
	const keeping = useMutation(api.settings.set.mutationOptions({ meta: { invalidates: [api.settings.get.key({ input: setting })] } }));
	return (filters: readonly SavedFilter[], onKept?: () => void): void => {
		const value = filters.length === 0 ? null : JSON.stringify(filters);
		keeping.mutate({ ...setting, value }, { onSuccess: () => onKept?.() });
	};
};
