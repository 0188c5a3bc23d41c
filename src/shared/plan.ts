import type { CauseCode, Certainty } from './causes.ts';
import type { Failure } from './outcome.ts';
import type { RemedyId, StepId } from './remedies.ts';
import type { DeskRef } from './run.ts';
import type { EvidenceItem, Json } from './verdict.ts';

/** What the person who made the plan decided. Nothing of it is ever assumed. */
export interface PlanChoices {
	/** Accounts that another organisation manages: write to it, or remove them here and make portal-only accounts. */
	readonly managedElsewhere: 'ask-owning-organisation' | 'replace-with-portal-account';
	/** Also add people to the customer organisation named in the list. Members of one see each other's requests. */
	readonly organisations: boolean;
	/** New accounts are invited by an e-mail of the site instead of made in silence; left out: in silence. */
	readonly invite?: true;
	/** Remedies that are left out of the plan; left out itself: none. */
	readonly without?: readonly RemedyId[];
}

export const cautiousChoices: PlanChoices = { managedElsewhere: 'ask-owning-organisation', organisations: false };

/**
 * `planned`: nothing was sent. `running`: a process works on it. `paused`: somebody asked it to wait, or the trial run is
 * over. `stopped`: it ended early (`stop` says why; `null` where its process died). `finished`: every row has its outcome.
 */
export type PlanState = 'planned' | 'running' | 'paused' | 'stopped' | 'finished';

/**
 * `applied`: every step is done. `rejected`: the site refused, nothing of that step was changed. `stale`: the account
 * is not what was diagnosed, nothing was changed. `needs-person`: what became of a step cannot be settled by reading.
 * `guided`: never sent by the product. `not-reached`: not tried yet.
 */
