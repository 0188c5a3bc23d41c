import { type CauseRule, entryOf, hasNoEntry } from './rule.ts';

/** The account is there and works; only the membership is missing. An open desk keeps no list, so there it stays likely. */
export const readyExisting: CauseRule = (evidence) => {
	const role = evidence.jsmRole?.known === true ? evidence.jsmRole.value : null;
	const entitled = entryOf(evidence)?.status === 'active' && role?.held === true;
	const portalAccount = evidence.portal.known && evidence.portal.value?.active === true;
	if (!evidence.membership.known || evidence.membership.value.listed !== null || !(entitled || portalAccount)) return null;
	if (!evidence.membership.value.keepsList)
		return { cause: 'ready-existing', certainty: 'likely', because: 'the desk lists nobody: an open desk keeps no list of its customers' };
	if (!entitled && !hasNoEntry(evidence))
		return { cause: 'ready-existing', certainty: 'likely', because: 'the directory could not be asked for a second account' };
	return { cause: 'ready-existing', certainty: 'proven' };
};
