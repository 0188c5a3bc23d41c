import type { FastifyInstance, FastifyReply } from 'fastify';
import { refuseAdmin } from '../answers.ts';
import { isTextList, readBody, readText } from '../read-input.ts';
import { type DirectoryUser, type RoleGrant, type World, isUsable } from '../world/world.ts';
import { findUser, refuseUnknownUser } from './directory-users.ts';
import { isOurs } from './organisation.ts';

/** Changing people of the organisation's directories (admin-orgs.json, base path /admin). */
export const serveDirectoryWrites = (app: FastifyInstance, world: World): void => {
	const base = '/admin/v2/orgs/:orgId/directories/:directoryId/users/:accountId';

	/** Source: restoreUserAccess. Former roles come back, and with them what they cost. */
	app.post(`${base}/restore`, (request, reply) => {
		const user = findUser(world, request);
		const everywhere = readText(request.params, 'directoryId') === '-';
		if (user === undefined || everywhere) return refuseUnknownUser(reply);
		if (!user.accountActive) return refuseAdmin(reply, 400, 'ADMIN-UAM-400-2', 'Inactive user');
		if (user.membership === 'no_membership') return refuseUnknownUser(reply);
		user.membership = 'active';
		return reply.code(204).send();
	});

	/** Source: removeUserFromDirectory. Roles are lost; who belongs to the organisation stays known to it. */
	app.delete(base, (request, reply) => {
		const user = findUser(world, request);
		const everywhere = readText(request.params, 'directoryId') === '-';
		if (user === undefined || everywhere || user.membership === 'no_membership') return refuseUnknownUser(reply);
		user.roles = [];
		user.membership = 'no_membership';
		for (const { members } of [...world.desks, ...world.customerOrganisations]) members.delete(user.accountId);
		if (user.claimStatus === 'unmanaged') forget(world, user);
		return reply.code(204).send();
	});

	/** Source: assignRoles. */
	app.post('/admin/v1/orgs/:orgId/users/:accountId/roles/assign', (request, reply) => {
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-UAM-404-2', 'Organization not found');
		const user = world.users.get(readText(request.params, 'accountId'));
		if (user === undefined) return refuseAdmin(reply, 404, 'ADMIN-UAM-404-1', 'Unknown resource');
		const { role, resource } = readBody(request);
		if (typeof role !== 'string') return refuseAdmin(reply, 400, 'ADMIN-UAM-400-1', 'Bad request');
		const fault = findRoleFault(world, role, resource);
		if (fault !== null) return refuseRole(reply, fault);
		if (!isUsable(user)) return refuseAdmin(reply, 400, 'ADMIN-UAM-400-2', 'Inactive user');
		giveRole(user, { resourceId: String(resource), role, method: 'direct' });
		return reply.code(204).send();
	});
};

type RoleFault = 'ADMIN-UAM-400-3' | 'ADMIN-UAM-404-1';

/** The resource must be one of this organisation's, and the role one that it has. */
export const findRoleFault = (world: World, role: unknown, resource: unknown): RoleFault | null => {
	const workspace = world.workspaces.find(({ id }) => id === resource);
	if (workspace === undefined) return 'ADMIN-UAM-404-1';
	return typeof role === 'string' && workspace.roles.includes(role) ? null : 'ADMIN-UAM-400-3';
};

export const refuseRole = (reply: FastifyReply, fault: RoleFault): FastifyReply => {
	if (fault === 'ADMIN-UAM-404-1') return refuseAdmin(reply, 404, fault, 'Unknown resource');
	return refuseAdmin(reply, 400, fault, 'Invalid role for resource');
};

export const giveRole = (user: DirectoryUser, grant: RoleGrant): void => {
	const held = user.roles.some(({ resourceId, role }) => resourceId === grant.resourceId && role === grant.role);
	if (!held) user.roles = [...user.roles, grant];
};

/** An account that is not the organisation's own is in none of its directories any more: no search finds it. */
const forget = (world: World, user: DirectoryUser): void => {
	world.users.delete(user.accountId);
	world.usersByEmail.delete(user.email.toLowerCase());
};

export const readAddresses = (body: Readonly<Record<string, unknown>>): string[] => (isTextList(body['emails']) ? body['emails'] : []);
