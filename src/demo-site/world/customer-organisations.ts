import { type CompanyDomain, companies } from './names.ts';
import type { CustomerOrganisation, Desk, World } from './world.ts';

/** Companies of the list that the site has an organisation for, and whether it belongs to the HELP desk. */
const known: readonly (readonly [CompanyDomain, boolean])[] = [
	['brightwater.example', true],
	['orchidbank.example', true],
	['tinplate.example', false],
];

/** Every second of the HELP desk's customers from such a company is a member: nobody gets into the desk by it alone. */
export const makeCustomerOrganisations = (help: Desk, people: Pick<World, 'users' | 'customers'>): CustomerOrganisation[] => {
	const customers = Array.from(help.members, (id) => people.users.get(id) ?? people.customers.get(id));
	return known.map(([domain, belongsToHelp], index) => {
		const colleagues = customers.flatMap((one) => (one?.email.endsWith(`@${domain}`) === true ? one.accountId : []));
		return {
			id: String(index + 1),
			name: companies[domain],
			members: new Set(colleagues.filter((_id, at) => at % 2 === 0)),
			deskIds: new Set(belongsToHelp ? [help.id] : []),
		};
	});
};
