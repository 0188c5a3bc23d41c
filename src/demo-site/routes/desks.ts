import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseDesk } from '../answers.ts';
import { isTextList, readBody, readOrigin, readText } from '../read-input.ts';
import { type Desk, type DirectoryUser, type PortalCustomer, type World, holdsRoleOn, isUsable } from '../world/world.ts';
import { showPage } from './servicedesk-page.ts';

/** Service desks and their customers (jsm.json). */
export const serveDesks = (app: FastifyInstance, world: World): void => {
	const base = '/rest/servicedeskapi/servicedesk';

	/** Source: getServiceDesks. */
	app.get(base, (request) => showPage(request, world.desks, 50, (desk) => showDesk(request, desk)));

	/** Source: getServiceDeskById. */
	app.get(`${base}/:deskId`, (request, reply) => {
		const desk = findDesk(world, request);
		return desk === undefined ? refuseUnknownDesk(reply) : showDesk(request, desk);
	});

	/** Source: getRequestTypes. */
	app.get(`${base}/:deskId/requesttype`, (request, reply) => {
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		return showPage(request, desk.requestTypes, 100, (type) => ({
			id: String(type.id),
			name: type.name,
			description: type.name,
			issueTypeId: '10101',
			serviceDeskId: desk.id,
			portalId: desk.id,
			groupIds: [],
		}));
	});

	serveDeskCustomers(app, world, base);
	servePermissionCheck(app, world, base);
};

const serveDeskCustomers = (app: FastifyInstance, world: World, base: string): void => {
	/** Source: getCustomers (experimental). An open desk keeps no list, so it shows nobody. */
	app.get(`${base}/:deskId/customer`, (request, reply) => {
		if (!optsIn(request)) return refuseWithoutOptIn(reply);
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const query = readText(request.query, 'query').toLowerCase();
		const members = desk.open ? [] : Array.from(desk.members, (id) => findSomebody(world, id));
		const hidesInactive = query !== '' && !world.sight.deskQueryShowsInactive;
		const found = members.filter(
			(member) => member !== undefined && matches(member, query) && !(hidesInactive && 'active' in member && !member.active),
		);
		return showPage(request, found, 50, (member) => (member === undefined ? {} : showCustomer(request, member)));
	});

	/** Source: addCustomers. Valid customers are added even when the answer is 400, and nobody is named. */
	app.post(`${base}/:deskId/customer`, (request, reply) => {
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const { accountIds } = readBody(request);
		if (!isTextList(accountIds) || accountIds.length === 0) {
			return refuseDesk(reply, 400, 'No customer was given.', 'sd.customers.none');
		}
		const valid = accountIds.filter((id) => mayBeCustomer(world, id));
		if (!desk.open) for (const id of valid) desk.members.add(id);
		if (valid.length === accountIds.length) return reply.code(204).send();
		return refuseDesk(reply, 400, 'One or more of the customers do not exist or are inactive.', 'sd.customers.unknown');
	});
};

const servePermissionCheck = (app: FastifyInstance, world: World, base: string): void => {
	/** Source: checkRequestTypePermissions (experimental): can this person raise a request? */
	app.post(`${base}/:deskId/requesttype/permissions/check`, (request, reply) => {
		if (!optsIn(request)) return refuseWithoutOptIn(reply);
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		const body = readBody(request);
		const fault = findCheckFault(world, body);
		if (fault !== null) return refuseDesk(reply, 400, fault, 'sd.requesttypes.check');
		const accountId = typeof body['accountId'] === 'string' ? body['accountId'] : world.caller.accountId;
		const isCaller = accountId === world.caller.accountId;
		const { administersDesks, administersJira } = world.caller;
		if (!isCaller && !administersDesks && !administersJira) {
			return refuseDesk(reply, 401, 'You may not check the permissions of others.', 'sd.requesttypes.forbidden');
		}
		const ids = Array.isArray(body['requestTypeIds']) ? body['requestTypeIds'] : [];
		const asked = desk.requestTypes.map((type) => type.id).filter((id) => ids.length === 0 || ids.includes(id));
		const checks = (permission: string) => isTextList(body['permissions']) && body['permissions'].includes(permission);
		const mayCreate = isCaller || canRaiseRequests(world, desk, accountId);
		return {
			...(checks('canCreateRequest') ? { canCreateRequest: mayCreate ? asked : [] } : {}),
			...(checks('canAdminister') ? { canAdminister: isCaller && administersDesks ? asked : [] } : {}),
		};
	});
};

