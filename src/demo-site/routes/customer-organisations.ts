import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseDesk } from '../answers.ts';
import { isTextList, readBody, readOrigin, readText } from '../read-input.ts';
import type { CustomerOrganisation, World } from '../world/world.ts';
import { findDesk, findSomebody, refuseUnknownDesk, showCustomer } from './desks.ts';
import { showPage } from './servicedesk-page.ts';

const base = '/rest/servicedeskapi/organization';

/** Customer organisations and their members (jsm.json). */
export const serveCustomerOrganisations = (app: FastifyInstance, world: World): void => {
	/** Source: getOrganizations (group Organization). Whose organisations somebody's are is told to agents only. */
	app.get(base, (request, reply) => {
		const accountId = readText(request.query, 'accountId');
		if (accountId === '') return showOrganisations(request, world.customerOrganisations);
		if (!world.caller.administersDesks) return refuseCaller(reply);
		if (findSomebody(world, accountId) === undefined) return refuseDesk(reply, 404, 'The user was not found.', 'sd.user.unknown');
		const found = world.customerOrganisations.filter(({ members }) => members.has(accountId));
		return showOrganisations(request, found);
	});

	/** Source: getUsersInOrganization. Ordered by account id. */
	app.get(`${base}/:organisationId/user`, (request, reply) => {
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const organisation = findOrganisation(world, readText(request.params, 'organisationId'));
		if (organisation === undefined) return refuseUnknown(reply);
		const members = [...organisation.members].sort().flatMap((id) => findSomebody(world, id) ?? []);
		return showPage(request, members, 50, (member) => showCustomer(request, member));
	});

	/** Source: addUsersToOrganization. All of them or none. */
	app.post(`${base}/:organisationId/user`, (request, reply) => {
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const organisation = findOrganisation(world, readText(request.params, 'organisationId'));
		if (organisation === undefined) return refuseUnknown(reply);
		const { accountIds } = readBody(request);
		if (!isTextList(accountIds) || accountIds.some((id) => findSomebody(world, id) === undefined)) {
			return refuseDesk(reply, 400, 'One or more of the users do not exist.', 'sd.organisation.users.unknown');
		}
		for (const id of accountIds) organisation.members.add(id);
		return reply.code(204).send();
	});

	serveDeskOrganisations(app, world);
};

const serveDeskOrganisations = (app: FastifyInstance, world: World): void => {
	const path = '/rest/servicedeskapi/servicedesk/:deskId/organization';

	/** Source: getOrganizations (group Servicedesk). */
	app.get(path, (request, reply) => {
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		const found = world.customerOrganisations.filter(({ deskIds }) => deskIds.has(desk.id));
		return showOrganisations(request, found);
	});

	/** Source: addOrganization. Its members may raise requests on the desk from now on. */
	app.post(path, (request, reply) => {
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		const organisation = findOrganisation(world, String(readBody(request)['organizationId']));
		if (organisation === undefined) return refuseUnknown(reply);
		organisation.deskIds.add(desk.id);
		return reply.code(204).send();
	});
};

const findOrganisation = (world: World, id: string): CustomerOrganisation | undefined =>
	world.customerOrganisations.find((organisation) => organisation.id === id);

const refuseUnknown = (reply: FastifyReply): FastifyReply =>
	refuseDesk(reply, 404, 'The organization does not exist.', 'sd.organisation.unknown');

const refuseCaller = (reply: FastifyReply): FastifyReply =>
	refuseDesk(reply, 403, 'You do not have permission to manage organizations.', 'sd.organisation.forbidden');

/** OrganizationDTO, paged. */
const showOrganisations = (request: FastifyRequest, organisations: readonly CustomerOrganisation[]): Record<string, unknown> =>
	showPage(request, organisations, 50, ({ id, name }) => ({
		id,
		name,
		scimManaged: false,
		_links: { self: `${readOrigin(request)}${base}/${id}` },
	}));
