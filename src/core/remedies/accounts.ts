import { entryOf } from '../causes/rule.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import { RunStopped } from '../run-stopped.ts';
import { type StepContext, type StepPerson, unsendable, type Unsendable } from './step.ts';

/** The active account that can be put on a desk as it is: one with a service management role, or a portal-only one. */
export const usableAccount = (evidence: PersonEvidence): string | null => {
	const entry = entryOf(evidence);
	const entitled = entry?.status === 'active' && evidence.jsmRole?.known === true && evidence.jsmRole.value.held;
	if (entitled && entry) return entry.accountId;
	return evidence.portal.known && evidence.portal.value?.active === true ? evidence.portal.value.accountId : null;
};

/** Steps after which the directory's account is usable, whatever a lagging search still says of it. */
const makesUsable = ['assign-role', 'invite', 'restore', 'enable'] as const;

/** Whom to add: what was made in this row, the account that is usable, or the one this row has just made usable. */
export const accountToAdd = ({ createdId, evidence, applied }: StepPerson): string | null => {
	const known = createdId ?? usableAccount(evidence);
	if (known !== null) return known;
	return makesUsable.some((step) => applied.includes(step)) ? (entryOf(evidence)?.accountId ?? null) : null;
};

/** Accounts of this address as the site shows them now. */
export const idsIn = (evidence: PersonEvidence): readonly string[] => {
	const entry = entryOf(evidence);
	const portal = evidence.portal.known ? evidence.portal.value : null;
	return [entry, portal].flatMap((account) => (account ? [account.accountId] : []));
};

/** The one directory that holds the account. Whoever is in several would stay in the organisation when one lets them go. */
export const onlyDirectoryOf = async (accountId: string, { organisation, questions }: StepContext): Promise<string | Unsendable> => {
	const [only, ...others] = organisation?.directories ?? [];
	if (only && others.length === 0) return only.id;
	if (organisation === null) return unsendable('directory-ambiguous');
	const asked = await questions.directoriesOf(organisation.id, accountId);
	if (!asked.ok) throw new RunStopped(asked.failure);
	const [first, ...more] = asked.value.value.items;
	const isAlone = first !== undefined && more.length === 0 && asked.value.value.next === null;
	return isAlone ? first.id : unsendable('directory-ambiguous');
};

/**
 * The directory that an account is to be restored in. The specification offers no "all directories" here,
 * so where several hold the person only the one that serves the site's service management will do.
 */
export const directoryOf = async (accountId: string, context: StepContext): Promise<string | Unsendable> => {
	const { organisation, questions } = context;
	const alone = await onlyDirectoryOf(accountId, context);
	if (typeof alone === 'string' || organisation === null) return alone;
	const roles = await questions.roleAssignments(organisation.id, accountId, null);
	if (!roles.ok) throw new RunStopped(roles.failure);
	const serving = new Set(
		roles.value.value.items.flatMap(({ resourceId, directoryId }) =>
			resourceId === organisation.jsmResource && directoryId !== null ? [directoryId] : [],
		),
	);
	const [serves] = serving;
	return serves !== undefined && serving.size === 1 ? serves : unsendable('directory-ambiguous');
};
