import type { EvidenceItem } from '../verdict.ts';

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
	/** Of an address that the list has more than once: where it is first. */
	readonly firstLine: number | null;
}

export interface CauseText {
	/** A few words: chips, table, filters. */
	readonly label: string;
	/** One sentence about one person. */
	readonly verdict: (person: Person) => string;
	/** What has to be done, for each style of user management. Empty: nothing to do. */
	readonly fix: { readonly centralized: readonly FixStep[]; readonly original: readonly FixStep[] };
}

/** The line that a repeated row repeats, as its verdict keeps it. */
export const firstLineIn = (evidence: readonly EvidenceItem[]): number | null => {
	for (const { answer } of evidence) {
		if (typeof answer === 'object' && answer !== null && 'row' in answer && typeof answer.row === 'number') return answer.row;
	}
	return null;
};
