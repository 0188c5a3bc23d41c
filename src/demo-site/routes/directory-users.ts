import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseAdmin } from '../answers.ts';
import { isTextList, makeCursor, readBody, readCursor, readNumber, readText, readTexts } from '../read-input.ts';
import type { SearchedPeople } from '../world/search-lag.ts';
import { type DirectoryUser, type World, readStatus } from '../world/world.ts';
import { isOurs } from './organisation.ts';
import { findFault, makeFilter } from './search-filter.ts';

/** Reading people of the organisation's directories (admin-orgs.json, base path /admin). */
export const serveDirectoryUsers = (app: FastifyInstance, world: World, searched: () => SearchedPeople): void => {
	const base = '/admin/v2/orgs/:orgId/directories/:directoryId/users';

	/** Source: searchDirectoryUsers. Exact addresses; `links.next` is a bare cursor token. */
	app.post(`${base}/search`, (request, reply) => {
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-404-2', 'Organization not found');
		if (!knowsDirectory(world, request)) return refuseAdmin(reply, 404, 'ADMIN-404-1', 'Directory not found');
		const body = readBody(request);
		const fault = findFault(body);
		if (fault !== null) return refuseAdmin(reply, 400, 'ADMIN-400-2', fault);
		const combines = body['emails'] !== undefined && body['roleIds'] !== undefined;
		if (combines && !world.sight.filtersCombine) return refuseAdmin(reply, 400, 'ADMIN-400-2', 'emails and roleIds do not combine');
		const cursor = typeof body['cursor'] === 'string' ? readCursor(body['cursor']) : 0;
		if (cursor === null) return refuseAdmin(reply, 400, 'ADMIN-400-1', 'Invalid cursor');
		const limit = typeof body['limit'] === 'number' ? body['limit'] : 50;
		const { found, next } = collectPage(searched(), request, body, cursor, limit);
		return { data: found.map(showDirectoryUser), links: next === null ? {} : { next: makeCursor(next) } };
	});

	/** Source: getDirectoryUser. */
	app.get(`${base}/:accountId`, (request, reply) => {
		const user = findUser(world, request);
		if (user === undefined) return refuseUnknownUser(reply);
		const { deactivatedOn } = user;
		return { data: deactivatedOn === null ? showDirectoryUser(user) : { ...showDirectoryUser(user), deactivatedOn } };
	});

	/** Source: getUserRoleAssignments. One entry a resource. */
	app.get(`${base}/:accountId/role-assignments`, (request, reply) => {
		const user = findUser(world, request);
		if (user === undefined) return refuseUnknownUser(reply);
		const offset = readCursor(readText(request.query, 'cursor'));
		if (offset === null) return refuseAdmin(reply, 400, 'ADMIN-400-1', 'Invalid cursor');
		const limit = readNumber(request.query, 'limit', 20, 1, 100);
		const resourceIds = readTexts(request.query, 'resourceIds');
		const roleIds = readTexts(request.query, 'roleIds');
		const all = showRoleAssignments(user, resourceIds, roleIds);
		const links = offset + limit < all.length ? { next: makeCursor(offset + limit) } : {};
		return { data: all.slice(offset, offset + limit), links };
	});
};

/** `-` stands for every directory the key may manage. */
const knowsDirectory = (world: World, request: FastifyRequest): boolean => {
	const asked = readText(request.params, 'directoryId');
	return asked === '-' || world.directories.some((directory) => directory.directoryId === asked);
};

/** The person of this path, where organisation and directory fit. */
export const findUser = (world: World, request: FastifyRequest): DirectoryUser | undefined => {
	const user = world.users.get(readText(request.params, 'accountId'));
	const asked = readText(request.params, 'directoryId');
	return isOurs(world, request) && (asked === '-' || asked === user?.directoryId) ? user : undefined;
};

export const refuseUnknownUser = (reply: FastifyReply): FastifyReply => refuseAdmin(reply, 404, 'ADMIN-404-8', 'User not found');

/** One page, and where the next begins: the cursor is a place in the unfiltered list, so that pages stay cheap. */
const collectPage = (
	people: SearchedPeople,
	request: FastifyRequest,
	body: Readonly<Record<string, unknown>>,
	cursor: number,
	limit: number,
): { found: DirectoryUser[]; next: number | null } => {
	const directoryId = readText(request.params, 'directoryId');
	const passes = makeFilter(body);
	const candidates = listCandidates(people, body['emails']);
	const found: DirectoryUser[] = [];
	for (let at = cursor; at < candidates.length; at += 1) {
		const user = candidates[at];
		if (user === undefined || !passes(user)) continue;
		if (directoryId !== '-' && user.directoryId !== directoryId) continue;
		if (found.length === limit) return { found, next: at };
		found.push(user);
	}
	return { found, next: null };
};

/** In the directory's own order, never in the order of the question: a client must join by address. */
const listCandidates = (people: SearchedPeople, emails: unknown): DirectoryUser[] => {
	if (!isTextList(emails)) return Array.from(people.users.values());
	const found = new Set(emails.map((email) => people.usersByEmail.get(email.toLowerCase())));
	return Array.from(found)
		.filter((user) => user !== undefined)
		.sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
};

const showDirectoryUser = (user: DirectoryUser): Record<string, unknown> => ({
	accountId: user.accountId,
	accountType: 'atlassian',
	accountStatus: user.accountActive ? 'active' : 'inactive',
	membershipStatus: user.membership,
	status: readStatus(user),
	claimStatus: user.claimStatus,
	managementSource: user.managementSource,
	email: user.email,
	emailVerified: user.emailVerified,
	name: user.name,
	nickname: user.name.split(' ')[0] ?? user.name,
	addedToOrg: user.addedToOrg,
	platformRoles: user.platformRoles,
});

const showRoleAssignments = (
	user: DirectoryUser,
	resourceIds: readonly string[],
	roleIds: readonly string[],
): Record<string, unknown>[] => {
	const grants = user.roles.filter(
		(grant) =>
			(resourceIds.length === 0 || resourceIds.includes(grant.resourceId)) && (roleIds.length === 0 || roleIds.includes(grant.role)),
	);
	return Array.from(new Set(grants.map((grant) => grant.resourceId)), (resourceId) => {
		const here = grants.filter((grant) => grant.resourceId === resourceId);
		return {
			resourceId,
			resourceOwner: resourceId.split(':')[2] ?? '',
			directoryId: user.directoryId,
			userDirectoryStatus: user.membership,
			roles: here.map((grant) => grant.role),
			roleAssignments: here.map((grant) => ({ role: grant.role, roleAssignmentMethods: [grant.method] })),
		};
	});
};
