import { domainOf, type PersonEvidence } from '../evidence/evidence.ts';
import { hasNoEntry } from './rule.ts';

/**
 * Nobody of this address anywhere that was asked. An Atlassian account that only the site shows counts while it is
 * active; an inactive one without a directory entry is what a removal leaves behind.
 */
export const hasNoAccount = (evidence: PersonEvidence): boolean =>
	hasNoEntry(evidence) &&
	evidence.portal.known &&
	evidence.portal.value === null &&
	!(evidence.siteAccount.known && evidence.siteAccount.value?.active === true) &&
	!(evidence.membership.known && evidence.membership.value.listed !== null);

/** The same, but portal-only accounts are hidden on this site: an inference, never a proof. */
export const seemsToHaveNoAccount = (evidence: PersonEvidence): boolean =>
	hasNoEntry(evidence) &&
	!evidence.portal.known &&
	evidence.portal.why === 'hidden' &&
	!(evidence.siteAccount.known && evidence.siteAccount.value?.active === true) &&
	!(evidence.membership.known && evidence.membership.value.listed !== null);

/** Why what follows from `seemsToHaveNoAccount` is likely at most. */
export const portalHidden = 'this site does not show every portal-only account: an inactive one may exist';

/** The site was asked to make the account and said no: whatever nothing else blocks, something does. */
export const creationRefused = (evidence: PersonEvidence): boolean =>
	evidence.creation?.known === true && evidence.creation.value !== 'conflict';

/**
 * Why nobody can be sure that there is no account, though the directory has none: at home there are accounts that are managed
 * and in no directory, and home are the approved domains. Where those are not known, any domain may be. `null`: it is sure.
 */
export const unseenAccount = ({ directory, access: { approvedDomains }, address }: PersonEvidence): string | null => {
	const mayBeAtHome = approvedDomains === null || approvedDomains.includes(domainOf(address));
	return mayBeAtHome ? (directory.settledBy ?? null) : null;
};
