import { describe, expect, it } from 'vitest';
import { calls, isRepeatable, nameOf } from '#main/atlassian/calls.ts';
import type { SiteChanges } from '#core/remedies/site-changes.ts';
import { failed } from '#shared/outcome.ts';
import { standIn } from './stand-in.ts';

/** Every change of the port, with arguments of its own: one that is new does not compile until it stands here. */
const changes: { readonly [K in Exclude<keyof SiteChanges, 'mayCreate'>]: (port: SiteChanges) => ReturnType<SiteChanges[K]> } = {
	createCustomer: (port) => port.createCustomer({ email: 'a@b.example', displayName: 'A' }, neverDeparts),
	inviteCustomer: (port) => port.inviteCustomer('1', { email: 'a@b.example', displayName: 'A' }, neverDeparts),
	addToDesk: (port) => port.addToDesk('1', 'qm:1', neverDeparts),
	addToOrganisation: (port) => port.addToOrganisation('1', 'qm:1', neverDeparts),
	restore: (port) => port.restore('o', 'd', 'a', neverDeparts),
	remove: (port) => port.remove('o', 'd', 'a', neverDeparts),
	assignCustomerRole: (port) => port.assignCustomerRole('o', 'a', 'r', neverDeparts),
	invite: (port) => port.invite('o', 'a@b.example', 'r', neverDeparts),
	enable: (port) => port.enable('a', neverDeparts),
};

let departed = 0;
const neverDeparts = () => {
	departed++;
	return failed('cancelled');
};

describe('with a site that is read only', () => {
	it.each(Object.entries(changes))('%s never leaves, and no intent is stored', async (_name, change) => {
		const site = await standIn(() => ({}), { readOnly: true });
		departed = 0;
		expect(await change(site.changes)).toMatchObject({ kind: 'unsent', failure: { code: 'site-read-only' } });
		expect([site.seen.length, departed]).toEqual([0, 0]);
	});

	it('these are all calls there are that change anything', async () => {
		const site = await standIn(() => ({}), { readOnly: true });
		const refused = await Promise.all(Object.values(changes).map((change) => change(site.changes)));
		const names = refused.map((answer) => (answer.kind === 'unsent' ? answer.failure.details['call'] : ''));
		const changing = Object.values(calls).filter((call) => !isRepeatable(call));
		expect(new Set(names)).toEqual(new Set(changing.map(nameOf)));
	});

	it('nobody finds out either whether the token may make accounts', async () => {
		const site = await standIn(() => ({}), { readOnly: true, door: { via: 'gateway', cloudId: 'cloud-1' } });
		expect(await site.changes.mayCreate()).toMatchObject({ failure: { code: 'site-read-only' } });
		expect(site.seen).toEqual([]);
	});

	it('reads go on', async () => {
		const site = await standIn(() => ({ body: [] }), { readOnly: true });
		expect(await site.questions.users(0, 1)).toMatchObject({ ok: true });
	});
});
