import { declareAccess } from '#core/evidence/declare-access.ts';
import { readAddress } from '#core/lists/read-address.ts';
import type { Clock } from '#core/ports.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import { noteworthyColumns, noteworthyPeople } from '#core/snapshots/noteworthy-people.ts';
import type { Asked } from '#shared/contract.ts';
import { type AccessSettings, type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteWideStarted, StartedOn } from '#shared/run.ts';
import { readSiteAddress } from '../../atlassian/site-address.ts';
import type { ListReading } from '#shared/lists.ts';
import type { OpenedList } from '../../files/open-list.ts';
import type { ListService } from '../lists/list-service.ts';
import type { SiteChoice, SiteService, WayToSite } from '../sites/site-service.ts';
import type { SnapshotWish } from '../snapshots/choose-snapshot.ts';
import type { SnapshotService } from '../snapshots/snapshot-service.ts';
import type { RunService, StartRun } from './run-service.ts';
import { isUnsealed, type Target } from './run-source.ts';
import { leftLine } from '#core/lists/arrange-list.ts';

type Started = Outcome<{ readonly runId: string }>;

interface Ports {
	readonly lists: Pick<ListService, 'ready' | 'startedOn' | 'remember' | 'close'>;
	readonly sites: Pick<SiteService, 'connection' | 'connectionTo' | 'urlOf' | 'record'>;
	readonly snapshots: Pick<SnapshotService, 'list' | 'load'>;
	readonly runs: Pick<RunService, 'start' | 'startOffline' | 'resume' | 'resumeOffline' | 'correct' | 'watch'>;
	readonly store: Pick<RunIndex, 'run' | 'request' | 'listRows' | 'reading'>;
	readonly clock: Clock;
}

/** The ways to begin a run, or to go on with one: what it reads, what it asks, and with which tokens. */
export class RunStarts {
	readonly #ports: Ports;
	/** A snapshot that was asked for ahead; whoever takes it, or asks for another, lets it go. */
	#prepared: { readonly wish: string; readonly loaded: ReturnType<SnapshotService['load']> } | null = null;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** A list on one site, or against a snapshot. */
	async start({ listId, mapping, site, offline, ...how }: Asked['runs']['start']): Promise<Started> {
		const { lists } = this.#ports;
		const list = await lists.ready(listId, mapping);
		if (!list.ok) return list;
		const request = this.#request(list.value, how);
		const started = offline === undefined ? await this.#live(request, site) : await this.#offline(request, { ...offline, site });
		// A mapping that cannot be remembered is no reason to call the run a failure.
		if (started.ok) lists.startedOn(listId, typeof site === 'string' ? site : null);
		return started;
	}

	/** One list on several sites, a run each. What keeps one from being started keeps no other; a site that is named twice has one. */
	async startMany({ listId, mapping, sites, offline, ...how }: Asked['runs']['startMany']): Promise<Outcome<readonly StartedOn[]>> {
		const { lists } = this.#ports;
		const list = await lists.ready(listId, mapping);
		if (!list.ok) return list;
		const all: StartedOn[] = [];
		for (const site of new Set(sites)) {
			const request = this.#request(list.value, how);
			const started = offline === undefined ? await this.#live(request, site) : await this.#offline(request, { ...offline, site });
			if (started.ok) lists.remember(listId, site);
			all.push({ site, started });
		}
		// Where one was kept from starting, the list stays open to be tried there again.
		if (all.every(({ started }) => started.ok)) lists.close(listId);
		return done(all);
	}

