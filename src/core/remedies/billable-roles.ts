import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { StepContext } from './step.ts';

/**
 * Roles that cost nothing: the specification calls them non-billable, or says that they give no product access. It does not say
 * so of `atlassian/guest`. Source: Organizations API, `RoleId`.
 */
const freeRoles: ReadonlySet<string> = new Set(
	['customer', 'stakeholder', 'basic', 'contributor', 'org-admin', 'site-admin', 'user-access-admin'].map((role) => `atlassian/${role}`),
);

/** Roles that an account has after its access was changed, and that are billed; `null` where they could not be read. Never revoked. */
export const billableRoles = async (
	accountId: string,
	{ questions, organisation }: Pick<StepContext, 'questions' | 'organisation'>,
): Promise<readonly string[] | null> => {
	if (organisation === null) return null;
	const asked = await readAllPages((cursor) => questions.roleAssignments(organisation.id, accountId, cursor));
	if (!asked.ok) {
		if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
		return null;
	}
	const held = asked.value.value.flatMap(({ resourceId, roles }) => roles.map((role) => ({ role, resourceId })));
	return held.filter(({ role }) => !freeRoles.has(role)).map(({ role, resourceId }) => `${role} on ${resourceId}`);
};
