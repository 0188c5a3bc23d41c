import type { CauseCode, Certainty, Standing } from './causes.ts';
import type { RemedyId } from './remedies.ts';
import type { CustomerAccess, UserManagement } from './customer-access.ts';
import type { ListReading } from './lists.ts';
import type { Door } from './door.ts';
import type { OAuthApp } from './oauth.ts';
import type { Failure, Outcome } from './outcome.ts';
import type { Unlock } from './unlock.ts';
import type { Json, Verdict } from './verdict.ts';

/** A service project people are to be added to. */
export interface DeskRef {
	readonly id: string;
	readonly key: string;
	readonly name: string;
}

/**
 * `running`: a process works on it (one whose process died is shown as `stopped`). `stopped`: it ended before its
 * last row and can be resumed; `stop` says why. `finished`: every row has its verdict.
 */
export type RunState = 'running' | 'stopped' | 'finished';

/** The snapshot an offline run was made against. */
export interface SnapshotStamp {
	readonly id: string;
	/** ISO 8601, UTC: when its pull began. What a run says is as old as that. */
	readonly takenAt: string;
	/** Parts it lacks though a live run would have asked: what they would have told is `not-asked`. */
	readonly missing: readonly string[];
}

export interface Run {
	readonly id: string;
	readonly listName: string;
	/** Titles of the list's columns. */
	readonly columns: readonly string[];
	readonly site: { readonly name: string; readonly url: string };
	readonly desk: DeskRef | null;
	readonly mode: 'live' | 'offline';
	/** `null` where the site itself was asked. */
	readonly snapshot: SnapshotStamp | null;
	readonly state: RunState;
	readonly stop: Failure | null;
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly finishedAt: string | null;
	readonly access: CustomerAccess;
	/** Requests sent, by call. */
	readonly calls: Readonly<Record<string, number>>;
	readonly rowCount: number;
	readonly checkedCount: number;
	/** Rows by cause; rows not judged yet are counted as `not-checked`. */
	readonly summary: Readonly<Partial<Record<CauseCode, number>>>;
	/** What concerns the desk or the site as a whole: said once, not per row. */
	readonly findings: readonly Verdict[];
}

/** A row as the table shows it. `id` is its index in the list, from 0; `row` the line in the file. */
export interface RunRow {
	readonly id: number;
	readonly row: number;
	/** The normalised address; the cell's text where it is none. */
	readonly email: string;
	readonly name: string | null;
	readonly organisation: string | null;
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly remedy: RemedyId | null;
	readonly suggestion: string | null;
	/** What was seen last after a plan; left out where no plan has looked at the row again. The diagnosis stays beside it. */
	readonly after?: RowAfter;
}

/** A row that an address was found in. */
export interface FoundPerson {
	readonly email: string;
	readonly runId: string;
	/** The row's id in that run. */
	readonly id: number;
	readonly listName: string;
	readonly site: string;
}

/** What was seen of a row after the plan. */
export interface RowAfter {
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly remedy: RemedyId | null;
	readonly planId: string;
	/** ISO 8601, UTC. */
	readonly at: string;
}

export interface RunRowDetail extends RunRow {
	readonly cells: readonly string[];
	readonly verdict: Verdict;
	/** With `after`: how it is known. */
	readonly verdictAfter?: Verdict;
	/** Of a row that repeats another: the row that has the address first, and how that one stands. */
	readonly first?: Pick<RunRow, 'id' | 'row' | 'cause' | 'certainty' | 'after'>;
	/** What was cleaned off the address, e.g. `surrounding-space`. */
	readonly cleaned: readonly string[];
}

export interface RowFilter {
	readonly causes?: readonly CauseCode[] | undefined;
	readonly certainties?: readonly Certainty[] | undefined;
	/** Looked for in address, name and organisation; case does not matter. */
	readonly text?: string | undefined;
	/** Of addresses, in lower case. A row without an address is of none. */
	readonly domains?: readonly string[] | undefined;
	/** `null`: rows that name none. Case does not matter. */
	readonly organisations?: readonly (string | null)[] | undefined;
}

/** What rows can be chosen by one value of. */
export type ValueKind = 'domain' | 'organisation';

/** A domain or an organisation, and how many rows are of it; `null`: those that name none. */
export interface ValueCount {
	readonly value: string | null;
	readonly rows: number;
}

export interface ValueCounts {
	/** How many values fit, also those that are not told. */
	readonly total: number;
	/** Most rows first. */
	readonly values: readonly ValueCount[];
}

/** A domain whose people are blocked, and by what. */
export interface BlockedDomain {
	readonly domain: string;
	readonly rows: number;
	readonly blocked: number;
	/** Blocked rows by cause. */
	readonly causes: Readonly<Partial<Record<CauseCode, number>>>;
}

/** Rows that can be added: because an answer says so, or because nothing that was seen speaks against it. */
export interface AddableCounts {
	readonly proven: number;
	readonly likely: number;
}

/** A run at a glance, beside its rows by cause. */
export interface RunBreakdown {
	/** Rows that have their verdict. */
	readonly certainties: Readonly<Record<Certainty, number>>;
	/** Of the rows that can be added. */
	readonly addable: AddableCounts;
	/** How many domains have blocked rows. */
	readonly blockedDomains: number;
	/** Of these, the ones with most blocked rows; most first. */
	readonly domains: readonly BlockedDomain[];
}

