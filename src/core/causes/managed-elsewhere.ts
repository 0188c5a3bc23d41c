import { domainOf, type PersonEvidence } from '../evidence/evidence.ts';
import { isOfProvider } from '../evidence/person-facts.ts';
import { type CauseRule, entryOf } from './rule.ts';

const foreignDomain =
	"deactivated, and its domain is none of the approved ones, so it is hardly this organisation's; the file Export accounts from domains (column Claimed) would tell";

/** Nobody said whose the account is, but which domains are at home here. Only admin files leave that open. */
const isOfForeignDomain = ({ access: { internal, approvedDomains }, address, manageable }: PersonEvidence): boolean =>
	manageable?.known === false &&
	manageable.why === 'not-asked' &&
	internal === true &&
	approvedDomains !== null &&
	!approvedDomains.includes('anyone') &&
	!approvedDomains.includes(domainOf(address));

/** The manage call's reason, or a file's column Claimed, says in so many words that another organisation manages the account. */
const isSaidToBeManaged = ({ manageable }: PersonEvidence): boolean =>
	manageable?.known === true && manageable.value.kind === 'refused' && manageable.value.reason === 'managedAccount';

/**
 * Deactivated, and managed by another organisation: proven where an answer or a file says so. That we may not manage an
 * account that is off and not ours makes it likely. Source: atlassian-api.md sections 4 and 13.2.
 */
export const managedElsewhere: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated' || entry.claimStatus === 'managed') return null;
	if (isSaidToBeManaged(evidence)) return { cause: 'managed-elsewhere', certainty: 'proven' };
	if (isOfProvider(evidence) || entry.claimedByNobody === true) return null;
	if (entry.claimStatus === null) {
		return isOfForeignDomain(evidence)
			? { cause: 'managed-elsewhere', certainty: 'likely', because: foreignDomain, restsOnAccess: true }
			: null;
	}
	const answer = evidence.manageable?.known === true ? evidence.manageable.value : null;
	if (answer?.kind === 'allowed') return null;
	// Accounts that are unverified or blocked look the same, and with this key nobody can ask which one it is.
	if (evidence.manageable?.known === false && evidence.manageable.why === 'unscoped') return null;
	const because =
		answer?.kind === 'forbidden'
			? 'deactivated, not managed here, and this organisation may not manage it; no answer says who does'
			: 'deactivated and not managed here; the manage call did not confirm it';
	return { cause: 'managed-elsewhere', certainty: 'likely', because };
};
