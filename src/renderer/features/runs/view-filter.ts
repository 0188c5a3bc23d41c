import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { ValueKind } from '#shared/run.ts';

/** Which rows of a run are looked at; empty parts let everything through. */
export interface ViewFilter {
	readonly causes: readonly CauseCode[];
	readonly certainties: readonly Certainty[];
	readonly text: string;
	readonly domains: readonly string[];
	/** `null`: rows that name none. */
	readonly organisations: readonly (string | null)[];
}

export const noFilter: ViewFilter = { causes: [], certainties: [], text: '', domains: [], organisations: [] };

/** As the contract takes it: what filters nothing is left out. */
export const contractFilter = ({ causes, certainties, text, domains, organisations }: ViewFilter) => ({
	...(causes.length > 0 ? { causes: [...causes] } : {}),
	...(certainties.length > 0 ? { certainties: [...certainties] } : {}),
	...(text.trim() === '' ? {} : { text: text.trim() }),
	...(domains.length > 0 ? { domains: [...domains] } : {}),
	...(organisations.length > 0 ? { organisations: [...organisations] } : {}),
});

/** True where causes alone decide, if anything does: then the run's own counters are the numbers on the chips. */
export const countsEveryRow = ({ certainties, text, domains, organisations }: ViewFilter): boolean =>
	certainties.length === 0 && text.trim() === '' && domains.length === 0 && organisations.length === 0;

export const isFiltered = (filter: ViewFilter): boolean => filter.causes.length > 0 || !countsEveryRow(filter);

export const chosenValues = ({ domains, organisations }: ViewFilter, of: ValueKind): readonly (string | null)[] =>
	of === 'domain' ? domains : organisations;

export const withoutValue = (filter: ViewFilter, of: ValueKind): ViewFilter =>
	of === 'domain' ? { ...filter, domains: [] } : { ...filter, organisations: [] };

/** With a value chosen, or not any more. Rows that name no domain hold no address: there is nothing to choose them by. */
export const withValue = (filter: ViewFilter, of: ValueKind, value: string | null, isChosen: boolean): ViewFilter => {
	const change = <T>(values: readonly T[], one: T): readonly T[] => [
		...values.filter((other) => other !== one),
		...(isChosen ? [one] : []),
	];
	if (of === 'organisation') return { ...filter, organisations: change(filter.organisations, value) };
	return value === null ? filter : { ...filter, domains: change(filter.domains, value) };
};
