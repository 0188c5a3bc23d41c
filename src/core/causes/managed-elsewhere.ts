import { domainOf, type PersonEvidence } from '../evidence/evidence.ts';
import { type CauseRule, entryOf } from './rule.ts';

const foreignDomain =
	"switched off, and its domain is none of the approved ones, so it is hardly this organisation's; the file Export accounts from domains (column Claimed) would tell";

/** Nobody said whose the account is, but which domains are at home here. Only exports leave that open. */
const isOfForeignDomain = ({ access: { internal, approvedDomains }, address, manageable }: PersonEvidence): boolean =>
	manageable?.known === false &&
	manageable.why === 'not-asked' &&
	internal === true &&
	approvedDomains !== null &&
	!approvedDomains.includes('anyone') &&
	!approvedDomains.includes(domainOf(address));

/**
 * No field says "another organisation's". An account that is off and not ours was switched off by its owner;
 * a refusal to let us manage it confirms that. Source: atlassian-api.md section 4.
 */
export const managedElsewhere: CauseRule = (evidence) => {
	const entry = entryOf(evidence);
	if (entry?.status !== 'deactivated') return null;
	if (entry.claimStatus === null && isOfForeignDomain(evidence)) {
		return { cause: 'managed-elsewhere', certainty: 'likely', because: foreignDomain, restsOnAccess: true };
	}
	if (entry.claimStatus !== 'unmanaged') return null;
	const answer = evidence.manageable?.known === true ? evidence.manageable.value : null;
	if (answer?.kind === 'allowed') return null;
	const confirmed = answer?.kind === 'forbidden' || (answer?.kind === 'refused' && answer.reason === 'managedAccount');
	return confirmed
		? { cause: 'managed-elsewhere', certainty: 'proven' }
		: { cause: 'managed-elsewhere', certainty: 'likely', because: 'inactive and unmanaged; not confirmed by the manage call' };
};
