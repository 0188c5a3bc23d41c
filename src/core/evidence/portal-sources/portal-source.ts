import type { AccountSweep } from '../account-sweep.ts';
import type { Fact, Membership, PortalRecord } from '../evidence.ts';
import type { RareQuestions } from '../rare-questions.ts';
import type { SiteQuestions } from '../site-questions.ts';
import type { OrganisationMembers } from './organisation-members.ts';

/** One person, and what the run has read of the site so far. */
export interface PortalSearch {
	readonly address: string;
	/** No Atlassian account is known: whether there is a record decides what becomes of the row, so that asking alone is worth it. */
	readonly isWorthAsking: boolean;
	/** What the desk's list says of the person. */
	readonly membership: Fact<Membership>;
	/** Members of customer organisations; `null` where nobody had to read them. */
	readonly members: OrganisationMembers | null;
	readonly sweep: AccountSweep;
	/** The sweep does not show portal-only customers here, so that its silence is no "no". */
	readonly isPortalOnlyHidden: boolean;
	readonly questions: Pick<SiteQuestions, 'account'>;
	/** `null` where they cannot be asked: against a snapshot. */
	readonly rare: Pick<RareQuestions, 'reporter'> | null;
	readonly reporterFindsInactive: boolean;
	readonly knownPortalId: (address: string) => string | null;
	/** How many people of the run may still be asked about one by one. */
	readonly budget: { left: number };
	readonly now: () => string;
}

/**
 * Somewhere that portal-only records show. Gives the fact, or `null` where it has nothing to say of the person. A fact that is
 * known ends the search, also where it says that there is no record; one that is not is what remains if no later source knows.
 */
export interface PortalSource {
	readonly id: string;
	look(search: PortalSearch): Promise<Fact<PortalRecord | null> | null>;
}
