import { basename } from 'node:path';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import type { ReportDelivered, ReportFormat } from '#shared/reports.ts';

/** What can be delivered: a report, or a snapshot as one file. */
export type Deliverable = ReportFormat | 'snapshot';

/** How a host gets a report to the person; each has its own way. Where a host has none, its window offers no reports. */
export interface ReportDelivery {
	/** What this host can do, in the order in which it is offered. */
	readonly formats: readonly ReportFormat[];
	/**
	 * `write` writes the file to a path; for `pdf` and `print` that is the HTML page, which the host goes on from. `path` is
	 * the one that was named with the call, where the host's own client may name one.
	 */
	deliver(
		name: string,
		format: Deliverable,
		write: (path: string) => Promise<Outcome<null>>,
		path?: string,
	): Promise<Outcome<ReportDelivered>>;
}

/** Of a host whose client names the path: the command line. */
export const pathDelivery: ReportDelivery = {
	formats: ['html', 'xlsx', 'csv', 'json'],
	deliver: async (_name, _format, write, path) =>
		path === undefined ? failed('wrong-use', { what: 'path' }) : andThen(write(path), () => done({ kind: 'saved', name: basename(path) })),
};
