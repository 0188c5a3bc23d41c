import type { FastifyInstance } from 'fastify';
import { refuseDesk } from '../answers.ts';
import { readBody, readText } from '../read-input.ts';
import { admitAddress } from '../world/customer-access.ts';
import { makeUser } from '../world/people.ts';
import { type World, addCustomer, addUser } from '../world/world.ts';
import { showCustomer } from './desks.ts';

const addressPattern = /^[^\s@<>"(),:;]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Source: createCustomer (jsm.json). Makes the account, adds it to no desk, and obeys the customer access settings. */
export const serveCustomers = (app: FastifyInstance, world: World): void => {
	app.post('/rest/servicedeskapi/customer', (request, reply) => {
		if (!world.caller.administersJira) {
			const message = 'Unauthorized to perform the requested action, JIRA Administrators global permission is required.';
			return refuseDesk(reply, 403, message, 'sd.customer.create.forbidden');
		}
		const { email, displayName, fullName } = readBody(request);
		if (typeof email !== 'string' || !addressPattern.test(email)) {
			return refuseDesk(reply, 400, 'The email address is not valid.', 'sd.customer.email.invalid');
		}
		const address = email.toLowerCase();
		if (world.usersByEmail.has(address) || world.customersByEmail.has(address)) {
			const strict = readText(request.query, 'strictConflictStatusCode') === 'true';
			return refuseDesk(reply, strict ? 409 : 400, 'An account already exists for this email', 'sd.customer.email.exists');
		}
		const name = [displayName, fullName, email].find((given) => typeof given === 'string' && given !== '');
		const made = makeNewcomer(world, email, String(name));
		if (made === null) {
			return refuseDesk(reply, 400, 'The customer could not be created.', 'sd.customer.create.refused');
		}
		return reply.code(201).send(showCustomer(request, made));
	});
};

const makeNewcomer = (world: World, email: string, name: string): Parameters<typeof showCustomer>[1] | null => {
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
