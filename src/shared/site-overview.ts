import type { CauseCode } from './causes.ts';
import type { UserManagement } from './customer-access.ts';
import type { RunState, SignInKind } from './run.ts';

/** `rejected`: the last run was stopped for it. `expired`: it was said to last until a day that is over; no call tells. */
export interface TokenState {
	readonly state: 'missing' | 'present' | 'rejected' | 'expired';
	/** A day, e.g. `2027-03-01`; `null` where nobody said. */
	readonly expiresOn: string | null;
}

/** One site among many, as of its last run. */
export interface SiteOverview {
	readonly name: string;
	readonly url: string;
	/** Whose site it is; `null`: nobody said. */
	readonly client: string | null;
	readonly management: UserManagement;
	readonly signIn: SignInKind;
	/** Where one signs in by an app: `missing` until somebody has. */
	readonly apiToken: TokenState;
	readonly orgApiKey: TokenState;
	readonly lastRun: {
		readonly id: string;
		readonly listName: string;
		/** ISO 8601, UTC. */
		readonly startedAt: string;
		readonly state: RunState;
		readonly rowCount: number;
		readonly checkedCount: number;
		readonly summary: Readonly<Partial<Record<CauseCode, number>>>;
		readonly blockedCount: number;
	} | null;
	/** How old the newest snapshot is; `null` where there is none. */
	readonly snapshotAgeMs: number | null;
}
