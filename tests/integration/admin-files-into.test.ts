import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { openListText } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import type { AdminFilePerson, AdminFile } from '#core/admin-files/admin-file.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { StoreError } from '#main/storage/sql.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { composeForAdminFiles, inviteListOf, snapshotOf } from '../support/admin-file-app.ts';
import { day, fileOfText, headers } from '../support/admin-files.ts';
import { adminFileFromBytes } from '#main/files/admin-file-source.ts';
import { english, fileOf, managedColumns, domainsColumns, usersColumns } from '../support/world-admin-files.ts';
import type { GivenAdminFile } from '#main/services/snapshots/admin-file-service.ts';
import { memoryLocks } from '../support/memory-locks.ts';

const line = `${headers.users}\n1,Ann,ann@x.example,Suspended,,,User\n`;

/** Who deactivated a managed account, and that Atlassian blocks one, no file tells; who claims one, the column Claimed does. */
const asFilesTell: Readonly<Record<string, { readonly cause: string; readonly certainty: string }>> = {
	'deactivated-here': { cause: 'undetermined', certainty: 'unknown' },
	'deactivated-by-idp': { cause: 'undetermined', certainty: 'unknown' },
	'managed-elsewhere': { cause: 'managed-elsewhere', certainty: 'proven' },
	'blocked-by-export-control': { cause: 'deactivated-by-person', certainty: 'likely' },
};

describe('exports that are added to a snapshot of the site', () => {
	it('answer what the site did not tell for want of an organisation key, and the site the rest', async () => {
		const demo = await startDemo();
		const { services } = await composeOnDemo(demo, { hasOrgKey: false });
		const site = need(await services.sites.connection('demo'));
		const { snapshotId } = need(
			await services.snapshots.pull({ site, deskKeys: [demo.deskKey], access: unknownCustomerAccess, update: false }),
		);
		for await (const progress of services.snapshots.watch(snapshotId)) void progress;
		const given = async (name: string, text: string): Promise<GivenAdminFile> => ({
			source: need(await adminFileFromBytes(name, Buffer.from(text))),
			// At an address of this machine nobody knows which of two sites a column is of.
			choice: name === 'users.csv' ? { mapping: { 'service-management': 5 } } : {},
			takenAt: null,
			coverage: 'all',
		});
		const { world } = demo;
		const files = [
			await given('users.csv', fileOf(usersColumns(world, english), english)),
			await given('managed.csv', fileOf(managedColumns(world, english), english)),
			await given('domains.csv', fileOf(domainsColumns(world, english), english)),
		];
		const added = need(await services.adminFiles.add(files, { snapshotId }, null));
		expect(added).toMatchObject({ id: snapshotId, state: 'complete' });
		expect(added.parts.find(({ name }) => name === 'accounts')?.records).toBeGreaterThan(100);
		const wish = { snapshotId, siteUrl: null, deskKey: demo.deskKey, allowIncomplete: false };
		const { snapshot } = need(await services.snapshots.load(wish));
		const list = need(await openListText('invite-list.csv', inviteListOf(world)));
		const access = need(readAccess(demo.access, '2026-11-23T12:00:00.000Z'));
		const start = { listName: 'l', columns: list.preview.columns, batches: list.batches(), deskKey: demo.deskKey, access, snapshot };
		const { runId } = need(await services.runs.startOffline(start));
		for await (const progress of services.runs.watch(runId)) void progress;
		const found = [...services.store.allRows(runId)].map(({ row, cause, certainty }) => ({ row, cause, certainty }));
		// With the desk's list from the site every verdict is the live one, but for who switched a managed account off.
		expect(found).toEqual(makeInviteListRows(world).map(({ row, expected }) => ({ row, ...(asFilesTell[expected.cause] ?? expected) })));
		expect(need(services.store.run(runId)).desk?.key).toBe(demo.deskKey);
	});
});

