import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import type { Clock, Turns } from '#core/ports.ts';
import type { EarlierAnswers } from '#core/snapshots/earlier-answers.ts';
import { loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import { pullSnapshot } from '#core/snapshots/pull.ts';
import type { DirectoryListing } from '#core/snapshots/pull-context.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { snapshotQuestions } from '#core/snapshots/snapshot-questions.ts';
import type { Outcome } from '#shared/outcome.ts';
import { type MemorySnapshot, memorySnapshot } from './memory-snapshot.ts';
import { siteHost } from './scripted-questions.ts';

export const stillClock: Clock = { now: () => Date.parse('2026-11-23T12:00:00.000Z'), ticks: () => 0, sleep: () => Promise.resolve() };
export const noTurns: Turns = { isDue: () => false, give: () => Promise.resolve() };

export interface PullOptions {
	readonly draft?: MemorySnapshot;
	readonly hasOrgKey?: boolean;
	readonly deskKeys?: readonly string[] | null;
	readonly earlier?: EarlierAnswers | null;
	readonly signal?: AbortSignal;
	readonly onProgress?: (part: string, expected: number | null) => void;
}

export const connectRequest = (hasOrgKey = true): ConnectRequest => ({ siteHost, hasOrgKey, orgId: null, callerEmail: null });

/** A pull of a scripted site into memory. */
export const pull = async (
	questions: SiteQuestions & DirectoryListing,
	{ draft = memorySnapshot(), hasOrgKey = true, deskKeys = null, earlier = null, signal, onProgress = () => undefined }: PullOptions = {},
): Promise<{ readonly draft: MemorySnapshot; readonly outcome: Outcome<null> }> => {
	const outcome = await pullSnapshot({
		questions,
		draft,
		connect: connectRequest(hasOrgKey),
		deskKeys,
		earlier,
		clock: stillClock,
		turns: noTurns,
		signal: signal ?? new AbortController().signal,
		onProgress,
	});
	return { draft, outcome };
};

/** Loads what was pulled, whatever it lacks, and asks it as a diagnosis would. */
export const askOffline = async (
	draft: MemorySnapshot,
	deskKey = 'HELP',
): Promise<{ readonly snapshot: Snapshot; readonly questions: SiteQuestions }> => {
	const loaded = await loadSnapshot(draft.stored(), { deskKey, allowIncomplete: true }, noTurns);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
	return { snapshot: loaded.value.snapshot, questions: snapshotQuestions(loaded.value.snapshot, noTurns) };
};
