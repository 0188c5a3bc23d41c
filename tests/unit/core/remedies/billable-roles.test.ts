import { expect, it } from 'vitest';
import { billableRoles } from '#core/remedies/billable-roles.ts';
import { failure, type Interference, organisation, scriptQuestions } from '../../../support/scripted-questions.ts';

const resourceId = 'ari:cloud:jira::site/cloud-1';
const read = (roles: readonly string[], interference: Interference = {}) => {
	const questions = scriptQuestions(
		{ roles: { '5b-1': [{ resourceId, roles, userDirectoryStatus: 'active', directoryId: 'directory-1' }] } },
		interference,
	);
	return billableRoles('5b-1', { questions, organisation });
};

it.each(['customer', 'stakeholder', 'basic', 'contributor', 'org-admin', 'site-admin', 'user-access-admin'])(
	'the role %s costs nothing',
	async (role) => {
		expect(await read([`atlassian/${role}`])).toEqual([]);
	},
);

it.each(['user', 'admin', 'guest', 'something-new'])('the role %s is billed, for all that is known', async (role) => {
	expect(await read(['atlassian/customer', `atlassian/${role}`])).toEqual([`atlassian/${role} on ${resourceId}`]);
});

it('says nothing of roles that could not be read', async () => {
	expect(await read(['atlassian/customer'], { roleAssignments: () => failure('unexpected-answer') })).toBeNull();
	expect(await billableRoles('5b-1', { questions: scriptQuestions(), organisation: null })).toBeNull();
});