	/** Loads the snapshot that `start` will be asked for. Fails as that would. */
	async prepare({ desk, ...wish }: Asked['runs']['prepare']): Promise<Outcome<null>> {
		return andThen(this.#asked(wish, desk ?? null), (asked) => {
			const loaded = this.#ports.snapshots.load(asked);
			this.#prepared = { wish: JSON.stringify(asked), loaded };
			return andThen(loaded, () => done(null));
		});
	}

	/** Over everybody of a snapshot with whom something may be wrong. Fails with `nobody-noteworthy` where there is nobody. */
	async startSiteWide({ listName, desk, access, ...wish }: Asked['runs']['startSiteWide']): Promise<Outcome<SiteWideStarted>> {
		const deskKey = desk ?? null;
		const loaded = await this.#load(wish, deskKey);
		if (!loaded.ok) return loaded;
		const { snapshot } = loaded.value;
		const { rows, withoutAddress } = noteworthyPeople(snapshot);
		if (rows.length === 0) return failed('nobody-noteworthy', { snapshot: snapshot.id, withoutAddress });
		const { inBatches } = await import('../../files/open-list.ts');
		const list = { listName, columns: noteworthyColumns, batches: inBatches(rows) };
		const started = this.#ports.runs.startOffline({ ...list, deskKey, access: this.#declared(access), snapshot });
		return andThen(started, ({ runId }) => done({ runId, people: rows.length, withoutAddress }));
	}

	/** Goes on with a run: against the snapshot it was begun with, where it was, without a site and without a token. */
	async resume({ runId, ...way }: Asked['runs']['resume']): Promise<Outcome<null>> {
		const { runs, store } = this.#ports;
		const run = store.run(runId);
		if (!run.ok) return run;
		if (run.value.state === 'finished') return failed('run-finished', { run: runId });
		return andThen(this.#targetOf(runId, way), (target) =>
			target.kind === 'live' ? runs.resume(runId, target.site) : runs.resumeOffline(runId, target.snapshot),
		);
	}

	/** Puts another address in the place of a row's, and checks it where the run was made. Resolves once that is over. */
	async correctRow({ runId, id, text, ...way }: Asked['runs']['correctRow']): Promise<Outcome<null>> {
		const { runs } = this.#ports;
		const read = readAddress(text);
		if (!read.valid) return failed('address-invalid', { ...read.details, problem: read.problem });
		const corrected = { ...read, cleaned: ['corrected' as const, ...read.cleaned] };
		return andThen(this.#targetOf(runId, way), async (target) => {
			const begun = await runs.correct(runId, target, { id, original: text, read: corrected });
			if (begun.ok) for await (const progress of runs.watch(runId)) void progress;
			return begun;
		});
	}

	/** Where a run was made, to be asked again: its site with tokens, or the snapshot it was begun with. */
	async #targetOf(runId: string, way: WayToSite): Promise<Outcome<Target>> {
		const { sites, snapshots, store } = this.#ports;
		const request = store.request(runId);
		if (!request.ok) return request;
		if (request.value.mode === 'live') {
			return andThen(sites.connectionTo(request.value.site, way), (site) => done({ kind: 'live', site } as const));
		}
		const { snapshot, site, deskKey } = request.value;
		const allowIncomplete = snapshot.missing.length > 0 || isUnsealed(snapshot.digest);
		const loaded = snapshots.load({ snapshotId: snapshot.id, siteUrl: site.url, deskKey, allowIncomplete });
		return andThen(loaded, (found) => done({ kind: 'offline', snapshot: found.snapshot } as const));
	}

	/** Another run over the rows of one, as they were when it began. */
	async again({ runId, ...way }: Asked['runs']['again']): Promise<Started> {
		const { runs, sites, store } = this.#ports;
		const earlier = store.request(runId);
		if (!earlier.ok) return earlier;
		const { listName, columns, deskKey, access } = earlier.value;
		const read = store.reading(runId);
		if (!read.ok) return read;
		const reading = read.value === null ? {} : { reading: read.value };
		const rows = { batches: store.listRows(runId), ...reading };
		const request = { listName, columns, ...rows, deskKey, access: unknownCustomerAccess, earlier: access };
		if (earlier.value.mode === 'live') {
			return andThen(sites.connectionTo(earlier.value.site, way), (site) => runs.start({ ...request, site }));
		}
		const { site, snapshot } = earlier.value;
		const allowIncomplete = snapshot.missing.length > 0 || isUnsealed(snapshot.digest);
		return this.#offline(request, { siteUrl: site.url, allowIncomplete });
	}

	#request(list: OpenedList, { desk, access }: { desk?: string | undefined; access?: AccessSettings | undefined }): StartRun {
		const { name: listName, columns } = list.preview;
		return { listName, columns, reading: readingOf(list), batches: list.batches(), deskKey: desk ?? null, access: this.#declared(access) };
	}

	#declared(access: AccessSettings | undefined): CustomerAccess {
		return access === undefined ? unknownCustomerAccess : declareAccess(access, new Date(this.#ports.clock.now()).toISOString());
	}

	async #live(request: StartRun, site: SiteChoice | undefined): Promise<Started> {
		const { sites, runs } = this.#ports;
		if (site === undefined) return failed('wrong-use', { what: 'site' });
		const record = typeof site === 'string' && request.deskKey === null ? sites.record(site) : null;
		const deskKey = request.deskKey ?? (record?.ok ? record.value.deskKey : null);
		return andThen(sites.connection(site), (connection) => runs.start({ ...request, deskKey, site: connection }));
	}

	async #offline(request: StartRun, wish: Wish): Promise<Started> {
		return andThen(this.#load(wish, request.deskKey), ({ snapshot }) => this.#ports.runs.startOffline({ ...request, snapshot }));
	}

	async #load(wish: Wish, deskKey: string | null) {
		const prepared = this.#prepared;
		this.#prepared = null;
		return andThen(this.#asked(wish, deskKey), (asked) =>
			prepared?.wish === JSON.stringify(asked) ? prepared.loaded : this.#ports.snapshots.load(asked),
		);
	}

	#asked({ snapshotId, allowIncomplete = false, ...wish }: Wish, deskKey: string | null): Promise<Outcome<SnapshotWish>> {
		return andThen(this.#siteUrl(wish), (siteUrl) => done({ snapshotId: snapshotId ?? null, siteUrl, deskKey, allowIncomplete }));
	}

	/** The address that is meant, without a token: as it was given, of a stored site, or of the site that snapshots call so. */
	async #siteUrl({ site, siteUrl }: Wish): Promise<Outcome<string | null>> {
		if (siteUrl !== undefined) {
			// Nothing is sent anywhere, so an address on this machine needs no permission.
			const read = readSiteAddress(siteUrl, { allowLoopback: true });
			return read.ok ? done(read.value.origin) : read;
		}
		if (site === undefined) return done(null);
		const stored = this.#ports.sites.urlOf(site);
		if (stored.ok || typeof site !== 'string') return stored;
		const kept = await this.#ports.snapshots.list();
		if (!kept.ok) return kept;
		const named = kept.value.snapshots.find((one) => one.site.name.toLowerCase() === site.toLowerCase());
		return named === undefined ? stored : done(named.site.url);
	}
}

const mostLines = 20;

/** As the list stands: rows that a person left out are no rows of the run. */
const readingOf = ({ preview: { format }, account, check }: OpenedList): ListReading => {
	const { total, rows } = check.page('excluded', 0, mostLines);
	const lines = rows.map(({ row, cells }) => leftLine(row, cells));
	const items = total === 0 ? account.items : [...account.items, { kind: 'excluded' as const, count: total, lines }];
	return { format, mapping: check.mapping, account: { ...account, items } };
};

interface Wish {
	readonly snapshotId?: string | undefined;
	readonly site?: SiteChoice | undefined;
	readonly siteUrl?: string | undefined;
	readonly allowIncomplete?: boolean | undefined;
}
