import type { Json } from '#shared/verdict.ts';

/** One text for one value, so that its digest can be computed again by anybody: keys in order of their code units, no spaces. */
export const canonicalJson = (value: Json): string => {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};
