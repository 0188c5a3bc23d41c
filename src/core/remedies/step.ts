import type { StepId } from '#shared/remedies.ts';
import type { Organisation } from '../evidence/connect.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import type { SiteQuestions } from '../evidence/site-questions.ts';
import type { ChangeAnswer, Depart, SiteChanges } from './site-changes.ts';

/** What a step needs to know of where it works. The same for all rows of a plan. */
export interface StepContext {
	readonly questions: SiteQuestions;
	readonly changes: SiteChanges;
	/** `null` without an organisation key: then no step of the directory can be planned either. */
	readonly organisation: Organisation | null;
	readonly deskId: string;
	readonly now: () => string;
	/** When this address was invited on the site before, by whichever plan; `null`: never. */
	readonly invitedAt: (address: string) => string | null;
	/** The site's customer organisation of this name; `null` where it has none. */
	readonly customerOrganisation: (name: string) => Promise<{ readonly id: string } | null>;
}

/** One person a step is about, as the site shows them just before it. */
export interface StepPerson {
	readonly address: string;
	readonly displayName: string;
	/** The customer organisation named in the list. */
	readonly organisation: string | null;
	readonly evidence: PersonEvidence;
	/** Made by an earlier step of the same row; a new account may not be found by reading yet. */
	readonly createdId: string | null;
	/** Accounts the diagnosis saw. */
	readonly accountIds: readonly string[];
	/** Steps of this row that the site has confirmed: reading may lag behind them. */
	readonly applied: readonly StepId[];
}

/** A change that cannot be sent as things are: a reason for the row, nothing was changed. */
export interface Unsendable {
	readonly kind: 'unsendable';
	readonly code: 'account-changed' | 'directory-ambiguous' | 'organisation-not-found' | 'already-invited';
	readonly details: Readonly<Record<string, string>>;
}

export interface Step {
	readonly id: StepId;
	/** Never sent again once its outcome is unknown: each one may reach a person, and reading does not prove that it did not. */
	readonly once: boolean;
	/** Made a second time it changes nothing: not worth a read of its own before the first. */
	readonly repeatIsHarmless?: true;
	/** There is an account afterwards that was not there before. */
	readonly makesAccount?: true;
	/** 404 to a second attempt says that the first one had worked. */
	readonly goneIsDone?: true;
	/** Reads whether what the step is for is there already. */
	isReached(person: StepPerson, context: StepContext): Promise<boolean>;
	/** Sends it, or says why not. */
	send(person: StepPerson, context: StepContext, depart: Depart): Promise<ChangeAnswer<unknown> | Unsendable>;
}

export const unsendable = (code: Unsendable['code'], details: Unsendable['details'] = {}): Unsendable => ({
	kind: 'unsendable',
	code,
	details,
});
