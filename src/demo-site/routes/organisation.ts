import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseAdmin, refuseAtProxy } from '../answers.ts';
import { isFields, isTextList, makeCursor, readBody, readCursor, readNumber, readOrigin, readText, readTexts } from '../read-input.ts';
import type { Workspace, World } from '../world/world.ts';

/** Organisation, domains, directories and workspaces (admin-orgs.json, base path /admin). */
export const serveOrganisation = (app: FastifyInstance, world: World): void => {
	/** Source: getOrgs. */
	app.get('/admin/v1/orgs', (request) => {
		const self = `${readOrigin(request)}/admin/v1/orgs/${world.orgId}`;
		const relationships = { domains: { links: { related: `${self}/domains` } }, users: { links: { related: `${self}/users` } } };
		const org = { id: world.orgId, type: 'orgs', attributes: { name: world.orgName }, relationships, links: { self } };
		return { data: [org], links: { self: `${readOrigin(request)}/admin/v1/orgs` } };
	});

	/** Source: getDomains. Two a page; `links.next` is a URL here, unlike everywhere in v2. */
	app.get('/admin/v1/orgs/:orgId/domains', (request, reply) => {
		if (!isOurs(world, request)) return refuseDomains(reply, request);
		const offset = readCursor(readText(request.query, 'cursor'));
		if (offset === null) return refuseAdmin(reply, 400, 'ADMIN-400-1', 'Invalid cursor');
		const base = `${readOrigin(request)}/admin/v1/orgs/${world.orgId}/domains`;
		const data = world.domains.slice(offset, offset + 2).map((domain) => ({
			id: domain.id,
			type: 'domains',
			attributes: { name: domain.name, claim: { type: 'dns', status: domain.claim } },
			links: { self: `${base}/${domain.id}` },
		}));
		const more = offset + 2 < world.domains.length;
		return { data, links: more ? { self: base, next: `${base}?cursor=${makeCursor(offset + 2)}` } : { self: base } };
	});

	/** Source: getDirectoriesForOrg. */
	app.get('/admin/v2/orgs/:orgId/directories', (request, reply) => {
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-404-2', 'Organization not found');
		const offset = readCursor(readText(request.query, 'cursor'));
		if (offset === null) return refuseAdmin(reply, 400, 'ADMIN-400-1', 'Invalid cursor');
		const limit = readNumber(request.query, 'limit', 20, 1, 100);
		const accountId = readText(request.query, 'accountId');
		const asked = readTexts(request.query, 'directoryIds');
		const user = world.users.get(accountId);
		const home = user?.membership === 'no_membership' ? undefined : user?.directoryId;
		const found = world.directories.filter(
			({ directoryId }) => (accountId === '' || directoryId === home) && (asked.length === 0 || asked.includes(directoryId)),
		);
		const links = offset + limit < found.length ? { next: makeCursor(offset + limit) } : {};
		return { data: found.slice(offset, offset + limit), links };
	});

	serveWorkspaces(app, world);
};

const serveWorkspaces = (app: FastifyInstance, world: World): void => {
	/** Source: queryWorkspacesV2. The cursor travels in the body. */
	app.post('/admin/v2/orgs/:orgId/workspaces', (request, reply) => {
		const body = readBody(request);
		const { limit, cursor, query } = body;
		// With a cursor no other property may be present; the page keeps its size.
		if (cursor !== undefined && Object.keys(body).length > 1) {
			return refuseWorkspaces(reply, request, 400, 'ADMIN-400-1', 'Bad request');
		}
		const size = limit === undefined ? (cursor === undefined ? 20 : 1000) : limit;
		const offset = typeof cursor === 'string' ? readCursor(cursor) : 0;
		if (typeof size !== 'number' || size < 1 || size > 1000 || offset === null) {
			return refuseWorkspaces(reply, request, 400, 'ADMIN-400-1', 'Bad request');
		}
		if (!isOurs(world, request)) return refuseWorkspaces(reply, request, 404, 'ADMIN-404-2', 'Organization not found');
		const origin = readOrigin(request);
		const found = world.workspaces.filter((workspace) => matchesQuery(workspace, query));
		const data = found.slice(offset, offset + size).map((workspace) => showWorkspace(workspace, origin, world));
		const more = offset + size < found.length;
		return {
			data,
			links: more ? { next: makeCursor(offset + size) } : {},
			meta: { pageSize: size, startIndex: offset, endIndex: offset + data.length, total: found.length },
		};
	});
};

export const isOurs = (world: World, request: FastifyRequest): boolean => readText(request.params, 'orgId') === world.orgId;

const refuseDomains = (reply: FastifyReply, request: FastifyRequest): FastifyReply =>
	reply.code(403).send({
		timestamp: new Date().toISOString(),
		status: 403,
		error: 'Forbidden',
		message: 'Forbidden',
		path: request.url.split('?')[0],
		requestId: request.id,
	});

const refuseWorkspaces = (reply: FastifyReply, request: FastifyRequest, status: number, code: string, title: string): FastifyReply => {
	if (status === 429) return refuseAtProxy(reply, status, title);
	return reply.code(status).send({ id: request.id, status: String(status), code, title, detail: title });
};

/** The filters that the specification's example shows: a field with its values, a name, and both combined. */
const matchesQuery = (workspace: Workspace, query: unknown): boolean => {
	if (!isFields(query)) return true;
	const { and, nor, field, searchWorkspaces } = query;
	if (Array.isArray(and)) return and.every((part) => matchesQuery(workspace, part));
	if (Array.isArray(nor)) return !nor.some((part) => matchesQuery(workspace, part));
	if (typeof searchWorkspaces === 'string') return workspace.name.includes(searchWorkspaces.toLowerCase());
	if (!isFields(field) || !isTextList(field['values'])) return true;
	const values = field['values'];
	if (field['name'] === 'id') return values.includes(workspace.id);
	return field['name'] === 'attributes.type' || field['name'] === 'attributes.typeKey' ? values.includes(workspace.type) : true;
};

const showWorkspace = (workspace: Workspace, origin: string, world: World): Record<string, unknown> => ({
	id: workspace.id,
	type: 'workspaces',
	attributes: {
		name: workspace.name,
		type: workspace.type,
		typeKey: workspace.type,
		hostUrl: workspace.hostUrl ?? origin,
		status: workspace.id === world.jsmResourceId ? world.serviceManagementStatus : 'online',
		statusDetails: [],
		realm: 'eu-west',
		regions: ['eu-west'],
		sandbox: { type: workspace.hostUrl === null ? 'NONE' : 'CHILD' },
	},
	links: { self: `${origin}/admin/v2/workspaces/${encodeURIComponent(workspace.id)}` },
	relationships: {},
});