export const rowOutcomes = ['applied', 'rejected', 'stale', 'needs-person', 'guided', 'not-reached'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** `waiting` → `changing` → `verifying` → `ended`; a guided row is `waiting` until somebody says “done”. */
export type RowPhase = 'waiting' | 'changing' | 'verifying' | 'ended';

export interface Plan {
	readonly id: string;
	readonly runId: string;
	readonly listName: string;
	readonly site: { readonly name: string; readonly url: string };
	readonly desk: DeskRef;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly finishedAt: string | null;
	readonly choices: PlanChoices;
	readonly state: PlanState;
	readonly stop: Failure | null;
	/** What has to be typed before it starts, e.g. `remove 3`; `null` where nothing is destroyed. */
	readonly confirm: string | null;
	/** Digest of the exact set of people that `confirm` is for: a confirmation for another set is void. */
	readonly people: string;
	readonly confirmedAt: string | null;
	readonly rowCount: number;
	/** Rows by outcome. */
	readonly outcomes: Readonly<Partial<Record<RowOutcome, number>>>;
	/** What it takes at the published limits. */
	readonly estimate: {
		readonly changes: number;
		readonly calls: number;
		readonly ms: number;
		/** People who get an invitation e-mail; left out where nobody does. */
		readonly mails?: number;
	};
}

/** What a free plan sends a day. Counts for a site of which nobody said anything else. */
export const usualMailsPerDay = 100;

/** How many invitation e-mails a site may send a day: in any 24 hours, over all plans. */
export interface MailBudget {
	readonly perDay: number;
	/** Somebody said so; otherwise it is the usual one. */
	readonly isSet: boolean;
	/** In the last 24 hours. */
	readonly sent: number;
}

/** One row of a plan: what will be, or was, done about it. `id` is the row's id in its run. */
export interface PlanRow {
	readonly id: number;
	/** The line in the file, the header being 1. */
	readonly row: number;
	readonly email: string;
	readonly name: string | null;
	readonly organisation: string | null;
	readonly remedy: RemedyId;
	/** Empty where a person has to do it. */
	readonly steps: readonly StepId[];
	readonly guided: boolean;
	readonly destructive: boolean;
	readonly before: { readonly cause: CauseCode; readonly certainty: Certainty };
	readonly phase: RowPhase;
	readonly outcome: RowOutcome;
	/** Why it was rejected or has to be settled by a person. */
	readonly failure: Failure | null;
	/** The site's own words, where it refused. */
	readonly said: string | null;
	/** Roles that came back with a restored account and are billed, e.g. `atlassian/user on ari:…`. */
	readonly billable: readonly string[];
	/** Access was changed, and the roles could not be read afterwards: what is billed is not known. */
	readonly rolesUnread?: true;
	/** What the product saw afterwards; `null` until it has asked again. */
	readonly after: { readonly cause: CauseCode; readonly certainty: Certainty } | null;
	/** Removed and without a portal-only account so far: somebody has to see this. */
	readonly stranded: boolean;
	/** What somebody said of its work; left out where nobody said anything. */
	readonly note?: WorkNote;
}

/** What somebody said of work that is left to a person: it comes later, or it cannot be done, and why. */
export type WorkNote = Signed & ({ readonly kind: 'later' } | { readonly kind: 'cannot'; readonly reason: string });

/** When it was said, and by whom on this machine. */
interface Signed {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly user: string;
}

/** Somebody said that a message was sent. */
export type MessageSent = Signed;

/**
 * `intent`: stored before the call, its outcome not known yet (also: the process died). `applied`, `rejected`: answered.
 * `unknown`: sent, and no usable answer came. `not-applied`: reading showed that nothing happened.
 * `needs-person`: reading cannot settle it.
 */
export type ChangeState = 'intent' | 'applied' | 'rejected' | 'unknown' | 'not-applied' | 'needs-person';

/** One line of the journal. */
export interface Change {
	readonly step: StepId;
	readonly state: ChangeState;
	/** The call and its parameters; never a token. */
	readonly asked: Json;
	/** Status and the site's own words; `null` while no answer came. */
	readonly answered: Json;
	/** ISO 8601, UTC. */
	readonly intentAt: string;
	readonly settledAt: string | null;
}

export interface PlanRowDetail extends PlanRow {
	readonly changes: readonly Change[];
	/** How we know what stands in `after`. */
	readonly evidence: readonly EvidenceItem[];
}

export type PlanStep = 'connecting' | 'changing' | 'verifying' | 'done';

/** What a rehearsal saw of a row. */
export interface Rehearsed {
	readonly id: number;
	/** False where the account is not any more what was diagnosed: it would be set aside. */
	readonly stands: boolean;
	readonly seen: { readonly cause: CauseCode; readonly certainty: Certainty };
}

/** At most ten a second; `changed` holds the rows that changed since the last one. */
export interface PlanProgress {
	readonly plan: Plan;
	readonly step: PlanStep;
	readonly leftMs: number | null;
	readonly changed: readonly PlanRow[];
}

/** People who were removed and whose portal-only account is not there yet: shown first, in red, until it is settled. */
export interface Stranded {
	readonly planId: string;
	readonly runId: string;
	readonly site: string;
	readonly id: number;
	readonly row: number;
	readonly email: string;
	/** ISO 8601, UTC: when the removal was done. */
	readonly since: string;
}

/** One message to the people whose accounts one organisation manages. */
export interface OwnerMessage {
	/** The domain the owning organisation is known by. */
	readonly domain: string;
	readonly addresses: readonly string[];
	readonly subject: string;
	readonly body: string;
	/** Left out where nobody said that it was sent. */
	readonly sent?: MessageSent;
}

/** One line of the audit log. */
export interface AuditEntry {
	/** From 1, without gaps. */
	readonly seq: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly actor: AuditActor;
	readonly site: string;
	/** What happened, e.g. `plan-created`, `confirmed`, `intent`, `applied`, `verified`. */
	readonly event: string;
	readonly details: Json;
	/** SHA-256 of the line before and this one, hexadecimal. */
	readonly hash: string;
}

export interface AuditActor {
	/** The account whose API token was used. */
	readonly account: string;
	/** Who was signed in on this machine. */
	readonly user: string;
	readonly host: 'electron' | 'browser' | 'cli';
}

/** `problems` is empty and nothing differs where everything is as it was written. */
export interface AuditCheck {
	readonly entries: number;
	readonly head: string | null;
	readonly problems: readonly { readonly code: AuditProblem; readonly seq: number | null }[];
	/** Between the log and its head. */
	readonly difference: AuditDifference | null;
	/** Such differences that somebody accepted before, oldest first. */
	readonly accepted: readonly AcceptedDifference[];
}

export interface AcceptedDifference {
	/** The entry that tells it. */
	readonly seq: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly user: string;
	readonly reason: string;
}

export type AuditProblem = 'entry-changed' | 'entry-missing' | 'journal-differs' | 'database-damaged';

/**
 * What differs between the audit log and its head, which is kept beside the database: where the log ends (entry 0: it has
 * none), and which entry the head names. Times are ISO 8601, UTC, and empty where they are not known.
 */
export type AuditDifference = { readonly logSeq: number; readonly logAt: string } & (
	| { readonly problem: 'head-missing' | 'head-unreadable' }
	| ({ readonly headSeq: number; readonly headAt: string } & (
			| { readonly problem: 'log-shorter' | 'log-other' }
			| { readonly problem: 'chain-broken'; readonly brokenSeq: number }
	  ))
);
