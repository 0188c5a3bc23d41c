import type { CauseCode, Certainty } from '#shared/causes.ts';

/** Which rows of a run are looked at; empty parts let everything through. */
export interface ViewFilter {
	readonly causes: readonly CauseCode[];
	readonly certainties: readonly Certainty[];
	readonly text: string;
}

export const noFilter: ViewFilter = { causes: [], certainties: [], text: '' };

/** As the contract takes it: what filters nothing is left out. */
export const contractFilter = ({ causes, certainties, text }: ViewFilter) => ({
	...(causes.length > 0 ? { causes: [...causes] } : {}),
	...(certainties.length > 0 ? { certainties: [...certainties] } : {}),
	...(text.trim() === '' ? {} : { text: text.trim() }),
});
