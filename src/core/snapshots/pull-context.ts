import type { Outcome } from '#shared/outcome.ts';
import type { ConnectRequest } from '../evidence/connect.ts';
import { RunStopped } from '../run-stopped.ts';
import type { Answered, DirectoryUser, ReadPage, SiteQuestions } from '../evidence/site-questions.ts';
import type { Clock, Turns } from '../ports.ts';
import type { PartName } from './parts.ts';
import type { EarlierAnswers } from './earlier-answers.ts';
import type { SnapshotDraft } from './snapshot-store.ts';

/** The one read that only a snapshot makes: everybody of the organisation, page by page, instead of those asked for. */
export interface DirectoryListing {
	/** `POST /admin/v2/orgs/{orgId}/directories/-/users/search` without addresses. */
	everybody(
		orgId: string,
		page: { readonly roleIds?: readonly string[]; readonly resourceIds?: readonly string[]; readonly cursor: string | null },
	): Promise<Outcome<Answered<ReadPage<DirectoryUser>>>>;
}

export interface Pull {
	readonly questions: SiteQuestions & DirectoryListing;
	readonly draft: SnapshotDraft;
	readonly connect: ConnectRequest;
	/** Desks whose people are wanted, by key; `null`: all of the site's. */
	readonly deskKeys: readonly string[] | null;
	/** Of an earlier snapshot: what need not be asked again of people whose record is as it was. */
	readonly earlier: EarlierAnswers | null;
	readonly clock: Clock;
	readonly turns: Turns;
	/** Aborting stops it before its next question. */
	readonly signal: AbortSignal;
	/** After each page is on disk. `expected`: how many records the part will have, where that is known. */
	readonly onProgress: (part: PartName, expected: number | null) => void;
}

/** The value, or the end of the pull. */
export const must = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new RunStopped(outcome.failure);
};

export const stopIfAborted = (signal: AbortSignal): void => {
	if (signal.aborted) throw new RunStopped({ code: 'cancelled', details: {} });
};

/** The first fault stops the others before their next question, and is told once all of them have ended. */
export const sideBySide = async (pull: Pull, works: readonly ((pull: Pull) => Promise<void>)[]): Promise<void> => {
	const faults: unknown[] = [];
	const stop = new AbortController();
	const guarded = { ...pull, signal: AbortSignal.any([pull.signal, stop.signal]) };
	await Promise.all(
		works.map(async (work) => {
			try {
				await work(guarded);
			} catch (error) {
				faults.push(error);
				stop.abort();
			}
		}),
	);
	if (faults.length > 0) throw faults[0];
};
