import type { Outcome } from '#shared/outcome.ts';
import type { ReportDelivered, ReportFormat } from '#shared/reports.ts';

/** What can be delivered: a report, or a snapshot as one file. */
export type Deliverable = ReportFormat | 'snapshot';

/** How a host gets a report to the person; each has its own way. Where a host has none, its window offers no reports. */
export interface ReportDelivery {
	/** What this host can do, in the order in which it is offered. */
	readonly formats: readonly ReportFormat[];
	/** `write` writes the file to a path; for `pdf` and `print` that is the HTML page, which the host goes on from. */
	deliver(name: string, format: Deliverable, write: (path: string) => Promise<Outcome<null>>): Promise<Outcome<ReportDelivered>>;
}

export const noDelivery: ReportDelivery = {
	formats: [],
	deliver: () => Promise.reject(new Error('this host has no window to deliver a report to')),
};