export interface RowSort {
	readonly by: 'row' | 'email' | 'name' | 'organisation' | 'cause' | 'certainty';
	readonly descending: boolean;
}

/** At most ten a second. `rows` hold what changed since the last one. */
export interface RunProgress {
	readonly run: Run;
	/** What the run is doing: the step's code, for `messages`. */
	readonly step: RunStep;
	/** Milliseconds until the end at the present pace; `null` while it cannot be told. */
	readonly leftMs: number | null;
	/** The pace so far; `null` while it cannot be told. */
	readonly rowsPerSecond: number | null;
	readonly changed: readonly { readonly id: number; readonly cause: CauseCode; readonly certainty: Certainty }[];
}

export type RunStep = 'connecting' | 'reading-accounts' | 'checking' | 'done';

/** A question of a diagnosis that this site or these tokens leave open. */
export type BlindSpot =
	| { readonly question: 'directory' | 'roles' | 'managed-accounts'; readonly why: 'no-org-key' }
	| { readonly question: 'customer-access'; readonly why: 'not-readable' };

/** What `site check` finds out. */
export interface SiteCheck {
	readonly cloudId: string;
	/** `null` where the token lacks the scope to say. */
	readonly account: { readonly accountId: string; readonly name: string | null } | null;
	readonly permissions: Readonly<Record<string, boolean | null>>;
	readonly organisation: { readonly id: string; readonly name: string | null } | null;
	readonly directories: readonly { readonly id: string; readonly name: string | null }[];
	readonly verifiedDomains: readonly string[];
	readonly desks: readonly DeskRef[];
	/** Questions that cannot be answered here, and why. */
	readonly blind: readonly BlindSpot[];
	/** Where the API token was let in. */
	readonly door: Door['via'] | null;
	/** What the token and the key may not ask, because they have scopes and not these. */
	readonly missingScopes: readonly Failure[];
}

/** With which secret a site is asked: an API token, or what an OAuth app was given; `address`: with none. */
export type SignInKind = 'address' | 'token' | 'oauth';

/** A site as the window may see it: which credentials there are, never what they are. */
export interface SiteInfo {
	readonly name: string;
	readonly url: string;
	readonly adminUrl: string;
	/** `null`: the gateway of the site's cloud. */
	readonly gatewayUrl: string | null;
	/** Where its token was let in; `null`: not known, or nobody has signed in yet. */
	readonly door: Door | null;
	/** Its tokens are used for reading only: plans are made, not carried out. */
	readonly readOnly: boolean;
	/** `address`: no more than the address is known, so the site is never asked. */
	readonly signIn: SignInKind;
	/** The account the API token belongs to, or that signed in; `null`: nobody, or its address is hidden. */
	readonly email: string | null;
	/** The company's app, where one signs in by it. */
	readonly oauth: OAuthApp | null;
	readonly orgId: string | null;
	/** Key of the service project that lists usually go to; `null`: nobody said. */
	readonly deskKey: string | null;
	/** Or, where one signs in by an app, is signed in. */
	readonly hasApiToken: boolean;
	readonly hasOrgApiKey: boolean;
	readonly management: UserManagement;
	/** ISO 8601, UTC. */
	readonly addedAt: string;
	/** Whose site it is; `null`: nobody said. */
	readonly client: string | null;
	/** The day until which the API token is said to last, e.g. `2027-03-01`: no call tells. */
	readonly tokenExpiresOn: string | null;
}

/** What became of beginning a run on one of several sites. */
export interface StartedOn {
	readonly site: string;
	readonly started: Outcome<{ readonly runId: string }>;
}

/** The JSON report of the command line: its shape is a promise. */
export interface RunReport {
	readonly run: {
		readonly id: string;
		readonly site: string;
		readonly desk: string | null;
		readonly mode: 'live' | 'offline';
		/** Only of an offline run. `ageMs`: how old the snapshot was when the run began. */
		readonly snapshot?: SnapshotStamp & { readonly ageMs: number };
		readonly startedAt: string;
		readonly finishedAt: string | null;
		readonly calls: Readonly<Record<string, number>>;
	};
	/** How the list was read, with what of it is not among the rows; left out where there was no list. */
	readonly reading?: ListReading;
	readonly summary: Readonly<Record<string, number>>;
	/** The same rows by how they stand; `addable` apart by certainty. */
	readonly standings: Readonly<Record<Exclude<Standing, 'addable'>, number>> & { readonly addable: AddableCounts };
	readonly findings: readonly Verdict[];
	/** What would unlock most, most first. */
	readonly unlock: readonly Unlock[];
	readonly rows: readonly {
		readonly row: number;
		readonly email: string;
		readonly cause: CauseCode;
		readonly certainty: Certainty;
		readonly remedy: RemedyId | null;
		readonly evidence: readonly { readonly asked: string; readonly source: string; readonly answer: Json; readonly at: string }[];
		/** What was seen last after a plan; left out where no plan has looked at the row again. */
		readonly after?: { readonly cause: CauseCode; readonly certainty: Certainty; readonly plan: string; readonly at: string };
		/** Why a manual task of the row cannot be done; left out where nobody said so. */
		readonly cannotBeDone?: string;
	}[];
}

/** What became of a diagnosis of a whole site. */
export interface SiteWideStarted {
	readonly runId: string;
	readonly people: number;
	/** Of people it would have looked at, but whose address the snapshot does not tell. */
	readonly withoutAddress: number;
}
