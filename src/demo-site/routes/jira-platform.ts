import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseJira } from '../answers.ts';
import type { Credentials } from '../credentials.ts';
import { readNumber, readOrigin, readText, readTexts } from '../read-input.ts';
import type { SearchedPeople } from '../world/search-lag.ts';
import { type DirectoryUser, type PortalCustomer, type World, isUsable, readStatus } from '../world/world.ts';

/** The Jira platform calls (jira-platform.json), which ask for basic `email:token`. */
export const serveJiraPlatform = (
	app: FastifyInstance,
	world: World,
	searched: () => SearchedPeople,
	holderOf: Credentials['holderOf'],
): void => {
	/** Not in a specification: the support article on finding a cloud id. */
	app.get('/_edge/tenant_info', () => ({ cloudId: world.cloudId }));

	/** Source: getCurrentUser. */
	app.get('/rest/api/3/myself', (request, reply) => {
		if (holderOf(request) === 'service') return showServiceAccount(request);
		const user = world.users.get(world.caller.accountId);
		if (user === undefined) return refuseJira(reply, 401, 'The account of this token is gone.');
		return showUser(request, user);
	});

	/** Source: getAllUsers. A plain array; active and inactive; hidden addresses are left out. */
	app.get('/rest/api/3/users/search', (request, reply) => {
		if (!world.caller.browsesUsers) return refuseJira(reply, 403, 'You do not have permission to browse users.');
		const startAt = readNumber(request.query, 'startAt', 0, 0, Number.MAX_SAFE_INTEGER);
		const maxResults = readNumber(request.query, 'maxResults', 50, 1, 1000);
		return listEverybody(searched(), world)
			.slice(startAt, startAt + maxResults)
			.map((somebody) => showUser(request, somebody));
	});

	/** Source: getUser. */
	app.get('/rest/api/3/user', (request, reply) => {
		if (!world.caller.browsesUsers) return refuseJira(reply, 403, 'You do not have permission to browse users.');
		const accountId = readText(request.query, 'accountId');
		const user = world.users.get(accountId);
		const found = user !== undefined && isOnSite(user) ? user : world.customers.get(accountId);
		if (found === undefined) return refuseJira(reply, 404, 'Specified user does not exist or you do not have required permissions');
		return showUser(request, found);
	});

	/** Source: findUsers. Active users only, and without the permission an empty list instead of a refusal. */
	app.get('/rest/api/3/user/search', (request, reply) => {
		const query = readText(request.query, 'query').toLowerCase();
		const accountId = readText(request.query, 'accountId');
		if (query === '' && accountId === '') return refuseJira(reply, 400, 'Either query or accountId must be provided.');
		if (!world.caller.browsesUsers) return [];
		const startAt = readNumber(request.query, 'startAt', 0, 0, Number.MAX_SAFE_INTEGER);
		const maxResults = readNumber(request.query, 'maxResults', 50, 1, 1000);
		return listEverybody(searched(), world)
			.filter((somebody) => isActive(somebody) && (somebody.accountId === accountId || matchesStart(somebody, query)))
			.slice(0, 1000)
			.slice(startAt, startAt + maxResults)
			.map((somebody) => showUser(request, somebody));
	});

	servePermissions(app, world);
};

