import type { WhyUnknown } from '#core/evidence/evidence.ts';
import type { PersonFacts } from '#core/evidence/person-facts.ts';
import type { Turns } from '#core/ports.ts';
import type { RunRows } from '#core/runs/run-store.ts';
import type { CauseCode, Certainty, Standing } from '#shared/causes.ts';
import type { EvidenceTopic } from '#shared/evidence-topics.ts';
import type { Run, RunRow } from '#shared/run.ts';
import { countAddable, standingOf } from '#shared/standings.ts';
import type { AddableCounts } from '#shared/run.ts';

export type ByStanding = Readonly<Record<Standing, number>>;
export type ByCertainty = Readonly<Record<Certainty, number>>;

export interface CauseCount {
	readonly cause: CauseCode;
	readonly rows: number;
	readonly certainties: ByCertainty;
	/** Ids of the first rows, `mostFirst` of them at most. */
	readonly first: readonly number[];
}

/** As many rows of a cause as a page for people shows. */
export const mostFirst = 200;

export interface DomainCount {
	readonly domain: string;
	readonly rows: number;
	readonly standings: ByStanding;
	/** Blocked or not settled. */
	readonly notAddable: number;
	/** The cause most of those have; `null` where there are none. */
	readonly mostFrequent: CauseCode | null;
}

/** A question that had no answer, and about how many people. */
export interface Unseen {
	readonly topic: EvidenceTopic;
	readonly why: WhyUnknown;
	readonly people: number;
}

/** What a run comes to, counted over all its rows. Bounded by its domains and customer organisations, not by its rows. */
export interface Survey {
	readonly standings: ByStanding;
	/** Of the rows that can be added. */
	readonly addable: AddableCounts;
	/** Of the rows that were checked. */
	readonly certainties: ByCertainty;
	/** Most rows first. */
	readonly causes: readonly CauseCount[];
	/** Those with most rows that cannot be added first. */
	readonly domains: readonly DomainCount[];
	/** In the order in which the list names them. */
	readonly organisations: readonly string[];
	readonly hasNames: boolean;
	/** `null` where the run was stored without what it rests on. */
	readonly unseen: readonly Unseen[] | null;
}

const pageSize = 500;
const noStandings = (): Record<Standing, number> => ({ added: 0, addable: 0, blocked: 0, open: 0, repeated: 0 });
const noCertainties = (): Record<Certainty, number> => ({ proven: 0, likely: 0, unknown: 0 });
/** Blocked, or not settled. */
export const isNotAddable = (cause: CauseCode, run: Pick<Run, 'findings'>): boolean => ['blocked', 'open'].includes(standingOf(cause, run));

interface Tally {
	readonly standings: Record<Standing, number>;
	readonly causes: Map<CauseCode, { rows: number; readonly certainties: Record<Certainty, number>; readonly first: number[] }>;
	readonly domains: Map<string, { rows: number; readonly standings: Record<Standing, number>; readonly blocking: Map<CauseCode, number> }>;
	readonly organisations: Set<string>;
	hasNames: boolean;
}

const addRow = (tally: Tally, { id, email, name, organisation, cause, certainty }: RunRow, run: Run): void => {
	const standing = standingOf(cause, run);
	tally.standings[standing] += 1;
	const counted = tally.causes.get(cause) ?? { rows: 0, certainties: noCertainties(), first: [] };
	if (counted.rows < mostFirst) counted.first.push(id);
	counted.rows += 1;
	counted.certainties[certainty] += 1;
	tally.causes.set(cause, counted);
	if (organisation !== null && organisation !== '') tally.organisations.add(organisation);
	tally.hasNames ||= name !== null && name !== '';
	const host = cause === 'invalid-address' ? null : plausibleDomain(email);
	if (host === null) return;
	const domain = tally.domains.get(host) ?? { rows: 0, standings: noStandings(), blocking: new Map<CauseCode, number>() };
	domain.rows += 1;
	domain.standings[standing] += 1;
	if (isNotAddable(cause, run)) domain.blocking.set(cause, (domain.blocking.get(cause) ?? 0) + 1);
	tally.domains.set(host, domain);
};

