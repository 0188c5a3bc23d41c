import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import { type AnswerMemory, withStoredAnswers } from '#core/evidence/stored-answers.ts';
import { livePace, offlinePace, type Pace } from '#core/runs/pace.ts';
import type { PinnedSnapshot } from '#core/runs/run-store.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { originOf, snapshotQuestions } from '#core/snapshots/snapshot-questions.ts';
import { makeSiteQuestions } from '../atlassian/site-questions.ts';
import { makeTurns } from '../turns.ts';
import { connectRequest, type SiteAccess, siteOptions, type SitePorts } from './site-access.ts';

/** Where the answers of a run come from. */
export type Target = { readonly kind: 'live'; readonly site: SiteAccess } | { readonly kind: 'offline'; readonly snapshot: Snapshot };

export interface RunSource {
	readonly questions: SiteQuestions;
	readonly connect: ConnectRequest;
	readonly pace: Pace;
	readonly origin?: string;
	/** Requests sent so far, by call. */
	calls(): Readonly<Record<string, number>>;
}

type LivePorts = SitePorts & { readonly signal: AbortSignal };

export const openSource = (target: Target, ports: LivePorts, memory: AnswerMemory): RunSource =>
	target.kind === 'live' ? liveSource(target.site, ports, memory) : offlineSource(target.snapshot);

const liveSource = (access: SiteAccess, ports: LivePorts, memory: AnswerMemory): RunSource => {
	const questions = makeSiteQuestions(siteOptions(access, ports, ports.signal));
	return {
		questions: withStoredAnswers(questions, memory),
		connect: connectRequest(access),
		pace: livePace,
		calls: () => questions.calls(),
	};
};

/** No address, no token and no gate: there is nothing here that could send. Answers are not stored again, they are stored already. */
const offlineSource = (snapshot: Snapshot): RunSource => ({
	questions: snapshotQuestions(snapshot, makeTurns()),
	connect: {
		siteHost: new URL(snapshot.site.url).host,
		hasOrgKey: snapshot.organisation !== null,
		orgId: snapshot.organisation?.id ?? null,
	},
	pace: offlinePace,
	origin: originOf(snapshot),
	calls: () => ({}),
});

export const pinned = ({ id, takenAt, digest, missing }: Snapshot): PinnedSnapshot => ({ id, takenAt, missing, digest: digest ?? '' });
