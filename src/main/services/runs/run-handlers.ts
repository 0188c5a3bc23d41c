import { breakDown, pickValues } from '#core/runs/break-down.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import { andThen, done, type Outcome } from '#shared/outcome.ts';
import { os } from '../handlers.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { ComparisonService } from './comparison-service.ts';
import type { RunAccess } from './run-access.ts';
import type { RunService } from './run-service.ts';
import type { RunStarts } from './run-starts.ts';
import { runUnlocks } from './run-unlocks.ts';

interface Parts {
	readonly sites: SiteService;
	readonly runs: RunService;
	readonly starts: RunStarts;
	readonly comparison: ComparisonService;
	readonly runAccess: RunAccess;
	readonly store: RunIndex & RunRows;
}

/** `runs.*` */
export const runHandlers = ({ sites, runs, starts, comparison, store, runAccess }: Parts) => {
	const found = <T>(runId: string, read: () => T) => andThen(store.run(runId), () => done(read()));
	const urlOf = (site: string | undefined): Outcome<string | null> => (site === undefined ? done(null) : sites.urlOf(site));
	return {
		start: os.runs.start.handler(({ input }) => starts.start(input)),
		prepare: os.runs.prepare.handler(({ input }) => starts.prepare(input)),
		startSiteWide: os.runs.startSiteWide.handler(({ input }) => starts.startSiteWide(input)),
		startMany: os.runs.startMany.handler(({ input }) => starts.startMany(input)),
		cancel: os.runs.cancel.handler(({ input }) => runs.cancel(input.runId)),
		resume: os.runs.resume.handler(({ input }) => starts.resume(input)),
		correctRow: os.runs.correctRow.handler(({ input }) => starts.correctRow(input)),
		again: os.runs.again.handler(({ input }) => starts.again(input)),
		rename: os.runs.rename.handler(({ input }) => store.rename(input.runId, input.name)),
		list: os.runs.list.handler(() => done(store.runs())),
		get: os.runs.get.handler(({ input }) => store.run(input.runId)),
		reading: os.runs.reading.handler(({ input }) => store.reading(input.runId)),
		watch: os.runs.watch.handler(({ input, signal }) => runs.watch(input.runId, signal)),
		rowIds: os.runs.rowIds.handler(({ input }) => found(input.runId, () => store.rowIds(input.runId, input.filter, input.sort))),
		rows: os.runs.rows.handler(({ input }) => found(input.runId, () => store.rows(input.runId, input.ids))),
		row: os.runs.row.handler(({ input }) => store.row(input.runId, input.id)),
		summary: os.runs.summary.handler(({ input }) => found(input.runId, () => store.summary(input.runId, input.filter))),
		values: os.runs.values.handler(({ input: { runId, of, filter, text, count } }) =>
			found(runId, () => pickValues(store.values(runId, of, filter), text, count)),
		),
		breakdown: os.runs.breakdown.handler(({ input }) =>
			andThen(store.run(input.runId), (run) => done(breakDown(store.breakdown(input.runId), run))),
		),
		awaitingAccess: os.runs.awaitingAccess.handler(({ input }) => runAccess.awaiting(input.runId)),
		declareAccess: os.runs.declareAccess.handler(({ input }) => runAccess.declare(input.runId, input.access)),
		unlock: os.runs.unlock.handler(({ input }) => runUnlocks(store, input.runId)),
		compare: os.runs.compare.handler(({ input }) => comparison.compare(input)),
		compared: os.runs.compared.handler(({ input }) => comparison.compared(input, input.start, input.count)),
		find: os.runs.find.handler(({ input }) => done(comparison.find(input.text, input.count))),
		history: os.runs.history.handler(({ input }) => andThen(urlOf(input.site), (siteUrl) => comparison.history(input.email, siteUrl))),
	};
};
