import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import { isPartName, type PartName } from '#core/snapshots/parts.ts';
import type { SnapshotStore, StoredSnapshot } from '#core/snapshots/snapshot-store.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { noTurns } from '../../../../support/pulled.ts';
import { codeOf, temporaryFolder, valueOf } from '../samples.ts';
import { header, meddle, pulledSnapshot } from './samples.ts';
import { anyHold, memoryLocks } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let locks: ReturnType<typeof memoryLocks>;
const holdIt = () => valueOf(locks.take({ kind: 'snapshot', key: id }));
let store: SnapshotStore;
const { id } = header();
const pathOf = (of = id) => `${folder.path}/snapshots/${of}.sqlite`;
const at = '2026-11-23T12:00:00.000Z';

beforeEach(() => {
	folder = temporaryFolder();
	locks = memoryLocks();
	store = openSnapshotFolder(`${folder.path}/snapshots`, locks);
});
afterEach(() => folder.remove());

const recordsOf = (stored: StoredSnapshot, name: PartName): readonly unknown[] => [...stored.records(name)].flatMap(valueOf);

const contentOf = async (of: SnapshotStore): Promise<unknown> => {
	const stored = valueOf(await of.open(id));
	const parts = stored.parts.map((part) => [part, isPartName(part.name) ? recordsOf(stored, part.name) : []]);
	stored.close();
	return { header: stored.header, digest: stored.digest, parts };
};

describe('a snapshot that is being pulled', () => {
	it('has on disk what was appended, with the place of the next page, when the process is gone', async () => {
		const killed = holdIt();
		const draft = valueOf(await store.create(header(), killed));
		valueOf(draft.begin('domains', 'GET /domains'));
		valueOf(draft.append('domains', [['a.example'], ['b.example']], { at, cursor: 'page-2' }));
		valueOf(draft.append('domains', [['c.example']], { at: '2026-11-23T12:05:00.000Z', cursor: 'page-3' }));
		// No farewell: the file is as a killed process leaves it.
		killed.release();
		const next = valueOf(await store.resume(id, holdIt()));
		expect(valueOf(next.begin('domains', 'GET /domains'))).toMatchObject({
			cursor: 'page-3',
			part: { state: 'unfinished', records: 3, from: at, until: '2026-11-23T12:05:00.000Z' },
		});
		expect([...next.records('domains')].flat()).toEqual([['a.example'], ['b.example'], ['c.example']]);
		expect(draft.append('domains', [['d.example']], { at, cursor: null })).toMatchObject({ failure: { code: 'snapshot-busy' } });
		await next.close();
	});

	it('is neither exported nor removed, and gets no exports, while somebody holds it', async () => {
		const hold = holdIt();
		const draft = valueOf(await store.create(header(), hold));
		expect(codeOf(await store.remove(id))).toBe('snapshot-busy');
		expect(codeOf(await store.addAdminFiles(header(), { files: [], verifiedDomains: null }))).toBe('snapshot-busy');
		expect(codeOf(await store.exportTo(id, `${folder.path}/out`))).toBe('snapshot-busy');
		expect((await store.list()).snapshots).toMatchObject([{ id, state: 'pulling' }]);
		expect(await draft.close()).toMatchObject({ id, state: 'incomplete' });
		expect((await store.list()).snapshots).toMatchObject([{ id, state: 'pulling' }]);
		hold.release();
		expect((await store.list()).snapshots).toMatchObject([{ id, state: 'incomplete' }]);
		expect(codeOf(await store.remove(id))).toBe('ok');
	});

	it('is one file, for its owner only, when it is done', async () => {
		await pulledSnapshot(store);
		expect(readdirSync(`${folder.path}/snapshots`)).toEqual([`${id}.sqlite`]);
		expect(statSync(pathOf()).mode & 0o777).toBe(0o600);
	});

	it('reads a part from its beginning after it was emptied', async () => {
		const draft = valueOf(await store.create(header(), anyHold));
		valueOf(draft.begin('domains', 'GET /domains'));
		valueOf(draft.append('domains', [['a.example']], { at, cursor: 'x' }));
		valueOf(draft.empty('domains'));
		valueOf(draft.append('domains', [['b.example']], { at, cursor: null }, { state: 'complete', why: null }));
		expect(draft.parts()).toMatchObject([{ name: 'domains', state: 'complete', records: 1 }]);
		expect([...draft.records('domains')].flat()).toEqual([['b.example']]);
		await draft.close();
	});
});

