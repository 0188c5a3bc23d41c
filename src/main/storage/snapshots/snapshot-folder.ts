import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo, SnapshotList } from '#shared/snapshot.ts';
import type { Hold } from '#core/ports.ts';
import { isSnapshotId } from '#core/snapshots/header.ts';
import { isPartName } from '#core/snapshots/parts.ts';
import type { SnapshotDraft, SnapshotHeader, SnapshotStore, StoredSnapshot } from '#core/snapshots/snapshot-store.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { makeTurns } from '../../turns.ts';
import { forWriting, openFile } from '../database.ts';
import type { Locks } from '../locks.ts';
import { type Sql, StoreError } from '../sql.ts';
import { attempt, storeFailure } from '../store-failure.ts';
import { addAdminFiles } from './add-admin-files.ts';
import { importSnapshot } from './import-snapshot.ts';
import { makeTables, refuse, refuseOtherSchema } from './schema.ts';
import { insertHeader, letGo, openDraft } from './snapshot-draft.ts';
import { describeSnapshot, readSnapshot } from './stored-snapshot.ts';

const fileName = /^([0-9a-f]{12})\.sqlite$/;

/** What SQLite says of a file, in the words for snapshots: nothing here is the app's own database. */
const asUnusable = (failure: Failure, id: string): Failure =>
	failure.code === 'store-damaged'
		? { code: 'snapshot-unusable', details: { snapshot: id, fault: 'damaged' } }
		: failure.code === 'snapshot-unusable'
			? { ...failure, details: { snapshot: id, ...failure.details } }
			: failure;

const unusable = <T>(outcome: Outcome<T>, id: string): Outcome<T> =>
	outcome.ok ? outcome : { ok: false, failure: asUnusable(outcome.failure, id) };

