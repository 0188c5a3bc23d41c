import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { chooseSnapshot, type SnapshotWish } from '#main/services/snapshots/choose-snapshot.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { noTurns } from '../../../../support/pulled.ts';
import { temporaryFolder, valueOf } from '../../storage/samples.ts';
import { header, meddle, pulledSnapshot } from '../../storage/snapshots/samples.ts';
import { anyHold, memoryLocks } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: SnapshotStore;
let locks: ReturnType<typeof memoryLocks>;
const [oldest, older, newest] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'];
const days = { [oldest]: '2026-11-20T12:00:00.000Z', [older]: '2026-11-21T12:00:00.000Z', [newest]: '2026-11-22T12:00:00.000Z' };

beforeEach(() => {
	folder = temporaryFolder();
	locks = memoryLocks();
	store = openSnapshotFolder(folder.path, locks);
});
afterEach(() => folder.remove());

const take = (id: string, url?: string) => {
	const of = header(id, days[id]);
	return pulledSnapshot(store, url === undefined ? of : { ...of, site: { ...of.site, url } });
};

/** One whose pull was broken off before it had read anybody. */
const takeHalf = async (id: string) => {
	const draft = valueOf(await store.create(header(id, days[id]), anyHold));
	valueOf(draft.begin('desks', 'GET /desks'));
	valueOf(
		draft.append(
			'desks',
			[['1', '10001', 'HELP', 'Help']],
			{ at: '2026-11-22T12:00:00.000Z', cursor: null },
			{ state: 'complete', why: null },
		),
	);
	await draft.close();
};

const choose = async (wish: Partial<SnapshotWish> = {}) => {
	const chosen = await chooseSnapshot(
		store,
		{ snapshotId: null, siteUrl: null, deskKey: 'HELP', allowIncomplete: false, ...wish },
		noTurns,
	);
	return chosen.ok ? chosen.value.snapshot.id : chosen.failure;
};

describe('without a name', () => {
	it('the newest of the site is taken', async () => {
		for (const id of [older, newest, oldest]) await take(id);
		expect(await choose()).toBe(newest);
	});

	it('a newer one that is incomplete is passed over for one that is not', async () => {
		await take(older);
		await takeHalf(newest);
		expect(await choose()).toBe(older);
		expect(await choose({ allowIncomplete: true })).toBe(older);
	});

	it('an incomplete one is named where there is no other, and taken when that is allowed', async () => {
		await takeHalf(older);
		await takeHalf(newest);
		expect(await choose()).toMatchObject({ code: 'snapshot-incomplete', details: { snapshot: newest } });
		expect(await choose({ allowIncomplete: true })).toBe(newest);
	});

	it('one that was tampered with is never passed over in silence', async () => {
		await take(older);
		await take(newest);
		meddle(`${folder.path}/${newest}.sqlite`, (file) => void file.exec("UPDATE part SET state = 'refused' WHERE name = 'accounts'"));
		expect(await choose()).toMatchObject({ code: 'snapshot-tampered', details: { snapshot: newest } });
	});

	it("no other site's is taken, however new", async () => {
		await take(oldest);
		await take(newest, 'https://other.atlassian.net');
		expect(await choose({ siteUrl: 'https://halden.atlassian.net' })).toBe(oldest);
		expect(await choose({ siteUrl: 'https://third.atlassian.net' })).toMatchObject({
			code: 'snapshot-not-found',
			details: { site: 'https://third.atlassian.net' },
		});
	});

	it('a site has to be named where there are several', async () => {
		await take(oldest);
		await take(newest, 'https://other.atlassian.net');
		expect(await choose()).toMatchObject({ code: 'wrong-use', details: { what: expect.stringContaining('https://other.atlassian.net') } });
	});

	it('one that is being pulled is not looked at', async () => {
		await take(older);
		const hold = valueOf(locks.take({ kind: 'snapshot', key: newest }));
		const draft = valueOf(await store.create(header(newest, days[newest]), hold));
		expect(await choose({ allowIncomplete: true })).toBe(older);
		await draft.close();
	});

	it('there may be none', async () => {
		expect(await choose()).toMatchObject({ code: 'snapshot-not-found' });
	});
});

describe('by name', () => {
	it('that one is taken, old or not', async () => {
		await take(oldest);
		await take(newest);
		expect(await choose({ snapshotId: oldest })).toBe(oldest);
	});

	it("another site's is refused, and the site named", async () => {
		await take(newest);
		expect(await choose({ snapshotId: newest, siteUrl: 'https://other.atlassian.net' })).toMatchObject({
			code: 'snapshot-other-site',
			details: { site: 'https://halden.atlassian.net', wanted: 'https://other.atlassian.net' },
		});
	});

	it('a desk that it does not know is said', async () => {
		await take(newest);
		expect(await choose({ snapshotId: newest, deskKey: 'NOPE' })).toMatchObject({ code: 'desk-not-found' });
		expect(await choose({ snapshotId: newest, deskKey: null })).toMatchObject({ code: 'desk-ambiguous' });
	});
});
