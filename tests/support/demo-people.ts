import type { DirectoryUser, World } from '#demo-site/world/world.ts';

/** The `index`-th listed person of a cause, with the Atlassian account that belongs to it. */
export const findListed = (world: World, cause: string, index = 0): { readonly email: string; readonly user: DirectoryUser } => {
	const person = world.persons.filter(({ expected }) => expected.cause === cause)[index];
	const user = person === undefined ? undefined : world.usersByEmail.get(person.email);
	if (person === undefined || user === undefined) throw new Error(`The demo world has no such person: ${cause} ${index}.`);
	return { email: person.email, user };
};
