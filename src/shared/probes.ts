import type { Json } from './verdict.ts';

/**
 * What only the site itself can settle (atlassian-api.md 12). `asking`: a probe reads a little and changes nothing.
 * `watching`: only real changes show it, so the journal is looked at. `importing`: an admin file shows it when it is read.
 * `never`: it would take a change that nobody needs.
 */
export const probeCatalogue = {
	'sweep-shows-portal-only': 'asking',
	'desk-shows-inactive': 'asking',
	'open-desk-keeps-list': 'asking',
	'reporter-finds-inactive': 'asking',
	'approved-domains-readable': 'asking',
	'filters-combine': 'asking',
	'creation-answers': 'watching',
	'creation-obeys-access': 'watching',
	'export-headers': 'importing',
	'restore-everywhere': 'never',
} as const satisfies Record<string, 'asking' | 'watching' | 'importing' | 'never'>;

export type ProbeId = keyof typeof probeCatalogue;

/** What an answer rests on, or why there is none: chooses the sentence. */
export type ProbeReason =
	| 'seen'
	| 'not-seen'
	| 'some-missing'
	| 'nobody-to-tell-by'
	| 'list-empty'
	| 'no-open-desk'
	| 'not-answered'
	| 'refused'
	| 'missing-scope'
	| 'no-org-key'
	| 'too-many'
	| 'not-told-apart'
	| 'nothing-watched'
	| 'contradicted'
	| 'shown-on-import'
	| 'would-change-the-site';

export interface ProbeAnswer {
	readonly probe: ProbeId;
	/** `open`: not known, for the reason. */
	readonly answer: 'yes' | 'no' | 'open';
	readonly reason: ProbeReason;
	/** Numbers and names only: never a person's address or id. */
	readonly details: Readonly<Record<string, Json>>;
	/** ISO 8601, UTC. */
	readonly at: string;
}

const order = Object.keys(probeCatalogue);

/** In the order of the catalogue, whatever order they were kept in. */
export const inProbeOrder = (answers: readonly ProbeAnswer[]): readonly ProbeAnswer[] =>
	answers.toSorted((a, b) => order.indexOf(a.probe) - order.indexOf(b.probe));
