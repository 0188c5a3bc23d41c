import { type CauseRule, entryOf, hasNoEntry } from './rule.ts';

const noAdminFileHolds = 'no admin file lists the customers of the service project; only the site does';
const unaskedDirectory = 'the directory could not be asked for a second account';
const unaskedPortal = 'portal-only accounts could not be looked up: the person may have a second account';

/**
 * The account is there and works; only the membership is missing. Where a desk lists nobody and may keep no list, and where only
 * admin files were looked at, it stays likely: adding somebody who is a customer already changes nothing.
 */
export const readyExisting: CauseRule = (evidence) => {
	const role = evidence.jsmRole?.known === true ? evidence.jsmRole.value : null;
	const entitled = entryOf(evidence)?.status === 'active' && role?.held === true;
	const portalAccount = evidence.portal.known && evidence.portal.value?.active === true;
	const { membership } = evidence;
	if (!(entitled || portalAccount)) return null;
	const mayHaveSecond = entitled ? !evidence.portal.known : !hasNoEntry(evidence);
	const secondUnseen = entitled ? unaskedPortal : unaskedDirectory;
	if (!membership.known) {
		if (membership.why !== 'not-exported') return null;
		const because = mayHaveSecond ? `${secondUnseen}; ${noAdminFileHolds}` : noAdminFileHolds;
		return { cause: 'ready-existing', certainty: 'likely', because };
	}
	// An inactive record in the list is that of an account which another one has taken the place of.
	if (membership.value.listed?.active === true) return null;
	if (!membership.value.keepsList) {
		return {
			cause: 'ready-existing',
			certainty: 'likely',
			because: 'the service project lists nobody, and it is not known whether it keeps a list of its customers',
		};
	}
	if (mayHaveSecond) return { cause: 'ready-existing', certainty: 'likely', because: secondUnseen };
	return { cause: 'ready-existing', certainty: 'proven' };
};
