import type { AdminFileChoice, AdminFileMemory, OpenedAdminFile } from '#core/admin-files/open-admin-file.ts';
import type { AdminFile } from '#core/admin-files/admin-file.ts';
import type { AdminFileSource } from '#core/admin-files/survey-admin-file.ts';
import { readTakenAt } from '#core/admin-files/taken-at.ts';
import type { Clock, Random } from '#core/ports.ts';
import type { SnapshotHeader, SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { AdminFileNotice, Coverage, AdminFilePreview } from '#shared/admin-files.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { readAdminAddress, readSiteAddress } from '../../atlassian/site-address.ts';
import { makeTurns } from '../../turns.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { GivenSource } from '../lists/list-service.ts';

/** What reads files is loaded when there is one. */
const fileReading = () => import('../../files/admin-file-source.ts');

/** More files than an admin hands over at once. The oldest goes first. */
const mostOpen = 24;
/** Somewhere it is tomorrow already. */
const dayAheadMs = 14 * 3_600_000;
const idDigits = 12;
/** A site of whose people so many have a domain is at home there. */
const commonShare = 0.2;

/** A file and how it is to be read. */
export interface GivenAdminFile {
	readonly source: AdminFileSource;
	readonly choice: AdminFileChoice;
	/** A day or a time; `null`: as its name or the file itself tells. */
	readonly takenAt: string | null;
	readonly coverage: Coverage;
}

/** Where files go: into a snapshot that is there, or into a new one of the site. */
export type AdminFileTarget = { readonly snapshotId: string } | { readonly site: string } | { readonly siteUrl: string };

/** A file on its way in; `adminFileId`: one that is open. */
type OpenSource = (GivenSource & { readonly writtenAt?: string | undefined }) | { readonly adminFileId: string };

interface Ports {
	readonly store: SnapshotStore;
	readonly memory: AdminFileMemory;
	readonly sites: Pick<SiteService, 'urlOf' | 'records'>;
	readonly access: { known(siteUrl: string): { readonly access: CustomerAccess } };
	readonly clock: Clock;
	readonly random: Random;
}

/** Files that an admin hands over, on their way into a snapshot. No site is asked, and no token is needed. */
export class AdminFileService {
	readonly #ports: Ports;
	readonly #open = new Map<string, { readonly source: AdminFileSource; readonly choice: AdminFileChoice }>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Opens a file for a window, or reads an open one again as it was corrected. Nothing is stored. */
	async open(
		given: OpenSource,
		choice: AdminFileChoice,
	): Promise<Outcome<{ readonly adminFileId: string; readonly preview: AdminFilePreview }>> {
		const source = await this.#source(given);
		if (!source.ok) return source;
		const opened = await this.read(source.value, choice);
		if (!opened.ok) return opened;
		const adminFileId = 'adminFileId' in given ? given.adminFileId : this.#ports.random.id();
		this.#open.delete(adminFileId);
		this.#open.set(adminFileId, { source: source.value, choice });
		for (const id of [...this.#open.keys()].slice(0, -mostOpen)) this.#open.delete(id);
		const { preview, mainDomain } = opened.value;
		const strange = mainDomain === null || choice.siteUrl === undefined ? null : await this.#likelierSite(mainDomain, choice.siteUrl);
		return done({ adminFileId, preview: strange === null ? preview : { ...preview, notices: [strange, ...preview.notices] } });
	}

	/** Adds open files to a snapshot, as they were opened last, all of them or none; then they are closed. */
	async addOpen(
		adminFileIds: readonly string[],
		{ takenAt, coverage }: Pick<GivenAdminFile, 'takenAt' | 'coverage'>,
		target: AdminFileTarget,
		verifiedDomains: readonly string[] | null,
	): Promise<Outcome<SnapshotInfo>> {
		const given: GivenAdminFile[] = [];
		for (const adminFileId of adminFileIds) {
			const held = this.#open.get(adminFileId);
			if (held === undefined) return failed('export-not-open', { export: adminFileId });
			given.push({ ...held, takenAt, coverage });
		}
		const added = await this.add(given, target, verifiedDomains);
		if (added.ok) for (const adminFileId of adminFileIds) this.#open.delete(adminFileId);
		return added;
	}

	/** What a file is and how it would be read. */
	async read(source: AdminFileSource, choice: AdminFileChoice): Promise<Outcome<OpenedAdminFile>> {
		const [{ walkingAdminFile }, { openAdminFile }] = await Promise.all([fileReading(), import('#core/admin-files/open-admin-file.ts')]);
		return walkingAdminFile(source.name, () => openAdminFile(source, choice, this.#ports.memory, makeTurns()));
	}

	/**
	 * Adds files to a snapshot, all of them or none. What was said of their columns and values is remembered for the next
	 * file with the same header. Fails as `openAdminFile` and its `file` do, and with what keeps the snapshot from being written.
	 */
	async add(
		given: readonly GivenAdminFile[],
		target: AdminFileTarget,
		verifiedDomains: readonly string[] | null,
	): Promise<Outcome<SnapshotInfo>> {
		const site = await this.#siteOf(target);
		if (!site.ok) return site;
		const files: AdminFile[] = [];
		const memories: NonNullable<OpenedAdminFile['memory']>[] = [];
		for (const { source, choice, takenAt, coverage } of given) {
			const opened = await this.read(source, { ...choice, siteUrl: site.value.url });
			if (!opened.ok) return opened;
			const at = takenAt === null ? (opened.value.preview.takenAt ?? this.#now()) : readTakenAt(takenAt);
			if (at === null) return failed('wrong-use', { what: `${takenAt ?? ''} is no day. A day is written as 2026-11-20.` });
			if (Date.parse(at) > this.#ports.clock.now() + dayAheadMs) return failed('day-in-future', { day: at.slice(0, 10) });
			const file = opened.value.file({ takenAt: at, coverage });
			if (!file.ok) return file;
			files.push(file.value);
			if (opened.value.memory !== null) memories.push(opened.value.memory);
		}
		const domains = verifiedDomains && { domains: verifiedDomains.map((domain) => domain.toLowerCase()), at: this.#now() };
		const added = await this.#ports.store.addAdminFiles(this.#headerFor(site.value, files), { files, verifiedDomains: domains });
		if (!added.ok) return added;
		for (const { kind, fingerprint, memory } of memories) {
			const kept = this.#ports.memory.keep(kind, fingerprint, memory);
			if (!kept.ok) return kept;
		}
		return added;
	}

	/** Takes a file out of its snapshot. Fails with `wrong-use` where it is not there, or is all there is. */
	async takeOut(snapshotId: string, part: string): Promise<Outcome<SnapshotInfo>> {
		const { store } = this.#ports;
		const found = await store.describe(snapshotId);
		if (!found.ok) return found;
		const { site, parts, adminFiles } = found.value;
		if (!adminFiles.some((file) => file.part === part)) return failed('wrong-use', { what: `The snapshot has no file ${part}.` });
		const rest = parts.filter(({ name }) => name !== part && name !== 'domains');
		if (rest.length === 0) return failed('wrong-use', { what: 'This file is all that the snapshot has. Delete the snapshot instead.' });
		return store.addAdminFiles(this.#headerFor({ url: site.url, snapshotId }, []), { files: [], verifiedDomains: null, takenOut: part });
	}

	/** Another client's site whose people have this domain, where those of the site it is meant for do not. */
	async #likelierSite(domain: string, meant: string): Promise<AdminFileNotice | null> {
		const { store, sites } = this.#ports;
		const records = sites.records();
		const own = records.find(({ url }) => url === meant)?.client ?? null;
		const newest = Map.groupBy((await store.list()).snapshots, ({ site }) => site.url);
		const shareAt = async (url: string): Promise<number> => {
			const [snapshot] = newest.get(url) ?? [];
			const counted = snapshot === undefined ? null : await store.peopleOf(snapshot.id, domain);
			return counted?.ok === true && counted.value.all > 0 ? counted.value.ofDomain / counted.value.all : 0;
		};
		if ((await shareAt(meant)) >= commonShare) return null;
		for (const { name, url, client } of records) {
			// Sites of one client share their people.
			if (url === meant || client === own) continue;
			if ((await shareAt(url)) >= commonShare) return { code: 'other-client', details: { domain, site: name, client: client ?? '' } };
		}
		return null;
	}

	async #source(given: OpenSource): Promise<Outcome<AdminFileSource>> {
		if ('adminFileId' in given) {
			const held = this.#open.get(given.adminFileId);
			return held === undefined ? failed('export-not-open', { export: given.adminFileId }) : done(held.source);
		}
		const bytes = 'text' in given ? Buffer.from(given.text, 'utf8') : Buffer.from(await given.file.arrayBuffer());
		const [{ adminFileFromBytes, rowsOfTable }, { readAdminFileAway }] = await Promise.all([
			fileReading(),
			import('../../files/read-away.ts'),
		]);
		return adminFileFromBytes(given.name, bytes, given.writtenAt ?? null, async (all) => rowsOfTable(await readAdminFileAway(all)));
	}

	/** The site of the snapshot, so that files of two clients never meet; or that of a new one. */
	async #siteOf(target: AdminFileTarget): Promise<Outcome<TargetSite>> {
		if ('snapshotId' in target) {
			const found = await this.#ports.store.describe(target.snapshotId);
			return found.ok ? done({ url: found.value.site.url, snapshotId: target.snapshotId }) : found;
		}
		if ('site' in target) {
			const url = this.#ports.sites.urlOf(target.site);
			return url.ok ? done({ url: url.value, snapshotId: null }) : url;
		}
		// Nothing is ever sent from here, so an address on this machine needs no permission.
		const site = readSiteAddress(target.siteUrl, { allowLoopback: true });
		return site.ok ? done({ url: site.value.origin, snapshotId: null }) : site;
	}

	#headerFor({ url, snapshotId }: TargetSite, files: readonly AdminFile[]): SnapshotHeader {
		const { random, access } = this.#ports;
		const site = new URL(url);
		const address = readSiteAddress(url, { allowLoopback: true });
		const admin = readAdminAddress(null, { allowLoopback: true }, address.ok ? address.value : undefined);
		return {
			id: snapshotId ?? random.id().slice(0, idDigits),
			site: {
				name: address.ok && !address.value.loopback ? site.hostname.replace(/\..*$/, '') : site.hostname,
				url,
				adminUrl: admin.ok ? admin.value.origin : url,
			},
			takenAt: files.map(({ header }) => header.takenAt).reduce((a, b) => (a > b ? a : b), ''),
			access: access.known(url).access,
		};
	}

	#now(): string {
		return new Date(this.#ports.clock.now()).toISOString();
	}
}

interface TargetSite {
	readonly url: string;
	readonly snapshotId: string | null;
}
