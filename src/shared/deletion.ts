/** What somebody wants to be gone. A site without its runs: its entry and its tokens; with them: all that is known of it. */
export type Deletable =
	| { readonly kind: 'run'; readonly runId: string }
	| { readonly kind: 'snapshot'; readonly snapshotId: string }
	| { readonly kind: 'site'; readonly name: string; readonly withRuns: boolean }
	/** All sites of the client, with everything. */
	| { readonly kind: 'client'; readonly client: string };

/** What goes with it. */
export interface DeletionCounts {
	readonly sites: number;
	readonly runs: number;
	readonly rows: number;
	readonly plans: number;
	readonly snapshots: number;
	/** Checks by hand, of people who are in no other run there. */
	readonly checks: number;
	/** People who were removed by a plan and have no portal-only account yet: nothing else on this machine names them. */
	readonly stranded: number;
}

export interface Deleted {
	readonly counts: DeletionCounts;
	/** False: another process was reading; the free space of the data file is cleared at the next start. */
	readonly isWiped: boolean;
}
