import { makeDemoAccess } from './customer-access.ts';
import { type CauseRecipe, type RecipeResult, type Resources, causeRecipes } from './cause-recipes.ts';
import { type CompanyDomain, type NamedAddress, companies, makeNameGiver } from './names.ts';
import type { SeededRandom } from './random.ts';
import { type Desk, type DirectoryUser, type Person, type World, addCustomer, addUser } from './world.ts';

/** The part of a world that people are put into. */
type Population = Pick<World, 'users' | 'usersByEmail' | 'customers' | 'customersByEmail' | 'makeAccountId' | 'makeCustomerId'> & {
	readonly directoryId: string;
	readonly help: Desk;
	readonly resources: Resources;
	readonly accessOpen: boolean;
};

/** Near misses of well-known providers and of the list's own domains, with what was meant. */
const typos: readonly (readonly [string, CompanyDomain])[] = [
	['gmial.com', 'gmail.com'],
	['outlok.com', 'outlook.com'],
	['brightwatr.example', 'brightwater.example'],
	['gmail.co', 'gmail.com'],
	['orchidbnak.example', 'orchidbank.example'],
	['gmai.com', 'gmail.com'],
	['outloook.com', 'outlook.com'],
];
const typoWeight = typos.length;

export const totalWeight = (): number => Object.values(causeRecipes).reduce((sum, recipe) => sum + recipe.weight, typoWeight);

interface PeopleCounts {
	/** How many people a cause of this weight gets. */
	readonly countFor: (weight: number) => number;
	readonly fillers: number;
}

/** Settles everybody on the list, then people who are on the site but on no list. */
export const settlePeople = (population: Population, random: SeededRandom, counts: PeopleCounts): Person[] => {
	const giveName = makeNameGiver(random);
	const persons: Person[] = [];
	for (const [cause, recipe] of Object.entries(causeRecipes)) {
		for (let variant = 0; variant < counts.countFor(recipe.weight); variant += 1) {
			const address = giveName(pickDomain(recipe, variant, random));
			const made = recipe.make(variant, population.resources);
			settle(population, address, made, variant);
			persons.push(makePerson(address, cause, made.certainty ?? certaintyOf(cause, address.email), population.accessOpen));
		}
	}
	for (let variant = 0; variant < counts.countFor(typoWeight); variant += 1) {
		persons.push(makeMistypedPerson(giveName, variant, population.accessOpen));
	}
	settleFillers(population, giveName, random, counts.fillers);
	return persons;
};

/** The first few people go round the domains, so that small worlds hold every one of them. */
const pickDomain = (recipe: CauseRecipe, variant: number, random: SeededRandom): CompanyDomain =>
	recipe.domains[variant] ?? random.pick(recipe.domains);

/** On an approved domain Internal decides, and accounts outside the organisation are not seen. */
const certaintyOf = (cause: string, email: string): 'proven' | 'likely' =>
	cause === 'ready-new' && makeDemoAccess().approvedDomains.some((domain) => email.endsWith(`@${domain}`)) ? 'likely' : 'proven';

const makePerson = (address: NamedAddress, cause: string, certainty: 'proven' | 'likely', accessOpen: boolean): Person => {
	const open = { cause, certainty };
	const newcomer = cause === 'ready-new' || cause === 'domain-not-approved';
	const closed = newcomer ? ({ cause: 'customer-access-closed', certainty: 'proven' } as const) : open;
	return { ...address, expected: accessOpen ? open : closed, expectedWhenClosed: closed, meant: null };
};

const makeMistypedPerson = (giveName: (domain: CompanyDomain) => NamedAddress, variant: number, accessOpen: boolean): Person => {
	const [typo, domain] = typos[variant % typos.length] ?? (['gmial.com', 'gmail.com'] as const);
	const address = giveName(domain);
	const open = { cause: 'probable-typo', certainty: 'likely' } as const;
	// Nobody new gets in at all: that is certain, the slip is a guess.
	const expectedWhenClosed = { cause: 'customer-access-closed', certainty: 'proven' } as const;
	return {
		...address,
		email: address.email.replace(`@${domain}`, `@${typo}`),
		expected: accessOpen ? open : expectedWhenClosed,
		expectedWhenClosed,
		meant: address.email,
	};
};

const settle = (population: Population, address: NamedAddress, result: RecipeResult, variant: number): void => {
	if (result.user !== undefined) {
		const user = makeUser(population, address, result.user, variant);
		addUser(population, user);
		if (result.member === true) population.help.members.add(user.accountId);
	}
	if (result.customer !== undefined) {
		const accountId = population.makeCustomerId();
		addCustomer(population, { accountId, email: address.email, name: address.name, active: result.customer.active });
		if (result.member === true && result.user === undefined) population.help.members.add(accountId);
	}
};

export const makeUser = (
	population: Pick<Population, 'makeAccountId' | 'directoryId'>,
	address: Pick<NamedAddress, 'email' | 'name'>,
	facts: Partial<DirectoryUser>,
	variant: number,
): DirectoryUser => {
	const owned = /@halden-(group|labs)\.example$/.test(address.email);
	const day = new Date(Date.UTC(2024, 0, 1 + (variant % 600)));
	return {
		accountId: population.makeAccountId(),
		email: address.email,
		name: address.name,
		directoryId: population.directoryId,
		claimStatus: owned ? 'managed' : 'unmanaged',
		managementSource: 'invited',
		platformRoles: [],
		addedToOrg: day.toISOString(),
		emailHidden: false,
		emailVerified: true,
		accountActive: true,
		membership: 'active',
		forDeletion: false,
		deactivatedOn: facts.accountActive === false ? '2026-09-14T08:30:00.000Z' : null,
		enablement: owned ? 'allowed' : 'forbidden',
		roles: [],
		...facts,
	};
};

/** Every third filler is a customer of the HELP desk; the others are staff, some with a hidden address. */
const settleFillers = (
	population: Population,
	giveName: (domain: CompanyDomain) => NamedAddress,
	random: SeededRandom,
	fillers: number,
): void => {
	const domains = Object.keys(companies) as CompanyDomain[];
	const { jsm, jira } = population.resources;
	for (let index = 0; index < fillers; index += 1) {
		const address = giveName(random.pick(domains));
		if (index % 3 === 0) {
			settle(population, address, { customer: { active: index % 9 !== 0 }, member: true }, index);
			continue;
		}
		const role = { resourceId: index % 2 === 0 ? jsm : jira, role: 'atlassian/user', method: 'group_direct' } as const;
		settle(population, address, { user: { roles: [role], emailHidden: index % 5 === 0 } }, index);
	}
};
