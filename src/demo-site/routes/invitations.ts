import type { FastifyInstance } from 'fastify';
import { refuseAdmin } from '../answers.ts';
import { isFields, readBody } from '../read-input.ts';
import { makeUser } from '../world/people.ts';
import { type DirectoryUser, type World, addUser } from '../world/world.ts';
import { findRoleFault, giveRole, readAddresses, refuseRole } from './directory-writes.ts';
import { isOurs } from './organisation.ts';

interface Rule {
	readonly resource: string;
	readonly role: string;
}

/** Source: inviteUsers (admin-orgs.json): 25 addresses a call; 206 where at least one of them failed. */
export const serveInvitations = (app: FastifyInstance, world: World): void => {
	app.post('/admin/v2/orgs/:orgId/users/invite', (request, reply) => {
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-UAM-404-2', 'Organization not found');
		const body = readBody(request);
		const emails = readAddresses(body);
		if (emails.length < 1 || emails.length > 25) return refuseAdmin(reply, 400, 'ADMIN-UAM-400-1', 'Bad request');
		const given = Array.isArray(body['permissionRules']) ? body['permissionRules'] : [];
		const rules = given.map(readRule);
		for (const rule of rules) {
			const fault = findRoleFault(world, rule.role, rule.resource);
			if (fault !== null) return refuseRole(reply, fault);
		}
		const data = emails.map((email) => invite(world, email, rules));
		return reply.code(data.some(({ failed }) => failed) ? 206 : 200).send({ data: data.map(({ shown }) => shown) });
	});
};

const readRule = (rule: unknown): Rule => {
	const { resource, role } = isFields(rule) ? rule : {};
	return { resource: String(resource), role: String(role) };
};

/** Deactivated accounts cannot be invited; suspended ones stay suspended until they are restored. */
const invite = (world: World, email: string, rules: readonly Rule[]): { failed: boolean; shown: unknown } => {
	const known = world.usersByEmail.get(email.toLowerCase());
	const failed = known !== undefined && (!known.accountActive || known.membership === 'suspended');
	const user = known ?? makeInvited(world, email);
	if (!failed) {
		user.membership = 'active';
		for (const { resource, role } of rules) giveRole(user, { resourceId: resource, role, method: 'direct' });
	}
	const roleAssignmentResult = rules.map((rule) => ({
		...rule,
		status: failed ? 'ERROR' : 'INVITED',
		statusReason: failed ? 'ADMIN-UAM-400-2: Inactive user' : null,
	}));
	return { failed, shown: { id: user.accountId, email, results: [{ roleAssignmentResult, groupAssignmentResult: [] }] } };
};

const makeInvited = (world: World, email: string): DirectoryUser => {
	const directoryId = world.directories[0]?.directoryId ?? '';
	const name = email.slice(0, email.lastIndexOf('@'));
	const user = makeUser({ makeAccountId: world.makeAccountId, directoryId }, { email, name }, {}, 0);
	addUser(world, user);
	return user;
};
