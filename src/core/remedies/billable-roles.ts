import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../evidence/settle.ts';
import type { StepContext } from './step.ts';

/** Roles that cost nothing. Source: Organizations API, `roles/assign`: each names whether it is billable. */
const freeRoles: ReadonlySet<string> = new Set(['atlassian/customer', 'atlassian/stakeholder', 'atlassian/basic', 'atlassian/guest']);

/** Roles that a restored account came back with and that are billed. They are told, never revoked. */
export const billableRoles = async (accountId: string, { questions, organisation }: StepContext): Promise<readonly string[]> => {
	if (organisation === null) return [];
	const asked = await readAllPages((cursor) => questions.roleAssignments(organisation.id, accountId, cursor));
	if (!asked.ok) {
		if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
		return [];
	}
	const held = asked.value.value.flatMap(({ resourceId, roles }) => roles.map((role) => ({ role, resourceId })));
	return held.filter(({ role }) => !freeRoles.has(role)).map(({ role, resourceId }) => `${role} on ${resourceId}`);
};
