import type { Clock } from '#core/ports.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import type { Language } from '#shared/languages.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Logo, ReportDelivered, ReportFormat, ReportOffer } from '#shared/reports.ts';
import type { Run } from '#shared/run.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import type { SiteRecord } from '../../storage/sites/site-store.ts';
import { makeTurns } from '../../turns.ts';
import type { ReportDelivery } from './delivery.ts';
import { readLogo } from './logo.ts';
import { recallChoices, rememberChoices } from './report-choices.ts';
import { openReportSource, type ReportOrigin, type ReportRequest } from './report-source.ts';
import { type FileFormat, writeReport } from './write-report.ts';

interface Ports {
	readonly runs: RunStore;
	readonly plans: PlanStore;
	readonly sites: { record(name: string): Outcome<SiteRecord> };
	readonly settings: SettingsStore;
	readonly clock: Clock;
	readonly version: string;
	readonly delivery: ReportDelivery;
}

/** What a window asks for. */
export interface MakeReport {
	readonly runId: string;
	readonly format: ReportFormat;
	readonly client: string;
	/** The file's bytes, as base64; `null` for none. */
	readonly logo: string | null;
	readonly personal: boolean;
	readonly maskDomains: boolean;
	readonly maskOrganisations: boolean;
	readonly language: Language;
}

const plainRequest: ReportRequest = { client: '', logo: null, masking: null };

const fileFormatOf = (format: ReportFormat): FileFormat => (format === 'pdf' || format === 'print' ? 'html' : format);

/** `invite-list` of `invite-list.csv`, without what a file system would trip over. */
const stemOf = (name: string): string =>
	name
		.replace(/\.\w{1,8}$/, '')
		.replace(/[^\p{L}\p{N} ._-]+/gu, '-')
		.replace(/^[. -]+|[. -]+$/g, '')
		.slice(0, 80) || 'list';

/** The list's own name may be somebody's: a report without personal data is called after the site. */
const fileName = ({ listName, site }: Run, { personal, format }: MakeReport): string =>
	`${stemOf(personal ? listName : site.url.replace(/^https?:\/\//, ''))}-report.${format === 'pdf' ? 'pdf' : fileFormatOf(format)}`;

/** Reports of runs: written to a path for the command line, handed to the host's way of delivering for a window. */
export class ReportService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Writes the whole report or nothing. */
	async write(runId: string, format: FileFormat, path: string, request: ReportRequest = plainRequest): Promise<Outcome<null>> {
		const { runs, plans } = this.#ports;
		const run = runs.run(runId);
		if (!run.ok) return run;
		const source = await openReportSource(
			{ runs, plans },
			runId,
			request,
			this.#originOf(run.value),
			messagesIn(request.language ?? 'en'),
			makeTurns(),
		);
		return source.ok ? writeReport(source.value, format, path) : source;
	}

	/** What can be made here, and what the last report on the run's site was made with. */
	offer(runId: string): Outcome<ReportOffer> {
		const { runs, settings, delivery } = this.#ports;
		const run = runs.run(runId);
		return run.ok ? done({ formats: delivery.formats, choices: recallChoices(settings, run.value.site.url) }) : run;
	}

	/** Makes a report and gets it to the person. What it was made with is remembered once it is there. */
	async make(wanted: MakeReport): Promise<Outcome<ReportDelivered>> {
		const { runs, settings, delivery } = this.#ports;
		const { runId, format, client, personal, maskDomains, maskOrganisations, language } = wanted;
		if (!delivery.formats.includes(format)) return failed('wrong-use', { what: 'format' });
		const run = runs.run(runId);
		if (!run.ok) return run;
		const logo: Outcome<Logo | null> = wanted.logo === null ? done(null) : readLogo(Buffer.from(wanted.logo, 'base64'));
		if (!logo.ok) return logo;
		const masking = personal ? null : { domains: maskDomains, organisations: maskOrganisations };
		const request = { client, logo: logo.value, masking, language };
		const delivered = await delivery.deliver(fileName(run.value, wanted), format, (path) =>
			this.write(runId, fileFormatOf(format), path, request),
		);
		if (!delivered.ok || delivered.value.kind === 'cancelled') return delivered;
		const choices = { client, logo: logo.value, personal, maskDomains, maskOrganisations, language };
		const kept = rememberChoices(settings, run.value.site.url, choices);
		return kept.ok ? delivered : kept;
	}

	#originOf({ site }: Run): ReportOrigin {
		const { sites, clock, version } = this.#ports;
		const found = sites.record(site.name);
		// Another site may have taken the name since.
		const record = found.ok && found.value.url === site.url ? found.value : null;
		return {
			account: record?.email ?? null,
			management: record?.management ?? 'centralized',
			madeAt: new Date(clock.now()).toISOString(),
			version,
		};
	}
}
