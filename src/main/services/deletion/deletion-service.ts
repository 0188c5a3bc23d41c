import type { Clock, Hold, Log } from '#core/ports.ts';
import type { Deletable, Deleted, DeletionCounts } from '#shared/deletion.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor } from '#shared/plan.ts';
import type { DeletionStore } from '../../storage/deletion-store.ts';
import type { LockName, Locks } from '../../storage/locks.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { makeTurns } from '../../turns.ts';
import { forgetChoices } from '../reports/report-choices.ts';
import { clearAway } from '../runs/create-run.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { SnapshotService } from '../snapshots/snapshot-service.ts';

interface Ports {
	readonly store: DeletionStore;
	readonly sites: Pick<SiteService, 'list' | 'record' | 'remove'>;
	readonly snapshots: Pick<SnapshotService, 'get' | 'list' | 'remove'>;
	readonly settings: SettingsStore;
	readonly locks: Locks;
	readonly clock: Clock;
	readonly log: Log;
	readonly actor: Omit<AuditActor, 'account'>;
}

/** What is meant, in the parts that are deleted one by one. */
interface Scope {
	/** Names of sites on the list. */
	readonly sites: readonly string[];
	/** Addresses of which everything goes that is known. */
	readonly wholeSites: readonly string[];
	readonly runs: readonly string[];
	readonly snapshots: readonly string[];
	readonly checks: number;
}

const nothing: Scope = { sites: [], wholeSites: [], runs: [], snapshots: [], checks: 0 };

/** Deletes what somebody wants to be gone, so that nothing of it is left in the data folder. */
export class DeletionService {
	readonly #ports: Ports;
	readonly #underWay = new Set<Promise<unknown>>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	async preview(of: Deletable): Promise<Outcome<DeletionCounts>> {
		return andThen(this.#scopeOf(of), (scope) => done(this.#count(scope)));
	}

	carryOut(of: Deletable): Promise<Outcome<Deleted>> {
		return this.#beside(this.#carryOut(of));
	}

	/** What an earlier process left to be wiped, once `cleared` has ended. */
	finish(cleared: Promise<void>): void {
		const wiped = this.#beside(cleared.then(() => this.#ports.store.wipe()));
		wiped.catch((error: unknown) => this.#ports.log.error('wiping-broke', { error: String(error) }));
	}

	/** Resolves once nothing is deleted any more. */
	async close(): Promise<void> {
		await Promise.allSettled(this.#underWay);
	}

	async #carryOut(of: Deletable): Promise<Outcome<Deleted>> {
		const scope = await this.#scopeOf(of);
		if (!scope.ok) return scope;
		const counts = this.#count(scope.value);
		const held = this.#hold(scope.value);
		if (!held.ok) return held;
		try {
			const gone = await this.#delete(scope.value);
			if (!gone.ok) return gone;
		} finally {
			for (const hold of held.value) hold.release();
		}
		const wiped = this.#ports.store.wipe();
		return wiped.ok ? done({ counts, isWiped: wiped.value }) : wiped;
	}

	/** Runs first: whatever keeps one of them, the site they are found by is still there. */
	async #delete({ runs, snapshots, sites, wholeSites }: Scope): Promise<Outcome<null>> {
		const { store, clock, settings, actor, ...ports } = this.#ports;
		const deleting = { actor: { ...actor, account: '' }, at: new Date(clock.now()).toISOString() };
		for (const runId of runs) {
			const deleted = store.deleteRun(runId, deleting);
			if (!deleted.ok) return deleted;
			await clearAway(deleted.value, makeTurns());
		}
		for (const snapshotId of snapshots) {
			const removed = await ports.snapshots.remove(snapshotId);
			if (!removed.ok) return removed;
		}
		for (const name of sites) {
			const removed = await ports.sites.remove(name);
			if (!removed.ok) return removed;
		}
		for (const siteUrl of wholeSites) {
			const forgotten = andThen(forgetChoices(settings, siteUrl), () => store.deleteSite(siteUrl, deleting));
			if (!(await forgotten).ok) return forgotten;
		}
		return done(null);
	}

	/** Nothing goes while somebody works on a part of it. */
	#hold({ runs, wholeSites }: Scope): Outcome<readonly Hold[]> {
		const { locks, store } = this.#ports;
		const names: LockName[] = [
			...runs.map((key) => ({ kind: 'run', key }) as const),
			...[...new Set([...wholeSites, ...store.sitesOf(runs)])].map((key) => ({ kind: 'site', key }) as const),
		];
		const held: Hold[] = [];
		for (const name of names) {
			const taken = locks.take(name);
			if (taken.ok) held.push(taken.value);
			else {
				for (const hold of held) hold.release();
				return taken;
			}
		}
		return done(held);
	}

	#count({ sites, runs, snapshots, checks }: Scope): DeletionCounts {
		return { sites: sites.length, snapshots: snapshots.length, checks, ...this.#ports.store.countRuns(runs) };
	}

	async #scopeOf(of: Deletable): Promise<Outcome<Scope>> {
		const { sites, store } = this.#ports;
		switch (of.kind) {
			case 'run':
				if (store.countRuns([of.runId]).runs === 0) return failed('run-not-found', { run: of.runId });
				return done({ ...nothing, runs: [of.runId], checks: store.countChecksOf(of.runId) });
			case 'snapshot':
				return this.#snapshot(of.snapshotId);
			case 'site': {
				const record = sites.record(of.name);
				if (!record.ok) return record;
				return of.withRuns ? this.#everythingOn([record.value]) : done({ ...nothing, sites: [record.value.name] });
			}
			case 'client': {
				const all = await sites.list();
				if (!all.ok) return all;
				const those = all.value.filter(({ client }) => client === of.client);
				return those.length === 0 ? failed('client-not-found', { client: of.client }) : this.#everythingOn(those);
			}
		}
	}

	/** One whose file cannot be read goes as well as any other. */
	async #snapshot(id: string): Promise<Outcome<Scope>> {
		const found = await this.#ports.snapshots.get(id);
		return !found.ok && found.failure.code === 'snapshot-not-found' ? found : done({ ...nothing, snapshots: [id] });
	}

	async #everythingOn(sites: readonly { readonly name: string; readonly url: string }[]): Promise<Outcome<Scope>> {
		const { store, snapshots } = this.#ports;
		const urls = [...new Set(sites.map(({ url }) => url))];
		const kept = await snapshots.list();
		if (!kept.ok) return kept;
		const pulling = kept.value.snapshots.find(({ site, state }) => urls.includes(site.url) && state === 'pulling');
		if (pulling !== undefined) return failed('snapshot-busy', { snapshot: pulling.id });
		return done({
			sites: sites.map(({ name }) => name),
			wholeSites: urls,
			runs: urls.flatMap((url) => store.runsOn(url)),
			snapshots: kept.value.snapshots.filter(({ site }) => urls.includes(site.url)).map(({ id }) => id),
			checks: urls.reduce((sum, url) => sum + store.countChecksOn(url), 0),
		});
	}

	async #beside<T>(work: Promise<T>): Promise<T> {
		this.#underWay.add(work);
		try {
			return await work;
		} finally {
			this.#underWay.delete(work);
		}
	}
}
