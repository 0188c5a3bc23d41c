import { type CauseRule, entryOf } from './rule.ts';

/**
 * Suspended in the directory; or, where an organisation has several directories, in the one that serves this site
 * (`userDirectoryStatus`), which the composite status does not show.
 */
export const accessRevoked: CauseRule = (evidence) => {
	const suspendedHere = evidence.jsmRole?.known === true && evidence.jsmRole.value.suspendedHere;
	return entryOf(evidence)?.status === 'suspended' || suspendedHere ? { cause: 'access-revoked', certainty: 'proven' } : null;
};