/** Snapshots in a folder, one file each; what is in a file is told by the file alone. */
export const openSnapshotFolder = (folder: string, locks: Locks): SnapshotStore => {
	const isHeld = (id: string): boolean => locks.whoHas({ kind: 'snapshot', key: id }) !== 'nobody';
	const pathOf = (id: string): string => join(folder, `${id}.sqlite`);
	const sizeOf = (id: string): number | null => {
		try {
			return isSnapshotId(id) ? statSync(pathOf(id)).size : null;
		} catch {
			return null;
		}
	};
	const notFound = (id: string) => failed('snapshot-not-found', { snapshot: id });

	const openToRead = async (id: string): Promise<Outcome<Sql>> =>
		sizeOf(id) === null ? notFound(id) : unusable(await openFile(pathOf(id), { isReadOnly: true }, refuseOtherSchema), id);

	const reading = async <T>(id: string, work: (sql: Sql) => Outcome<T>): Promise<Outcome<T>> => {
		const opened = await openToRead(id);
		if (!opened.ok) return opened;
		try {
			return unusable(
				attempt(() => work(opened.value)),
				id,
			);
		} finally {
			opened.value.close();
		}
	};

	const describe = (id: string): Promise<Outcome<SnapshotInfo>> =>
		reading(id, (sql) => {
			const info = describeSnapshot(sql, sizeOf(id) ?? 0, isHeld(id));
			// A file under another's name would be used in its place.
			return info.id === id ? done(info) : refuse('header-invalid');
		});

	const draftOf = (sql: Sql, id: string, hold: Hold): Outcome<SnapshotDraft> => {
		const draft = attempt(() => done(openDraft({ sql, path: pathOf(id), turns: makeTurns(), hold })));
		if (!draft.ok) sql.close();
		return unusable(draft, id);
	};

	/** Reads all of it once, so that nothing tampered with leaves the house. */
	const verify = async (id: string): Promise<Outcome<null>> => {
		const opened = await open(id);
		if (!opened.ok) return opened;
		const stored = opened.value;
		try {
			if (stored.digest === null) return failed('snapshot-incomplete', { snapshot: id, takenAt: stored.header.takenAt, missing: [] });
			const turns = makeTurns();
			for (const { name } of stored.parts) {
				for (const page of isPartName(name) ? stored.records(name) : []) {
					if (!page.ok) return page;
					if (turns.isDue()) await turns.give();
				}
			}
			return done(null);
		} finally {
			stored.close();
		}
	};

	const open = async (id: string): Promise<Outcome<StoredSnapshot>> => {
		const opened = await openToRead(id);
		if (!opened.ok) return opened;
		const read = unusable(
			attempt(() => readSnapshot(opened.value)),
			id,
		);
		if (read.ok && read.value.header.id === id) return read;
		opened.value.close();
		return read.ok ? failed('snapshot-unusable', { snapshot: id, fault: 'header-invalid' }) : read;
	};

	return {
		list: async (): Promise<SnapshotList> => {
			const ids = namesIn(folder).flatMap((name) => fileName.exec(name)?.[1] ?? []);
			const snapshots: SnapshotInfo[] = [];
			const broken: { id: string; failure: Failure }[] = [];
			for (const id of ids) {
				const info = await describe(id);
				if (info.ok) snapshots.push(info.value);
				else broken.push({ id, failure: info.failure });
			}
			return { snapshots: snapshots.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1)), unusable: broken };
		},
		describe,
		open,
		create: async (header: SnapshotHeader, hold): Promise<Outcome<SnapshotDraft>> => {
			const opened = await openFile(pathOf(header.id), { isReadOnly: false }, (sql) => {
				for (const setting of forWriting) sql.script(setting);
				sql.transaction(() => {
					makeTables(sql);
					insertHeader(sql, header);
				});
			});
			return opened.ok ? draftOf(opened.value, header.id, hold) : opened;
		},
		resume: async (id, hold): Promise<Outcome<SnapshotDraft>> => {
			if (sizeOf(id) === null) return notFound(id);
			const opened = await openFile(pathOf(id), { isReadOnly: false }, (sql) => {
				refuseOtherSchema(sql);
				for (const setting of forWriting) sql.script(setting);
			});
			return opened.ok ? draftOf(opened.value, id, hold) : unusable(opened, id);
		},
		remove: async (id) => {
			if (sizeOf(id) === null) return notFound(id);
			const hold = locks.take({ kind: 'snapshot', key: id });
			if (!hold.ok) return hold;
			const removed = attempt(() => {
				for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(pathOf(id) + suffix, { force: true });
				return done(null);
			});
			hold.value.release();
			return removed;
		},
		peopleOf: (id, domain) =>
			reading(id, (sql) => {
				const counted = sql.get<{ all: number; ofDomain: number }>(
					`SELECT count(*) AS "all", coalesce(sum(instr(lower(r.body), ?) > 0), 0) AS ofDomain FROM part p JOIN record r ON r.part = p.key
					WHERE p.name = 'directory' OR p.name LIKE 'export:%'`,
					[`@${domain}"`],
				);
				return done(counted ?? { all: 0, ofDomain: 0 });
			}),
		exportTo: async (id, path) => {
			const info = await describe(id);
			if (!info.ok) return info;
			if (info.value.state === 'pulling') return failed('snapshot-busy', { snapshot: id });
			const verified = await verify(id);
			if (!verified.ok) return verified;
			// Somebody who was reading as the pull ended may have kept the file in two pieces.
			const whole = await openFile(pathOf(id), { isReadOnly: false }, (sql) => {
				if (!letGo(sql)) throw new StoreError({ code: 'snapshot-busy', details: { snapshot: id } });
			});
			if (!whole.ok) return unusable(whole, id);
			whole.value.close();
			return writeFileAtomically(path, createReadStream(pathOf(id)));
		},
		addAdminFiles: async (target, addition) => {
			const added = unusable(await addAdminFiles(folder, locks, target, addition), target.id);
			return added.ok ? describe(target.id) : added;
		},
		importFrom: async (path) => {
			const imported = await importSnapshot(folder, locks, path);
			return imported.ok ? describe(imported.value) : imported;
		},
	};
};

const namesIn = (folder: string): readonly string[] => {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		return readdirSync(folder);
	} catch (error) {
		if (storeFailure(error) === null) throw error;
		return [];
	}
};
