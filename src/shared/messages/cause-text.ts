/** Pages a step can open. Their addresses are the window’s business; the path in words always stands beside. */
export type PageTarget = 'customer-access' | 'directory-users' | 'portal-only-customers' | 'approved-domains' | 'desk-customers';

export interface FixStep {
	readonly text: string;
	/** The menu path in words; menus move, so it is never the only help. */
	readonly path?: string;
	readonly page?: PageTarget;
}

export interface Person {
	readonly email: string;
	readonly domain: string;
	/** The service project's name, or `the service project`. */
	readonly desk: string;
	readonly suggestion: string | null;
}

export interface CauseText {
	/** A few words: chips, table, filters. */
	readonly label: string;
	/** One sentence about one person. */
	readonly verdict: (person: Person) => string;
	/** What has to be done, for each style of user management. Empty: nothing to do. */
	readonly fix: { readonly centralized: readonly FixStep[]; readonly original: readonly FixStep[] };
}