const findCheckFault = (world: World, { accountId, permissions, requestTypeIds }: Readonly<Record<string, unknown>>): string | null => {
	if (!isTextList(permissions) || permissions.length === 0) return 'No permissions were given.';
	if (Array.isArray(requestTypeIds) && requestTypeIds.length > 50) return 'At most 50 request types can be checked.';
	const isKnown = typeof accountId === 'string' && findSomebody(world, accountId) !== undefined;
	return accountId === undefined || isKnown ? null : 'The account is not valid.';
};

type Somebody = DirectoryUser | PortalCustomer;

export const findSomebody = (world: World, accountId: string): Somebody | undefined =>
	world.users.get(accountId) ?? world.customers.get(accountId);

/** An Atlassian account needs a role on the site's JSM, a portal-only account must be active. */
const mayBeCustomer = (world: World, accountId: string): boolean => {
	const user = world.users.get(accountId);
	if (user !== undefined) return isUsable(user) && holdsRoleOn(user, [world.jsmResourceId], []);
	return world.customers.get(accountId)?.active === true;
};

const canRaiseRequests = (world: World, desk: Desk, accountId: string): boolean => {
	if (!desk.portalHolderPresent || !mayBeCustomer(world, accountId)) return false;
	const inOrganisation = world.customerOrganisations.some(({ deskIds, members }) => deskIds.has(desk.id) && members.has(accountId));
	return desk.open || inOrganisation || desk.members.has(accountId);
};

/** By number or by project key. */
export const findDesk = (world: World, request: FastifyRequest): Desk | undefined => {
	const asked = readText(request.params, 'deskId');
	return world.desks.find((desk) => desk.id === asked || desk.key === asked || desk.projectId === asked);
};

/** Also partial, as the specification says: `ann@` finds `joann@` too. */
const matches = (member: Somebody, query: string): boolean =>
	query === '' || member.email.toLowerCase().includes(query) || member.name.toLowerCase().includes(query);

export const optsIn = (request: FastifyRequest): boolean => request.headers['x-experimentalapi'] === 'opt-in';

export const refuseWithoutOptIn = (reply: FastifyReply): FastifyReply => {
	const message = 'This API is experimental. Set the X-ExperimentalApi: opt-in header to use it.';
	return refuseDesk(reply, 412, message, 'sd.api.experimental.optin');
};

export const refuseUnknownDesk = (reply: FastifyReply): FastifyReply =>
	refuseDesk(reply, 404, 'The Service Desk you are trying to view does not exist.', 'sd.desk.unknown');

export const refuseCaller = (reply: FastifyReply): FastifyReply =>
	refuseDesk(reply, 403, 'You do not have permission to manage customers of this service project.', 'sd.desk.forbidden');

const showDesk = (request: FastifyRequest, desk: Desk): Record<string, unknown> => {
	const self = `${readOrigin(request)}/rest/servicedeskapi/servicedesk/${desk.id}`;
	return { id: desk.id, projectId: desk.projectId, projectKey: desk.key, projectName: desk.name, _links: { self } };
};

/** UserDTO. */
export const showCustomer = (request: FastifyRequest, somebody: Somebody): Record<string, unknown> => {
	const hidden = 'directoryId' in somebody && somebody.emailHidden;
	const id = encodeURIComponent(somebody.accountId);
	return {
		accountId: somebody.accountId,
		...(hidden ? {} : { emailAddress: somebody.email }),
		displayName: somebody.name,
		active: 'directoryId' in somebody ? isUsable(somebody) : somebody.active,
		timeZone: 'Europe/Berlin',
		_links: { jiraRest: `${readOrigin(request)}/rest/api/2/user?accountId=${id}` },
	};
};