describe('a snapshot of exports', () => {
	it('takes further files in, and keeps those it has', async () => {
		const app = await composeForAdminFiles();
		const id = await snapshotOf(app, [{ name: 'users.csv', text: line }]);
		const more = need(
			await app.add([{ name: 'managed.csv', text: `${headers.managed}\nBo,bo@x.example,,Active,No,P,T,No,\n` }], { snapshotId: id }),
		);
		expect(more).toMatchObject({
			id,
			state: 'complete',
			adminFiles: [
				{ kind: 'users', people: 1 },
				{ kind: 'managed', people: 1 },
			],
		});
		expect(more.parts.map(({ name, source }) => `${name} ${source}`)).toEqual([
			'export:1 export users of 2026-11-20',
			'export:2 export managed accounts of 2026-11-20',
		]);
	});

	it('of another snapshot’s id is not made', async () => {
		const app = await composeForAdminFiles();
		expect(await app.add([{ name: 'users.csv', text: line }], { snapshotId: 'abcdef012345' })).toMatchObject({
			failure: { code: 'snapshot-not-found' },
		});
	});

	it('keeps what somebody declared of the verified domains', async () => {
		const app = await composeForAdminFiles();
		const text = line.replace('Suspended', 'Deactivated');
		const id = await snapshotOf(app, [{ name: 'users.csv', text }], undefined, ['Acme.example']);
		const [row] = await app.diagnose(id, 'Email\nann@x.example\n', '');
		expect(row).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
	});

	it('leaves the site', async () => {
		const app = await composeForAdminFiles();
		const id = await snapshotOf(app, [{ name: 'users.csv', text: line }]);
		const { folder, store } = await folderWith();
		const path = join(folder, 'given.sqlite');
		need(await createRouterClient(app.services.router, { context: { path } }).snapshots.export({ snapshotId: id }));
		expect(need(await store.importFrom(join(folder, 'given.sqlite')))).toMatchObject({ id, adminFiles: [{ kind: 'users', people: 1 }] });
	});
});

const header = {
	id: 'aaaaaaaaaaaa',
	site: { name: 'acme', url: 'https://acme.atlassian.net', adminUrl: 'https://api.atlassian.com' },
	takenAt: day('2026-11-20'),
	access: unknownCustomerAccess,
};

const folderWith = async () => {
	const folder = await makeTempDir();
	const locks = memoryLocks();
	return {
		folder,
		locks,
		store: openSnapshotFolder(join(folder, 'snapshots'), locks),
		files: () => readdirSync(join(folder, 'snapshots')),
	};
};

/** People whose file breaks off in the middle, as on a full disk. */
const breaking = (file: AdminFile): AdminFile => {
	function* people(): Generator<AdminFilePerson> {
		for (let index = 0; index < 1500; index++) yield { ...[...file.people.values()][0]!, email: `p${index}@x.example` };
		throw new StoreError({ code: 'store-full', details: {} });
	}
	const map = new Map(file.people);
	return { ...file, people: Object.assign(map, { values: () => people() as MapIterator<AdminFilePerson> }) };
};

describe('adding that breaks off', () => {
	it('leaves no new snapshot behind', async () => {
		const { store, files } = await folderWith();
		const file = breaking(await fileOfText(line));
		expect(await store.addAdminFiles(header, { files: [file], verifiedDomains: null })).toMatchObject({ failure: { code: 'store-full' } });
		expect(files()).toEqual([]);
	});

	it('leaves the snapshot there was as it was, to the byte', async () => {
		const { folder, store, files } = await folderWith();
		const whole = await fileOfText(line);
		need(await store.addAdminFiles(header, { files: [whole], verifiedDomains: null }));
		const before = readFileSync(join(folder, 'snapshots', `${header.id}.sqlite`));
		expect(await store.addAdminFiles(header, { files: [whole, breaking(whole)], verifiedDomains: null })).toMatchObject({
			failure: { code: 'store-full' },
		});
		expect(readFileSync(join(folder, 'snapshots', `${header.id}.sqlite`)).equals(before)).toBe(true);
		expect(files()).toEqual([`${header.id}.sqlite`]);
	});

	it('is not begun while the snapshot is being pulled', async () => {
		const { locks, store } = await folderWith();
		const hold = need(locks.take({ kind: 'snapshot', key: header.id }));
		const draft = need(await store.create(header, hold));
		onTestFinished(async () => void (await draft.close()));
		const addition = { files: [await fileOfText(line)], verifiedDomains: null };
		expect(await store.addAdminFiles(header, addition)).toMatchObject({ failure: { code: 'snapshot-busy' } });
	});
});
