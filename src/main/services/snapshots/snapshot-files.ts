import type { Random } from '#core/ports.ts';
import type { SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ReportDelivered } from '#shared/reports.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import type { IncomingFile } from '../../storage/snapshots/incoming-file.ts';
import type { ReportDelivery } from '../reports/delivery.ts';

interface Ports {
	readonly store: SnapshotStore;
	readonly delivery: ReportDelivery;
	/** Where a file that comes in is kept until somebody has looked at it. */
	readonly openIncoming: (bytes: number) => Promise<Outcome<IncomingFile>>;
	readonly random: Random;
}

/** `halden-snapshot-2026-11-25.sqlite` */
const fileName = ({ site, takenAt }: SnapshotInfo): string => {
	const host = new URL(site.url).hostname.replace(/\.atlassian\.net$/, '');
	return `${host}-snapshot-${takenAt.slice(0, 10)}.sqlite`;
};

/** Snapshots as files of a person's: out in the host's way of delivering, in piece by piece from the window. */
export class SnapshotFiles {
	readonly #ports: Ports;
	#incoming: { readonly id: string; readonly file: IncomingFile } | null = null;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Fails as the store's `exportTo` does: only a snapshot that is as it was pulled leaves the house. */
	async deliver(snapshotId: string, path?: string): Promise<Outcome<ReportDelivered>> {
		const { store, delivery } = this.#ports;
		const found = await store.describe(snapshotId);
		return found.ok ? delivery.deliver(fileName(found.value), 'snapshot', (to) => store.exportTo(snapshotId, to), path) : found;
	}

	/** One file at a time: whatever was coming in before is dropped. */
	async begin(bytes: number): Promise<Outcome<{ readonly importId: string }>> {
		await this.#drop();
		const id = this.#ports.random.id();
		const opened = await this.#ports.openIncoming(bytes);
		if (!opened.ok) return opened;
		this.#incoming = { id, file: opened.value };
		return done({ importId: id });
	}

	async add(importId: string, at: number, piece: Uint8Array): Promise<Outcome<null>> {
		const incoming = this.#incoming;
		if (incoming?.id !== importId) return failed('export-not-open', { import: importId });
		const added = await incoming.file.add(at, piece);
		if (!added.ok) await this.cancel(importId);
		return added;
	}

	/** Hands the whole file to the importer, which takes it for hostile; nothing of it is kept but what that makes of it. */
	async finish(importId: string): Promise<Outcome<SnapshotInfo>> {
		const incoming = this.#incoming;
		if (incoming?.id !== importId) return failed('export-not-open', { import: importId });
		try {
			const ended = await incoming.file.end();
			return ended.ok ? await this.#ports.store.importFrom(incoming.file.path) : ended;
		} finally {
			await this.cancel(importId);
		}
	}

	async cancel(importId: string): Promise<Outcome<null>> {
		if (this.#incoming?.id === importId) await this.#drop();
		return done(null);
	}

	/** Nothing half-received stays behind. */
	close(): Promise<void> {
		return this.#drop();
	}

	async #drop(): Promise<void> {
		const incoming = this.#incoming;
		this.#incoming = null;
		await incoming?.file.discard();
	}
}
