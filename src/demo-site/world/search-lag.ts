import type { World } from './world.ts';

export type SearchedPeople = Pick<World, 'users' | 'usersByEmail' | 'customers'>;

export interface Past {
	/** Keeps how it was until now. */
	readonly beforeWrite: () => void;
	/** Everybody as searches see them: as they were `searchLagMs` ago. */
	readonly searched: () => SearchedPeople;
}

/** What was written is not searched for a while on a real site. Changes that a test makes to the world itself are seen at once. */
export const keepPast = (world: World, now: () => number): Past => {
	let past: { readonly untilMs: number; readonly people: SearchedPeople }[] = [];
	return {
		beforeWrite: () => {
			if (world.searchLagMs > 0) past.push({ untilMs: now(), people: copyPeople(world) });
		},
		searched: () => {
			const atMs = now() - world.searchLagMs;
			past = past.filter(({ untilMs }) => untilMs > atMs);
			return past[0]?.people ?? world;
		},
	};
};

/** Roles are never changed in place, so a copy of each person is deep enough. */
const copyPeople = ({ users, customers }: World): SearchedPeople => {
	const copies = Array.from(users.values(), (user) => ({ ...user }));
	return {
		users: new Map(copies.map((user) => [user.accountId, user])),
		usersByEmail: new Map(copies.map((user) => [user.email.toLowerCase(), user])),
		customers: new Map(Array.from(customers, ([id, customer]) => [id, { ...customer }])),
	};
};
