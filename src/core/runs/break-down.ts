import type { CauseCode, Certainty } from '#shared/causes.ts';
import { countAddable, standingOf } from '#shared/standings.ts';
import type { BlockedDomain, Run, RunBreakdown, ValueCount, ValueCounts } from '#shared/run.ts';

/** So many rows share domain, cause and certainty; `domain` is `null` where they hold no address. */
export interface RowGroup {
	readonly domain: string | null;
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly rows: number;
}

/** More than anybody looks at on one page; a list of strangers has as many domains as rows. */
const mostDomains = 20;

interface Tally {
	rows: number;
	blocked: number;
	readonly causes: Partial<Record<CauseCode, number>>;
}

const tallyDomains = (groups: readonly RowGroup[], run: Pick<Run, 'findings'>): readonly BlockedDomain[] => {
	const tallies = new Map<string, Tally>();
	for (const { domain, cause, rows } of groups) {
		if (domain === null) continue;
		const tally = tallies.get(domain) ?? { rows: 0, blocked: 0, causes: {} };
		tallies.set(domain, tally);
		tally.rows += rows;
		if (standingOf(cause, run) !== 'blocked') continue;
		tally.blocked += rows;
		tally.causes[cause] = (tally.causes[cause] ?? 0) + rows;
	}
	return [...tallies].map(([domain, tally]) => ({ domain, ...tally }));
};

/** What a run says of its rows together: how sure it is, and where most people are blocked. */
export const breakDown = (groups: readonly RowGroup[], run: Pick<Run, 'findings'>): RunBreakdown => {
	const certainties: Record<Certainty, number> = { proven: 0, likely: 0, unknown: 0 };
	for (const { cause, certainty, rows } of groups) if (cause !== 'not-checked') certainties[certainty] += rows;
	const blocked = tallyDomains(groups, run)
		.filter((domain) => domain.blocked > 0)
		.sort((a, b) => b.blocked - a.blocked || (a.domain < b.domain ? -1 : 1));
	return { certainties, addable: countAddable(groups, run), blockedDomains: blocked.length, domains: blocked.slice(0, mostDomains) };
};

/** Values in which the text stands, most rows first, at most `count`; what names none is not found by a text. */
export const pickValues = (all: readonly ValueCount[], text: string, count: number): ValueCounts => {
	const sought = text.trim().normalize('NFC').toLowerCase();
	const fitting = sought === '' ? all : all.filter(({ value }) => value !== null && value.normalize('NFC').toLowerCase().includes(sought));
	const values = [...fitting].sort((a, b) => b.rows - a.rows || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
	return { total: fitting.length, values: values.slice(0, count) };
};