describe('the list of snapshots', () => {
	it('is what the files say of themselves, newest first', async () => {
		await pulledSnapshot(store);
		await pulledSnapshot(store, header('aaaaaaaaaaaa', '2026-11-24T12:00:00.000Z'));
		const half = valueOf(await store.create(header('bbbbbbbbbbbb', '2026-11-22T12:00:00.000Z'), anyHold));
		valueOf(half.begin('accounts', 'GET /users'));
		await half.close();
		const { snapshots, unusable } = await store.list();
		expect(snapshots.map(({ id: of, state }) => [of, state])).toEqual([
			['aaaaaaaaaaaa', 'complete'],
			[id, 'complete'],
			['bbbbbbbbbbbb', 'incomplete'],
		]);
		expect(unusable).toEqual([]);
		expect(snapshots[1]).toMatchObject({
			site: { url: 'https://halden.atlassian.net' },
			takenAt: at,
			desks: [{ key: 'HELP' }, { key: 'OPEN' }, { key: 'BROKEN' }],
		});
		expect(snapshots[1]?.parts.find(({ name }) => name === 'customers:1')).toMatchObject({
			kind: 'customers',
			deskId: '1',
			state: 'complete',
		});
	});

	it('names a file that cannot be used, and hides no other', async () => {
		await pulledSnapshot(store);
		writeFileSync(pathOf('cccccccccccc'), 'no database');
		copyFileSync(pathOf(), pathOf('dddddddddddd'));
		writeFileSync(`${folder.path}/snapshots/notes.txt`, 'left alone');
		const { snapshots, unusable } = await store.list();
		expect(snapshots.map(({ id: of }) => of)).toEqual([id]);
		expect(unusable.map(({ id: of, failure }) => [of, failure.code, failure.details['fault']])).toEqual([
			['cccccccccccc', 'snapshot-unusable', 'damaged'],
			['dddddddddddd', 'snapshot-unusable', 'header-invalid'],
		]);
	});

	it('is empty where there is no folder yet', async () => {
		expect(await store.list()).toEqual({ snapshots: [], unusable: [] });
	});
});

describe('a snapshot that was changed after it was pulled', () => {
	const load = async () => {
		const opened = await store.open(id);
		if (!opened.ok) return opened;
		const loaded = await loadSnapshot(opened.value, { deskKey: 'HELP', allowIncomplete: true }, noTurns);
		opened.value.close();
		return loaded;
	};

	it.each([
		[
			'a person',
			`UPDATE record SET body = replace(body, '"suspended"', '"active"') WHERE part = (SELECT key FROM part WHERE name = 'directory')`,
			'directory',
		],
		[
			'the order of people',
			"UPDATE record SET position = 1999 WHERE part = (SELECT key FROM part WHERE name = 'accounts') AND position = 0",
			'accounts',
		],
		[
			'a record more',
			"INSERT INTO record SELECT part, max(position) + 1, body FROM record WHERE part = (SELECT key FROM part WHERE name = 'manageable')",
			'manageable',
		],
		['a record less', "DELETE FROM record WHERE part = (SELECT key FROM part WHERE name = 'customers:1') AND position = 0", 'customers:1'],
		['bytes that are no JSON', "UPDATE record SET body = 'x' WHERE part = (SELECT key FROM part WHERE name = 'desks')", 'desks'],
		['the state of a part', "UPDATE part SET state = 'not-asked' WHERE name = 'directory'", 'header'],
		['the time of a part', "UPDATE part SET until_at = '2026-12-24T12:00:00.000Z' WHERE name = 'directory'", 'header'],
		['its site', "UPDATE snapshot SET site_url = 'https://other.atlassian.net'", 'header'],
		['its customer access', `UPDATE snapshot SET access = replace(access, '"internal":true', '"internal":false')`, 'header'],
		['a digest with its part', `UPDATE part SET digest = '${'0'.repeat(64)}' WHERE name = 'accounts'`, 'header'],
	])('is refused, and its part named: %s', async (_what, change, part) => {
		await pulledSnapshot(store);
		meddle(pathOf(), (file) => void file.exec(change));
		expect(await load()).toMatchObject({ ok: false, failure: { code: 'snapshot-tampered', details: { snapshot: id, part } } });
		expect(codeOf(await store.exportTo(id, `${folder.path}/out.sqlite`))).toBe('snapshot-tampered');
		expect(existsSync(`${folder.path}/out.sqlite`)).toBe(false);
	});

	it.each([
		['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON record BEGIN DELETE FROM record; END', 'has-triggers'],
		['another table', 'CREATE TABLE evil (a)', 'other-tables'],
	])('is not opened any further with %s', async (_what, change, fault) => {
		await pulledSnapshot(store);
		meddle(pathOf(), (file) => void file.exec(change));
		expect(await store.open(id)).toMatchObject({ failure: { code: 'snapshot-unusable', details: { fault } } });
		expect(await store.resume(id, anyHold)).toMatchObject({ failure: { code: 'snapshot-unusable' } });
	});

	it('is read without a change: every part of it', async () => {
		await pulledSnapshot(store);
		expect((await load()).ok).toBe(true);
	});
});