const countDomains = (tally: Tally): readonly DomainCount[] =>
	[...tally.domains]
		.map(([domain, { rows, standings, blocking }]) => {
			const [most] = [...blocking].sort(([, a], [, b]) => b - a);
			return { domain, rows, standings, notAddable: standings.blocked + standings.open, mostFrequent: most?.[0] ?? null };
		})
		.sort((a, b) => b.notAddable - a.notAddable || b.rows - a.rows || (a.domain < b.domain ? -1 : 1));

const sumCertainties = (causes: readonly CauseCount[]): ByCertainty => {
	const sum = noCertainties();
	for (const { cause, certainties } of causes) {
		if (cause === 'not-checked') continue;
		for (const certainty of Object.keys(sum) as Certainty[]) sum[certainty] += certainties[certainty];
	}
	return sum;
};

const topics = {
	directory: 'directory',
	jsmRole: 'role',
	manageable: 'manageable',
	portal: 'portal',
	siteAccount: 'site-account',
	membership: 'membership',
	canRaise: 'can-raise',
	creation: 'creation',
} as const satisfies Record<Exclude<keyof PersonFacts, 'ofProvider' | 'byHand'>, EvidenceTopic>;

/** Thousands of people share the same facts: each kind is looked at once. */
const countUnseen = async (store: RunRows, runId: string, turns: Turns): Promise<readonly Unseen[] | null> => {
	const kinds = new Map<PersonFacts, number>();
	for (const page of store.factRows(runId, 'diagnosed')) {
		for (const { facts } of page) kinds.set(facts, (kinds.get(facts) ?? 0) + 1);
		if (turns.isDue()) await turns.give();
	}
	const found = new Map<string, Unseen>();
	for (const [facts, people] of kinds) {
		for (const fact of Object.keys(topics) as (keyof typeof topics)[]) {
			const told = facts[fact];
			if (told === null || !('unknown' in told)) continue;
			const key = `${fact} ${told.unknown}`;
			found.set(key, { topic: topics[fact], why: told.unknown, people: (found.get(key)?.people ?? 0) + people });
		}
	}
	return kinds.size === 0 ? null : [...found.values()].sort((a, b) => b.people - a.people);
};

const byCertainty = ({ cause, certainties }: CauseCount) =>
	(Object.keys(certainties) as Certainty[]).map((certainty) => ({ cause, certainty, rows: certainties[certainty] }));

/** Two walks over the run: its rows without their evidence, and what their verdicts rest on. Others get their turn meanwhile. */
export const surveyRun = async (store: RunRows, run: Run, turns: Turns): Promise<Survey> => {
	const tally: Tally = { standings: noStandings(), causes: new Map(), domains: new Map(), organisations: new Set(), hasNames: false };
	const ids = store.rowIds(run.id, {}, { by: 'row', descending: false });
	for (let start = 0; start < ids.length; start += pageSize) {
		for (const row of store.rows(run.id, ids.slice(start, start + pageSize))) addRow(tally, row, run);
		if (turns.isDue()) await turns.give();
	}
	const causes = [...tally.causes].map(([cause, counted]) => ({ cause, ...counted })).sort((a, b) => b.rows - a.rows);
	return {
		standings: tally.standings,
		addable: countAddable(causes.flatMap(byCertainty), run),
		certainties: sumCertainties(causes),
		causes,
		domains: countDomains(tally),
		organisations: [...tally.organisations],
		hasNames: tally.hasNames,
		unseen: await countUnseen(store, run.id, turns),
	};
};

const domainPattern = /^[^\s@]+@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63})$/u;

/** The domain of an address; `null` where the text is none: the rest of a cell that holds no address may be anything. */
export const plausibleDomain = (text: string): string | null => (text.length > 320 ? null : (domainPattern.exec(text)?.[1] ?? null));
