import type { Clock } from '#core/ports.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Run, SiteInfo } from '#shared/run.ts';
import { countStandings } from '#shared/standings.ts';
import type { SiteOverview, TokenState } from '#shared/site-overview.ts';
import type { SnapshotInfo, SnapshotList } from '#shared/snapshot.ts';

/** A run from before the site was added anew was stopped for a token that is not there any more. */
const wasRejected = (site: SiteInfo, last: Run | undefined, code: 'token-rejected' | 'org-key-rejected'): boolean =>
	last?.stop?.code === code && last.stop.details['missingScope'] !== true && last.startedAt > site.addedAt;

const apiTokenOf = (site: SiteInfo, last: Run | undefined, today: string): TokenState => {
	const expiresOn = site.tokenExpiresOn;
	if (!site.hasApiToken) return { state: 'missing', expiresOn };
	if (wasRejected(site, last, 'token-rejected')) return { state: 'rejected', expiresOn };
	return { state: expiresOn !== null && expiresOn < today ? 'expired' : 'present', expiresOn };
};

const orgApiKeyOf = (site: SiteInfo, last: Run | undefined): TokenState => {
	if (!site.hasOrgApiKey) return { state: 'missing', expiresOn: null };
	return { state: wasRejected(site, last, 'org-key-rejected') ? 'rejected' : 'present', expiresOn: null };
};

const lastRunOf = (run: Run): SiteOverview['lastRun'] => {
	const { id, listName, startedAt, state, rowCount, checkedCount, summary } = run;
	return { id, listName, startedAt, state, rowCount, checkedCount, summary, blockedCount: countStandings(run).blocked };
};

/** What is known beside the sites themselves: `runs` and `snapshots` are newest first. */
export interface SitesSeen {
	readonly runs: readonly Run[];
	readonly snapshots: readonly SnapshotInfo[];
	readonly nowMs: number;
}

/** One that is being pulled cannot be used yet. */
const snapshotAge = (url: string, { snapshots, nowMs }: SitesSeen): number | null => {
	const newest = snapshots.find(({ site, state }) => site.url === url && state !== 'pulling');
	return newest === undefined ? null : Math.max(0, nowMs - Date.parse(newest.takenAt));
};

/** Every site with its last run, by client and name; sites of nobody come last. */
export const overviewOf = (sites: readonly SiteInfo[], seen: SitesSeen): readonly SiteOverview[] => {
	const { runs, nowMs } = seen;
	const lastBySite = new Map(runs.toReversed().map((run) => [run.site.url, run]));
	const today = new Date(nowMs).toISOString().slice(0, 10);
	const overviews = sites.map((site): SiteOverview => {
		const last = lastBySite.get(site.url);
		const { name, url, client, management } = site;
		return {
			name,
			url,
			client,
			management,
			signIn: site.signIn,
			apiToken: apiTokenOf(site, last, today),
			orgApiKey: orgApiKeyOf(site, last),
			lastRun: last === undefined ? null : lastRunOf(last),
			snapshotAgeMs: snapshotAge(url, seen),
		};
	});
	const keyOf = ({ client, name }: SiteOverview): string => `${client === null ? '1' : '0'}${client ?? ''}\n${name}`;
	return overviews.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
};

interface Parts {
	readonly sites: { list(): Promise<Outcome<readonly SiteInfo[]>> };
	readonly store: RunIndex;
	readonly snapshots: { list(): Promise<Outcome<SnapshotList>> };
	readonly clock: Clock;
}

/** Asks nothing of any site. */
export const overview = async ({ sites, store, snapshots, clock }: Parts): Promise<Outcome<readonly SiteOverview[]>> => {
	const all = await sites.list();
	if (!all.ok) return all;
	const kept = await snapshots.list();
	if (!kept.ok) return kept;
	return done(overviewOf(all.value, { runs: store.runs(), snapshots: kept.value.snapshots, nowMs: clock.now() }));
};