describe('handing on a snapshot', () => {
	it('gives the other side the same content under the same name', async () => {
		await pulledSnapshot(store);
		valueOf(await store.exportTo(id, `${folder.path}/given.sqlite`));
		const other = openSnapshotFolder(`${folder.path}/other`, memoryLocks());
		expect(valueOf(await other.importFrom(`${folder.path}/given.sqlite`))).toMatchObject({ id, state: 'complete' });
		expect(await contentOf(other)).toEqual(await contentOf(store));
		expect(readdirSync(`${folder.path}/other`)).toEqual([`${id}.sqlite`]);
		expect(statSync(`${folder.path}/other/${id}.sqlite`).mode & 0o777).toBe(0o600);
	});

	it('leaves the given file as it was', async () => {
		await pulledSnapshot(store);
		valueOf(await store.exportTo(id, `${folder.path}/given.sqlite`));
		const before = readFileSync(`${folder.path}/given.sqlite`);
		await openSnapshotFolder(`${folder.path}/other`, memoryLocks()).importFrom(`${folder.path}/given.sqlite`);
		expect(readFileSync(`${folder.path}/given.sqlite`).equals(before)).toBe(true);
	});

	it('is refused of one that nothing vouches for', async () => {
		const draft = valueOf(await store.create(header(), anyHold));
		valueOf(draft.begin('domains', 'GET /domains'));
		expect(codeOf(await store.exportTo(id, `${folder.path}/out.sqlite`))).toBe('snapshot-incomplete');
	});

	it('clears away what an import left behind that died', async () => {
		await pulledSnapshot(store);
		valueOf(await store.exportTo(id, `${folder.path}/given.sqlite`));
		const other = `${folder.path}/other`;
		valueOf(locks.take({ kind: 'work', key: 'under-way' }));
		for (const name of ['999999999%40here%2F1', 'left', 'under-way']) mkdirSync(`${other}/.import-${name}`, { recursive: true });
		await openSnapshotFolder(other, locks).importFrom(`${folder.path}/given.sqlite`);
		expect(readdirSync(other).toSorted()).toEqual(['.import-under-way', `${id}.sqlite`]);
	});
});

describe('a name that is no snapshot of ours', () => {
	it.each(['', '..', '../../etc/passwd', 'ffffffffffff', 'FFFFFFFFFFFF', '0123456789ab.sqlite'])('is not found: "%s"', async (name) => {
		await pulledSnapshot(store);
		renameSync(pathOf(), `${folder.path}/elsewhere`);
		for (const outcome of [
			await store.open(name),
			await store.describe(name),
			await store.remove(name),
			await store.exportTo(name, 'x'),
			await store.resume(name, anyHold),
		]) {
			expect(codeOf(outcome)).toBe('snapshot-not-found');
		}
	});
});
