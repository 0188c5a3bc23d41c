import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseDesk } from '../answers.ts';
import { readBody, readText } from '../read-input.ts';
import { admitAddress } from '../world/customer-access.ts';
import { makeUser } from '../world/people.ts';
import { type World, addCustomer, addUser } from '../world/world.ts';
import { findDesk, optsIn, refuseCaller, refuseUnknownDesk, refuseWithoutOptIn, showCustomer } from './desks.ts';

const addressPattern = /^[^\s@<>"(),:;]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Source: createCustomer (jsm.json). Makes the account, adds it to no desk, and obeys the customer access settings. */
export const serveCustomers = (app: FastifyInstance, world: World, now: () => number): void => {
	app.post('/rest/servicedeskapi/customer', (request, reply) => {
		const made = makeCustomer(world, request);
		return made.kind === 'made' ? reply.code(201).send(showCustomer(request, made.customer)) : refuse(reply, made);
	});

	/** Source: inviteCustomer (jsm-2026-09.json, experimental). Makes the account, puts it on the desk, and sends an e-mail. */
	app.post('/rest/servicedeskapi/servicedesk/:deskId/customer/invite', (request, reply) => {
		if (!optsIn(request)) return refuseWithoutOptIn(reply);
		const desk = findDesk(world, request);
		if (desk === undefined) return refuseUnknownDesk(reply);
		if (!world.caller.administersDesks) return refuseCaller(reply);
		const made = makeCustomer(world, request);
		if (made.kind === 'refused') return refuse(reply, made);
		if (!desk.open) desk.members.add(made.customer.accountId);
		world.mails.push({ to: made.customer.email.toLowerCase(), desk: desk.key, at: new Date(now()).toISOString() });
		return reply.code(201).send(showCustomer(request, made.customer));
	});
};

type Made =
	| { readonly kind: 'made'; readonly customer: Newcomer }
	| { readonly kind: 'refused'; readonly status: number; readonly message: string; readonly key: string };

const refuse = (reply: FastifyReply, { status, message, key }: Extract<Made, { kind: 'refused' }>): FastifyReply =>
	refuseDesk(reply, status, message, key);

const makeCustomer = (world: World, request: FastifyRequest): Made => {
	const refused = (status: number, message: string, key: string): Made => ({ kind: 'refused', status, message, key });
	if (!world.caller.administersJira) {
		const message = 'Unauthorized to perform the requested action, JIRA Administrators global permission is required.';
		return refused(403, message, 'sd.customer.create.forbidden');
	}
	const { email, displayName, fullName } = readBody(request);
	if (typeof email !== 'string' || !addressPattern.test(email)) {
		return refused(400, 'The email address is not valid.', 'sd.customer.email.invalid');
	}
	const address = email.toLowerCase();
	if (world.usersByEmail.has(address) || world.customersByEmail.has(address)) {
		const strict = readText(request.query, 'strictConflictStatusCode') === 'true';
		return refused(strict ? 409 : 400, 'An account already exists for this email', 'sd.customer.email.exists');
	}
	const name = [displayName, fullName, email].find((given) => typeof given === 'string' && given !== '');
	const customer = makeNewcomer(world, email, String(name));
	return customer === null ? refused(400, 'The customer could not be created.', 'sd.customer.create.refused') : { kind: 'made', customer };
};

type Newcomer = Parameters<typeof showCustomer>[1];

const makeNewcomer = (world: World, email: string, name: string): Newcomer | null => {
	const admission = admitAddress(world.access, email);
	if (admission === 'refused') return null;
	if (admission === 'portal-only') {
		const customer = { accountId: world.makeCustomerId(), email, name, active: true };
		addCustomer(world, customer);
		return customer;
	}
	const directoryId = world.directories[0]?.directoryId ?? '';
	const role = { resourceId: world.jsmResourceId, role: 'atlassian/customer', method: 'direct' } as const;
	const user = makeUser({ makeAccountId: world.makeAccountId, directoryId }, { email, name }, { roles: [role] }, 0);
	addUser(world, user);
	return user;
};
