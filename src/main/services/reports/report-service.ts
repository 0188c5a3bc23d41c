import type { Clock } from '#core/ports.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { Asked } from '#shared/contract.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import type { Logo, ReportDelivered, ReportFormat, ReportOffer, ReportTold } from '#shared/reports.ts';
import type { Run } from '#shared/run.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import type { SiteRecord } from '../../storage/sites/site-store.ts';
import { StoreError } from '../../storage/sql.ts';
import { makeTurns } from '../../turns.ts';
import { countedRows } from './counted-rows.ts';
import type { ReportDelivery } from './delivery.ts';
import { readLogo } from './logo.ts';
import { recallChoices, rememberChoices } from './report-choices.ts';
import type { ReportOrigin, ReportRequest } from './report-source.ts';
import type { FileFormat } from './write-report.ts';

interface Ports {
	readonly runs: RunIndex & RunRows;
	readonly plans: PlanStore;
	readonly sites: { record(name: string): Outcome<SiteRecord> };
	readonly settings: SettingsStore;
	readonly clock: Clock;
	readonly version: string;
	readonly delivery: ReportDelivery;
}

type MakeReport = Asked['reports']['make'];

interface MakeOptions {
	/** That the host's own client named. */
	readonly path?: string;
	/** Of 1. */
	readonly onPart?: (part: number) => void;
	readonly signal?: AbortSignal;
}

/** At most ten times a second. */
const tellMs = 100;

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

/** Reports of runs, handed to the host's way of delivering. */
export class ReportService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Writes the whole report or nothing. */
	async #write(runId: string, format: FileFormat, path: string, request: ReportRequest, options: MakeOptions): Promise<Outcome<null>> {
		const { plans } = this.#ports;
		const run = this.#ports.runs.run(runId);
		if (!run.ok) return run;
		// Loaded when there is one to write: its sentences and formats are a good part of the program.
		const [{ openReportSource, openRowsSource }, { writeReport, writeRows, walksOf }, { messagesIn }] = await Promise.all([
			import('./report-source.ts'),
			import('./write-report.ts'),
			import('#shared/messages/messages.ts'),
		]);
		let walked = 0;
		const all = walksOf(format) * Math.max(1, run.value.rowCount);
		const runs = countedRows(this.#ports.runs, (count) => {
			options.signal?.throwIfAborted();
			walked += count;
			options.onPart?.(Math.min(1, walked / all));
		});
		const asked = { runs, plans, runId, texts: messagesIn(request.language ?? 'en'), turns: makeTurns() };
		if (format === 'csv') return andThen(openRowsSource(asked, request), (source) => writeRows(source, path));
		return andThen(openReportSource(asked, request, this.#originOf(run.value)), (source) => writeReport(source, format, path));
	}

	/** What can be made here, and what the last report on the run's site was made with. */
	offer(runId: string): Outcome<ReportOffer> {
		const { runs, settings, delivery } = this.#ports;
		const run = runs.run(runId);
		return run.ok ? done({ formats: delivery.formats, choices: recallChoices(settings, run.value.site.url) }) : run;
	}

	/** Makes a report, and tells how far it is until it is there. Whoever leaves ends it. */
	async *tell(wanted: MakeReport, path?: string, signal?: AbortSignal): AsyncGenerator<ReportTold> {
		const left = new AbortController();
		const ended = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]);
		let part = 0;
		let told = 0;
		const options = { ...(path === undefined ? {} : { path }), signal: ended, onPart: (now: number) => void (part = now) };
		const outcome = this.#attempt(wanted, options);
		try {
			for (;;) {
				const end = await Promise.race([outcome, this.#ports.clock.sleep(tellMs, ended).then(() => null)]);
				if (end !== null) {
					yield { kind: 'ended', outcome: end };
					return;
				}
				if (part > told) yield { kind: 'part', part: (told = part) };
			}
		} catch (error) {
			if (!ended.aborted) throw error;
		} finally {
			left.abort();
			await outcome;
		}
	}

	/** An exception of the store is an answer, and so is that nobody waits any more. */
	async #attempt(wanted: MakeReport, options: MakeOptions): Promise<Outcome<ReportDelivered>> {
		try {
			return await this.make(wanted, options);
		} catch (error) {
			if (options.signal?.aborted === true) return done({ kind: 'cancelled' });
			if (error instanceof StoreError) return { ok: false, failure: error.failure };
			throw error;
		}
	}

	/**
	 * Makes a report and gets it to the person, or to the path that the host's own client named. What a person chose is
	 * remembered once it is there; what a command was told is not.
	 */
	async make(wanted: MakeReport, options: MakeOptions = {}): Promise<Outcome<ReportDelivered>> {
		const { path } = options;
		const { runs, settings, delivery } = this.#ports;
		const { runId, format, client, personal, maskDomains, maskOrganisations, language } = wanted;
		if (!delivery.formats.includes(format)) return failed('wrong-use', { what: 'format' });
		const run = runs.run(runId);
		if (!run.ok) return run;
		const logo: Outcome<Logo | null> = wanted.logo === null ? done(null) : readLogo(Buffer.from(wanted.logo, 'base64'));
		if (!logo.ok) return logo;
		const masking = personal ? null : { domains: maskDomains, organisations: maskOrganisations };
		const request = { client, logo: logo.value, masking, language };
		const write = (to: string) => this.#write(runId, fileFormatOf(format), to, request, options);
		const delivered = await delivery.deliver(fileName(run.value, wanted), format, write, path);
		if (!delivered.ok || delivered.value.kind === 'cancelled' || path !== undefined) return delivered;
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
