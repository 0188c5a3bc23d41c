import type { FastifyInstance } from 'fastify';
import { refuseAdmin, refuseAtProxy } from '../answers.ts';
import { makeCursor, readCursor, readNumber, readOrigin, readText } from '../read-input.ts';
import type { World } from '../world/world.ts';
import { isOurs } from './organisation.ts';

/** Approved domains (admin-orgs-2026-08-15.json): withdrawn since, so this site may not know the address any more. */
export const serveAppAccessSettings = (app: FastifyInstance, world: World): void => {
	const base = '/admin/v2/orgs/:orgId/app-access-settings/domains';

	/** Source: listAppAccessSettingsDomains. `links.next` is a URL here. */
	app.get(base, (request, reply) => {
		if (!world.sight.approvedDomainsAnswer) return refuseAtProxy(reply, 404, 'Not Found');
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-404-2', 'Organization not found');
		const offset = readCursor(readText(request.query, 'cursor'));
		if (offset === null) return refuseAdmin(reply, 400, 'ADMIN-400-1', 'Invalid cursor');
		const limit = readNumber(request.query, 'limit', 20, 1, 100);
		const all = listDomains(world).map(({ domain, resources }) => ({
			domain,
			enabled: resources.length > 0,
			numberOfProductsAppliesTo: resources.length,
		}));
		const self = `${readOrigin(request)}/admin/v2/orgs/${world.orgId}/app-access-settings/domains`;
		const next = offset + limit < all.length ? `${self}?cursor=${makeCursor(offset + limit)}&limit=${limit}` : null;
		return { data: all.slice(offset, offset + limit), links: { self, prev: null, next } };
	});

	/** Source: getAppAccessSettingsDomain. A domain without settings has no products. */
	app.get(`${base}/:domain`, (request, reply) => {
		if (!world.sight.approvedDomainsAnswer) return refuseAtProxy(reply, 404, 'Not Found');
		if (!isOurs(world, request)) return refuseAdmin(reply, 404, 'ADMIN-404-2', 'Organization not found');
		const domain = readText(request.params, 'domain');
		const resources = listDomains(world).find((one) => one.domain === domain)?.resources ?? [];
		const products = resources.map((productId) => ({ productId, adminApprovalRequired: false, role: roleOn(world, productId) }));
		return { domain, enabled: products.length > 0, adminNotifications: false, products };
	});
};

const roleOn = ({ jsmResourceId }: World, productId: string): string =>
	`ari:cloud:identity::role/product/${productId === jsmResourceId ? 'customer' : 'member'}`;

/** Those of service management, one that is for another product alone, and one that was switched off. */
const listDomains = ({ access, workspaces, jsmResourceId }: World): { domain: string; resources: string[] }[] => {
	const approved = access.approvedDomains.map((domain) => ({ domain, resources: [jsmResourceId] }));
	const jira = workspaces.find(({ type }) => type === 'jira')?.id ?? '';
	return [...approved, { domain: 'halden-contractors.example', resources: [jira] }, { domain: 'halden-old.example', resources: [] }];
};
