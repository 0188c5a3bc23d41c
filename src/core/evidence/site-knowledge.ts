import { type SiteCapabilities, unknownCapabilities } from '../probes/capabilities.ts';
import type { HandCheck } from '#shared/hand-checks.ts';
import type { RareQuestions } from './rare-questions.ts';

/** What is known of the site from before this run, and the ways of asking that only some sites need. */
export interface SiteKnowledge {
	readonly capabilities: SiteCapabilities;
	/** `null` where they cannot be asked: against a snapshot. */
	readonly rare: RareQuestions | null;
	/** A portal-only id that an earlier run or change saw at this address. */
	readonly knownPortalId: (address: string) => string | null;
	/**
	 * What people checked by hand, to be looked up by address: on this site, or on others of the organisation where it holds
	 * there too. As it stands now: whoever asks about many people asks anew for each batch.
	 */
	readonly checkedByHand: (organisationId: string | null) => (address: string) => readonly HandCheck[];
	/** How many people may be asked about one by one. */
	readonly budget: { left: number };
}

/** How many people of a run are asked about one by one where no list shows them. */
export const portalBudget = 200;

export const noKnowledge: SiteKnowledge = {
	capabilities: unknownCapabilities,
	rare: null,
	knownPortalId: () => null,
	checkedByHand: () => () => [],
	budget: { left: 0 },
};
