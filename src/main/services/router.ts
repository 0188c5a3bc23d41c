import type { AppInfo } from '#shared/contract/app.ts';
import type { Language } from '#shared/languages.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { DeletionService } from './deletion/deletion-service.ts';
import type { HandCheckService } from './sites/hand-check-service.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { watchActivity } from './activity.ts';
import type { AuditService } from './audit/audit-service.ts';
import type { HandedFiles } from './handed-files.ts';
import { os } from './handlers.ts';
import { isAtlassianLink } from './links.ts';
import { listHandlers } from './lists/list-handlers.ts';
import { networkHandlers } from './network/network-handlers.ts';
import { planHandlers } from './plans/plan-handlers.ts';
import type { ReportService } from './reports/report-service.ts';
import { runHandlers } from './runs/run-handlers.ts';
import { siteHandlers } from './sites/site-handlers.ts';
import { snapshotHandlers } from './snapshots/snapshot-handlers.ts';

type Rooms = Parameters<typeof siteHandlers>[0] &
	Parameters<typeof listHandlers>[0] &
	Parameters<typeof runHandlers>[0] &
	Parameters<typeof snapshotHandlers>[0] &
	Parameters<typeof planHandlers>[0] &
	Parameters<typeof networkHandlers>[0];

export interface RouterParts extends Rooms {
	readonly info: AppInfo;
	readonly reports: ReportService;
	readonly audit: AuditService;
	readonly checks: HandCheckService;
	readonly deletion: DeletionService;
	readonly settings: SettingsStore;
	readonly openLink: (url: string) => Promise<void>;
	readonly handedFiles: HandedFiles;
	readonly openDemo: () => Promise<Outcome<{ readonly place: string }>>;
	readonly speak: (language: Language) => void;
}

/** The handlers of the contract: each a line of translation between a question and a service. */
export const makeRouter = (parts: RouterParts) => {
	const { info, reports, audit, checks, deletion, settings, openLink, openDemo, handedFiles, speak } = parts;
	return os.router({
		app: {
			info: os.app.info.handler(() => done({ ...info })),
			watch: os.app.watch.handler(({ signal }) => watchActivity(parts, signal)),
			openLink: os.app.openLink.handler(async ({ input }) => {
				if (!isAtlassianLink(input.url)) return failed('wrong-use', { what: 'link' });
				// As it was read, not as it was written: what was checked is what is opened.
				try {
					await openLink(new URL(input.url).href);
					return done(null);
				} catch {
					return failed('link-not-opened');
				}
			}),
			handed: os.app.handed.handler(({ signal }) => handedFiles.watch(signal)),
			takeFile: os.app.takeFile.handler(({ input }) => handedFiles.take(input.id)),
			openDemo: os.app.openDemo.handler(openDemo),
			speak: os.app.speak.handler(({ input }) => {
				speak(input.language);
				return done(null);
			}),
		},
		sites: siteHandlers(parts),
		checks: {
			list: os.checks.list.handler(({ input }) => checks.list(input)),
			declare: os.checks.declare.handler(({ input }) => checks.declare(input)),
		},
		deletion: {
			preview: os.deletion.preview.handler(({ input }) => deletion.preview(input.of)),
			carryOut: os.deletion.carryOut.handler(({ input }) => deletion.carryOut(input.of)),
		},
		lists: listHandlers(parts),
		runs: runHandlers(parts),
		snapshots: snapshotHandlers(parts),
		plans: planHandlers(parts),
		network: networkHandlers(parts),
		reports: {
			offer: os.reports.offer.handler(({ input }) => reports.offer(input.runId)),
			make: os.reports.make.handler(({ input, context, signal }) => reports.tell(input, context.path, signal)),
		},
		audit: {
			entries: os.audit.entries.handler(({ input }) => audit.entries(input.filter, input.from, input.count)),
			verify: os.audit.verify.handler(() => audit.verify()),
			difference: os.audit.difference.handler(() => audit.difference()),
			accept: os.audit.accept.handler(({ input }) => audit.accept(input.reason)),
			export: os.audit.export.handler(({ input }) => audit.export(input.filter, input.format, input.language)),
		},
		settings: {
			get: os.settings.get.handler(({ input }) => settings.get(input.key)),
			set: os.settings.set.handler(({ input }) => settings.set(input.key, input.value)),
		},
	});
};
