import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compactFacts, type PersonFacts } from '#core/evidence/person-facts.ts';
import { checkedList } from './checked-list.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { ReportService } from '#main/services/reports/report-service.ts';
import type { ReportDelivery } from '#main/services/reports/delivery.ts';
import { pathDelivery } from '#main/services/reports/delivery.ts';
import type { ReportRequest } from '#main/services/reports/report-source.ts';
import type { FileFormat } from '#main/services/reports/write-report.ts';
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { createSettingsStore, type SettingsStore } from '#main/storage/settings-store.ts';
import { type CauseCode, type Certainty, causeCatalogue } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { failed } from '#shared/outcome.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { makeTempDir, need } from './demo-app.ts';
import { evidenceOfCause } from './evidence-of-cause.ts';
import { ManualClock } from './manual-clock.ts';
import { nobodyHolds } from './memory-locks.ts';

export interface ReportedPerson {
	/** Name, address, customer organisation, notes. */
	readonly cells: readonly string[];
	readonly cause: CauseCode;
	readonly certainty?: Certainty;
	readonly evidence?: readonly EvidenceItem[];
	readonly suggestion?: string;
	/** What the verdict rests on; usual ones for its cause where left out. */
	readonly facts?: PersonFacts;
}

export interface ReportedOptions {
	readonly people: readonly ReportedPerson[];
	readonly columns?: readonly string[];
	readonly listName?: string;
	readonly account?: string;
	readonly delivery?: ReportDelivery;
}

export interface ReportedRun {
	readonly runId: string;
	readonly dir: string;
	readonly runs: RunStore;
	readonly plans: PlanStore;
	readonly settings: SettingsStore;
	readonly service: ReportService;
	bytes(format: FileFormat, request?: Partial<ReportRequest>): Promise<Buffer>;
	text(format: FileFormat, request?: Partial<ReportRequest>): Promise<string>;
}

const siteUrl = 'https://halden.atlassian.net';
export const reportedAt = '2026-11-23T09:00:00.000Z';

/** A run that is in a real store, and the service that reports it. */
export const reportedRun = async (options: ReportedOptions): Promise<ReportedRun> => {
	const {
		people,
		columns = ['Name', 'E-mail', 'Organisation', 'Notes'],
		listName = 'people.csv',
		account = 'admin@halden.example',
	} = options;
	const dir = await makeTempDir();
	const sql = need(await openDatabase(join(dir, 'invite-doctor.sqlite')));
	onTestFinished(() => sql.close());
	const clock = new ManualClock();
	const runs = createRunStore(sql, nobodyHolds);
	const plans = createPlanStore(sql, clock, createAuditLog(sql), nobodyHolds);
	const settings = createSettingsStore(sql);
	const runId = 'run-1';
	const site = { name: 'halden', url: siteUrl, adminUrl: 'https://api.atlassian.com', orgId: null };
	const source = people.map(({ cells }, index) => ({ row: index + 2, cells }));
	const access = { ...unknownCustomerAccess, internal: true, external: false, origin: 'declared', at: reportedAt } as const;
	const run = { id: runId, listName, columns, site, deskKey: 'HELP', mode: 'live', access, startedAt: reportedAt } as const;
	need(runs.create(run, checkedList(source, { name: 0, email: 1, organisation: 2 }).listRows()));
	runs.setDesk(runId, { id: '1', key: 'HELP', name: 'Help Centre' });
	const judged = people.map(({ cause, certainty = 'proven', evidence = [], suggestion, facts }, id) => {
		const made = evidenceOfCause(cause);
		const restsOn = facts ?? (made === null ? undefined : compactFacts(made));
		const verdict = {
			cause,
			certainty,
			remedy: causeCatalogue[cause].remedy,
			evidence,
			...(suggestion === undefined ? {} : { suggestion }),
		};
		return { id, verdict, ...(restsOn === undefined ? {} : { facts: restsOn }) };
	});
	need(runs.saveVerdicts(runId, judged));
	runs.addCalls(runId, { 'GET /rest/api/3/users/search': 3 });
	runs.setState(runId, 'finished', null, '2026-11-23T09:02:00.000Z');
	const record = {
		...site,
		gatewayUrl: null,
		authUrl: null,
		oauth: null,
		door: null,
		readOnly: false,
		email: account,
		management: 'centralized',
		client: null,
		deskKey: null,
		tokenExpiresOn: null,
		addedAt: reportedAt,
	} as const;
	const serviceWith = (delivery: ReportDelivery) =>
		new ReportService({
			runs,
			plans,
			sites: { record: (name) => (name === site.name ? { ok: true, value: record } : failed('site-not-found')) },
			settings,
			clock,
			version: '1.2.3',
			delivery,
		});
	const service = serviceWith(options.delivery ?? pathDelivery);
	const writer = serviceWith(pathDelivery);
	const bytes: ReportedRun['bytes'] = async (format, { client = '', logo = null, masking = null, language = 'en' } = {}) => {
		const path = join(dir, `report.${format}`);
		const personal = masking === null;
		const asked = { runId, format, client, logo: logo && logo.base64, personal, language };
		need(
			await writer.make({ ...asked, maskDomains: masking?.domains ?? false, maskOrganisations: masking?.organisations ?? false }, { path }),
		);
		return readFile(path);
	};
	return {
		runId,
		dir,
		runs,
		plans,
		settings,
		service,
		bytes,
		text: async (format, request) => (await bytes(format, request)).toString('utf8'),
	};
};

export const asked = (question: string, answer: EvidenceItem['answer'] = null): EvidenceItem => ({
	asked: question,
	source: 'POST /admin/v2/orgs/{orgId}/directories/-/users/search',
	answer,
	at: '2026-11-23T09:01:00.000Z',
});
