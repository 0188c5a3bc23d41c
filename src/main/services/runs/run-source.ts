import { createHash } from 'node:crypto';
import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import { type AdminFilePeople, adminFilePeople } from '#core/admin-files/people.ts';
import type { LikenessOf } from '#core/evidence/likeness.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import { type AnswerMemory, withStoredAnswers } from '#core/evidence/stored-answers.ts';
import { livePace, offlinePace, type Pace } from '#core/runs/pace.ts';
import type { PinnedSnapshot } from '#core/runs/run-store.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { likenessInSnapshot } from '#core/snapshots/snapshot-likeness.ts';
import { originOf, snapshotQuestions } from '#core/snapshots/snapshot-questions.ts';
import { makeSiteQuestions } from '../../atlassian/site-questions.ts';
import { makeTurns } from '../../turns.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from '../sites/site-connection.ts';

/** Where the answers of a run come from. */
export type Target = { readonly kind: 'live'; readonly site: SiteConnection } | { readonly kind: 'offline'; readonly snapshot: Snapshot };

export interface RunSource {
	readonly questions: SiteQuestions;
	/** What only some sites answer; `null` where nothing can be asked. */
	readonly rare: RareQuestions | null;
	readonly connect: ConnectRequest | null;
	readonly fromAdminFiles?: AdminFilePeople;
	readonly likeness?: LikenessOf;
	readonly pace: Pace;
	readonly origin?: string;
	/** Requests sent so far, by call. */
	calls(): Readonly<Record<string, number>>;
}

type LivePorts = SitePorts & { readonly signal: AbortSignal };

export const openSource = async (target: Target, ports: LivePorts, memory: AnswerMemory): Promise<RunSource> =>
	target.kind === 'live' ? liveSource(target.site, ports, memory) : offlineSource(target.snapshot);

const liveSource = (access: SiteConnection, ports: LivePorts, memory: AnswerMemory): RunSource => {
	const questions = makeSiteQuestions(siteOptions(access, ports, ports.signal));
	const remembered = withStoredAnswers(questions, memory);
	return {
		questions: remembered,
		rare: remembered,
		connect: connectRequest(access),
		pace: livePace,
		calls: () => questions.calls(),
	};
};

const likenesses = new WeakMap<Snapshot, Promise<LikenessOf>>();

/** Whoever asks first begins to find it out. */
export const likenessOf = (snapshot: Snapshot): Promise<LikenessOf> => {
	const known = likenesses.get(snapshot) ?? likenessInSnapshot(snapshot, makeTurns());
	likenesses.set(snapshot, known);
	return known;
};

/** No address, no token and no gate: there is nothing here that could send. Answers are not stored again, they are stored already. */
const offlineSource = async (snapshot: Snapshot): Promise<RunSource> => ({
	questions: snapshotQuestions(snapshot, makeTurns()),
	rare: null,
	connect: snapshot.isOfAdminFilesOnly
		? null
		: {
				siteHost: new URL(snapshot.site.url).host,
				hasOrgKey: snapshot.organisation !== null,
				orgId: snapshot.organisation?.id ?? null,
				callerEmail: null,
			},
	...(snapshot.adminFiles.length === 0 ? {} : { fromAdminFiles: adminFilePeople(snapshot.adminFiles, knownDomains(snapshot)) }),
	likeness: await likenessOf(snapshot),
	pace: offlinePace,
	origin: originOf(snapshot),
	calls: () => ({}),
});

/** All verified domains of the organisation; `null` where they are not all known. */
const knownDomains = ({ parts, domains }: Snapshot): readonly string[] | null =>
	parts.get('domains')?.state === 'complete' ? domains.map((domain) => domain.toLowerCase()) : null;

const brokenOff = 'broken-off:';

/** Whether nobody vouched for its content: its pull was killed. */
export const isUnsealed = (digest: string): boolean => digest === '' || digest.startsWith(brokenOff);

/** How far a pull that was killed had come: whoever goes on with it, or with the run, must not pass for the same. */
const progressOf = ({ parts }: Snapshot): string =>
	createHash('sha256')
		.update(JSON.stringify([...parts.values()].map(({ name, state, records, from, until }) => [name, state, records, from, until])))
		.digest('hex');

export const pinned = (snapshot: Snapshot): PinnedSnapshot => {
	const { id, takenAt, digest, missing } = snapshot;
	return { id, takenAt, missing, digest: digest ?? `${brokenOff}${progressOf(snapshot)}` };
};
