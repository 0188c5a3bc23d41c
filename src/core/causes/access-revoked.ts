import { type CauseRule, entryOf } from './rule.ts';

/**
 * Suspended in the directory; or, where an organisation has several directories, in the one that serves this site
 * (`userDirectoryStatus`), which the composite status does not show.
 */
export const accessRevoked: CauseRule = (evidence) => {
	const suspendedHere = evidence.jsmRole?.known === true && evidence.jsmRole.value.suspendedHere;
	if (suspendedHere) return { cause: 'access-revoked', certainty: 'proven' };
	const entry = entryOf(evidence);
	if (entry?.status !== 'suspended') return null;
	return entry.unsure === true
		? {
				cause: 'access-revoked',
				certainty: 'likely',
				because: 'the file says inactive: suspended here, or switched off by whoever manages the account',
			}
		: { cause: 'access-revoked', certainty: 'proven' };
};
