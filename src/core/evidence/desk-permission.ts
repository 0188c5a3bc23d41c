import { causeCatalogue } from '#shared/causes.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';

/** "Service Project Customer – Portal Access" in a permission scheme. */
const portalHolder = 'sd.customer.portal.only';

const neededOn = ['BROWSE_PROJECTS', 'CREATE_ISSUES'] as const;

/** Without the holder on both permissions nobody can be added to the desk, whoever they are (atlassian-api.md 10, cause 6). */
export const findDeskPermission = (holders: Readonly<Record<string, readonly string[]>>, proof: EvidenceItem): Verdict | null => {
	const missing = neededOn.filter((permission) => !(holders[permission] ?? []).includes(portalHolder));
	if (missing.length === 0) return null;
	return {
		cause: 'desk-permission-missing',
		certainty: 'proven',
		remedy: causeCatalogue['desk-permission-missing'].remedy,
		evidence: [{ ...proof, answer: { missingOn: missing, holder: portalHolder } }],
	};
};
