import type { Run, SiteInfo } from './run.ts';

/** `rejected`: the last run was stopped for it. `expired`: it was said to last until a day that is over; no call tells. */
export interface TokenState {
	readonly state: 'missing' | 'present' | 'rejected' | 'expired';
	/** A day, e.g. `2027-03-01`; `null` where nobody said. */
	readonly expiresOn: string | null;
}

/** One site among many, as of its last run. */
export interface SiteOverview extends Pick<SiteInfo, 'name' | 'url' | 'client' | 'management' | 'signIn'> {
	/** Where one signs in by an app: `missing` until somebody has. */
	readonly apiToken: TokenState;
	readonly orgApiKey: TokenState;
	readonly lastRun:
		| (Pick<Run, 'id' | 'listName' | 'startedAt' | 'state' | 'rowCount' | 'checkedCount' | 'summary'> & { readonly blockedCount: number })
		| null;
	/** How old the newest snapshot is; `null` where there is none. */
	readonly snapshotAgeMs: number | null;
}