/** In no directory of people, and without an address to be seen. */
const showServiceAccount = (request: FastifyRequest): Record<string, unknown> => {
	const accountId = '712020:0f2a44d1-6f2c-4c11-9f1e-5d0f5b8f0c10';
	const self = `${readOrigin(request)}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
	return { self, accountId, accountType: 'atlassian', displayName: 'Invite Doctor', active: true, timeZone: 'Etc/GMT', locale: 'en_US' };
};

const permissionTypes: Readonly<Record<string, 'GLOBAL' | 'PROJECT'>> = {
	ADMINISTER: 'GLOBAL',
	USER_PICKER: 'GLOBAL',
	ADMINISTER_PROJECTS: 'PROJECT',
	BROWSE_PROJECTS: 'PROJECT',
	CREATE_ISSUES: 'PROJECT',
	SERVICEDESK_AGENT: 'PROJECT',
};

const servePermissions = (app: FastifyInstance, world: World): void => {
	/** Source: getMyPermissions. `permissions` is required; an unknown key is refused. */
	app.get('/rest/api/3/mypermissions', (request, reply) => {
		const keys = readTexts(request.query, 'permissions');
		if (keys.length === 0) return refuseJira(reply, 400, 'The permissions query parameter is required.');
		const unknown = keys.find((key) => permissionTypes[key] === undefined);
		if (unknown !== undefined) return refuseJira(reply, 400, `Unrecognized permission: ${unknown}`);
		const project = readText(request.query, 'projectKey');
		if (project !== '' && !world.desks.some((desk) => desk.key === project)) {
			return refuseJira(reply, 404, `No project could be found with key '${project}'.`);
		}
		const permissions = keys.map((key, index) => {
			const name = key.toLowerCase().replaceAll('_', ' ');
			const facts = { id: String(index), key, name, type: permissionTypes[key], description: name };
			return [key, { ...facts, havePermission: holdsPermission(world, key) }] as const;
		});
		return { permissions: Object.fromEntries(permissions) };
	});

	/** Source: getAssignedPermissionScheme. The grants come only when they are asked for. */
	app.get('/rest/api/3/project/:key/permissionscheme', (request, reply) => {
		const key = readText(request.params, 'key');
		const desk = world.desks.find((entry) => entry.key === key || entry.projectId === key);
		if (desk === undefined) return refuseJira(reply, 404, `No project could be found with key '${key}'.`);
		if (!world.caller.administersDesks) return refuseJira(reply, 403, 'You must be a project or site admin.');
		const id = 20_000 + Number(desk.id);
		const self = `${readOrigin(request)}/rest/api/3/permissionscheme/${id}`;
		const scheme = { expand: 'permissions,user,group,projectRole,field,all', id, self, name: `${desk.name} scheme` };
		const expand = readTexts(request.query, 'expand');
		if (!expand.includes('permissions') && !expand.includes('all')) return scheme;
		const holders = [{ type: 'applicationRole' }, ...(desk.portalHolderPresent ? [{ type: 'sd.customer.portal.only' }] : [])];
		const permissions = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'].flatMap((permission, row) =>
			holders.map((holder, column) => {
				const grantId = id * 100 + row * 10 + column;
				return { id: grantId, self: `${self}/permission/${grantId}`, holder, permission };
			}),
		);
		return { ...scheme, permissions };
	});
};

const holdsPermission = (world: World, key: string): boolean => {
	if (key === 'ADMINISTER') return world.caller.administersJira;
	if (key === 'USER_PICKER') return world.caller.browsesUsers;
	if (key === 'BROWSE_PROJECTS' || key === 'CREATE_ISSUES') return true;
	return world.caller.administersDesks;
};

type Somebody = DirectoryUser | PortalCustomer;

/** Jira knows nobody who was never invited to the site. */
const isOnSite = (user: DirectoryUser): boolean => readStatus(user) !== 'not_invited';

const listEverybody = ({ users, customers }: SearchedPeople, { sweepShowsCustomers }: World): Somebody[] => {
	const onSite = Array.from(users.values()).filter(isOnSite);
	return sweepShowsCustomers ? [...onSite, ...customers.values()] : onSite;
};

const isActive = (somebody: Somebody): boolean => ('directoryId' in somebody ? isUsable(somebody) : somebody.active);

const matchesStart = (somebody: Somebody, query: string): boolean => {
	if (query === '') return false;
	const email = 'directoryId' in somebody && somebody.emailHidden ? '' : somebody.email;
	const words = [email, somebody.name, ...somebody.name.split(' ')];
	return words.some((word) => word.toLowerCase().startsWith(query));
};

export const showUser = (request: FastifyRequest, somebody: Somebody): Record<string, unknown> => {
	const atlassian = 'directoryId' in somebody;
	return {
		self: `${readOrigin(request)}/rest/api/3/user?accountId=${encodeURIComponent(somebody.accountId)}`,
		accountId: somebody.accountId,
		accountType: atlassian ? 'atlassian' : 'customer',
		...(atlassian && somebody.emailHidden ? {} : { emailAddress: somebody.email }),
		displayName: somebody.name,
		active: isActive(somebody),
		timeZone: 'Europe/Berlin',
		locale: 'en_US',
	};
};
