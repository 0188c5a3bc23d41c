/**
 * Checks of Atlassian's article that somebody makes on a page, where no call answers: the state that the directory shows of a
 * person, whether *Suggest changes* is greyed out there, and the page Portal-only customers. What was seen is kept and exported.
 */
export const handChecks = {
	directory: ['active', 'suspended', 'deactivated', 'absent'],
	'suggest-changes': ['greyed-out', 'available'],
	'portal-only': ['active', 'inactive', 'absent'],
} as const satisfies Record<string, readonly string[]>;

export type HandCheckId = keyof typeof handChecks;
export const handCheckIds = Object.keys(handChecks) as readonly HandCheckId[];

/** What somebody saw. */
export type Seen = { [Id in HandCheckId]: { readonly check: Id; readonly seen: (typeof handChecks)[Id][number] } }[HandCheckId];

/** Who said so and when: the account the site is asked with, where the site is stored, and the user of this machine. */
export interface SaidBy {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly by: { readonly account: string | null; readonly user: string };
}

/** A check by hand that counts. */
export type HandCheck = Seen & SaidBy;

/** One line of what was said of a person; `seen: null` takes back what was said of this check before. */
export type HandCheckEntry = SaidBy & { readonly address: string } & (Seen | { readonly check: HandCheckId; readonly seen: null });

/** What of a person may be checked by hand, and what was said so far. */
export interface HandChecksOf {
	/** Of a row of a run: those that may change its verdict. */
	readonly offered: readonly HandCheckId[];
	/** Newest first; none is lost. */
	readonly entries: readonly HandCheckEntry[];
}
