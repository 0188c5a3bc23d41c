import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { Fact, PersonEvidence } from '../evidence/evidence.ts';

/** `because` names the inference a `likely` rests on, or what could not be asked: it becomes part of the evidence. */
export interface Ruling {
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly because?: string;
	/** The settings of customer access are part of it, and are shown with the evidence. */
	readonly restsOnAccess?: true;
}

/** Looks at the evidence and either claims the row or leaves it to the next rule. Pure. */
export type CauseRule = (evidence: PersonEvidence) => Ruling | null;

/** The directory entry where it is known and there is one. */
export const entryOf = (evidence: PersonEvidence) => (evidence.directory.known ? evidence.directory.value : null);

/** True when the directory answered and has nobody of this address. */
export const hasNoEntry = (evidence: PersonEvidence): boolean => evidence.directory.known && evidence.directory.value === null;

type FactKey = { [K in keyof PersonEvidence]-?: PersonEvidence[K] extends Fact<unknown> | null ? K : never }[keyof PersonEvidence];

/** All that can be asked about a person, in the order it is shown: one that is missing here does not compile. */
const shown = {
	directory: true,
	jsmRole: true,
	manageable: true,
	portal: true,
	siteAccount: true,
	membership: true,
	canRaise: true,
	creation: true,
} satisfies Record<FactKey, true>;

const factKeys = Object.keys(shown) as readonly FactKey[];

/** Everything that was asked about the person, in the order it is shown. */
export const factsOf = (evidence: PersonEvidence): readonly (Fact<unknown> | null)[] => factKeys.map((key) => evidence[key]);
