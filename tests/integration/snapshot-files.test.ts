import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeApp } from '#main/services/compose.ts';
import type { ReportDelivery } from '#main/services/reports/delivery.ts';
import { done } from '#shared/outcome.ts';
import { createRouterClient } from '@orpc/server';
import type { Api } from '../../src/renderer/api.ts';
import { makeTempDir, need } from '../support/demo-app.ts';

const usersFile = 'User id,User name,email,User status,Added to org,Org role\n1,Ann,ann@example.com,Active,3 Jan 2024,User\n';

/** An app as a window sees it, whose host delivers files into a folder. */
const composeWindow = async () => {
	const dataDir = await makeTempDir();
	const delivered = await makeTempDir();
	const reportDelivery: ReportDelivery = {
		formats: [],
		deliver: async (name, _format, write) => {
			const written = await write(join(delivered, name));
			return written.ok ? done({ kind: 'saved', name }) : written;
		},
	};
	const app = need(
		await composeApp({ dataDir, host: 'browser', allowLoopback: false, version: '0.0.0', sessionSecrets: true, reportDelivery }),
	);
	let closing: Promise<void> | null = null;
	const close = (): Promise<void> => (closing ??= app.close());
	onTestFinished(close);
	return { client: createRouterClient(app.router) as Api, close, delivered, snapshotDir: join(dataDir, 'snapshots') };
};

type TestWindow = Awaited<ReturnType<typeof composeWindow>>;

const addUsers = async ({ client }: TestWindow) => {
	const { adminFileId } = need(await client.snapshots.openAdminFile({ source: { name: 'export-users_2026-11-20.csv', text: usersFile } }));
	const target = { siteUrl: 'https://halden.atlassian.net' };
	return need(await client.snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', target }));
};

const adminFile = async (window: TestWindow, snapshotId: string): Promise<Buffer> => {
	const delivered = need(await window.client.snapshots.export({ snapshotId }));
	if (delivered.kind !== 'saved') throw new Error(delivered.kind);
	expect(delivered.name).toBe('halden-snapshot-2026-11-20.sqlite');
	return readFileSync(join(window.delivered, delivered.name));
};

const begin = async ({ client }: TestWindow, bytes: number): Promise<string> =>
	need(await client.snapshots.beginImport({ bytes })).importId;

const send = async ({ client }: TestWindow, importId: string, bytes: Buffer, pieceBytes: number): Promise<void> => {
	for (let at = 0; at < bytes.length; at += pieceBytes) {
		need(await client.snapshots.importPiece({ importId, at, piece: new File([new Uint8Array(bytes.subarray(at, at + pieceBytes))], '') }));
	}
};

/** The pieces a broken import would leave. */
const workFolders = ({ snapshotDir }: TestWindow): readonly string[] => readdirSync(snapshotDir).filter((name) => name.startsWith('.'));

describe('a snapshot as one file', () => {
	it('goes from one machine to another through their windows', async () => {
		const [here, there] = [await composeWindow(), await composeWindow()];
		const { id } = await addUsers(here);
		const file = await adminFile(here, id);
		const importId = await begin(there, file.length);
		await send(there, importId, file, 10_000);
		const opened = need(await there.client.snapshots.finishImport({ importId }));
		expect(opened).toMatchObject({ id, adminFiles: [{ kind: 'users', people: 1 }] });
		expect(workFolders(there)).toEqual([]);
	});

	it('is refused where it is here already, damaged, or cut off, and leaves nothing behind', async () => {
		const window = await composeWindow();
		const { id } = await addUsers(window);
		const file = await adminFile(window, id);
		const finish = async (bytes: Buffer, announced = bytes.length) => {
			const importId = await begin(window, announced);
			await send(window, importId, bytes, 30_000);
			return window.client.snapshots.finishImport({ importId });
		};
		expect(await finish(file)).toMatchObject({ ok: false, failure: { code: 'snapshot-exists' } });
		expect(await finish(file.subarray(0, 20_000), file.length)).toMatchObject({ ok: false, failure: { details: { fault: 'cut-off' } } });
		const changed = Buffer.from(file.toString('latin1').replaceAll('ann@', 'bob@'), 'latin1');
		expect(await finish(changed)).toMatchObject({ ok: false, failure: { details: { fault: 'content-changed' } } });
		expect(workFolders(window)).toEqual([]);
		expect(need(await window.client.snapshots.list()).snapshots.map((one) => one.id)).toEqual([id]);
	});

	it('is refused by its first piece where it is something else', async () => {
		const window = await composeWindow();
		const importId = await begin(window, 900_000_000);
		const piece = new File(['PK\u0003\u0004 an archive'], '');
		const answer = await window.client.snapshots.importPiece({ importId, at: 0, piece });
		expect(answer).toMatchObject({ ok: false, failure: { code: 'snapshot-unusable', details: { fault: 'archive' } } });
		expect(workFolders(window)).toEqual([]);
	});

	it('is refused by its size before a byte of it is sent', async () => {
		const { client } = await composeWindow();
		const answer = await client.snapshots.beginImport({ bytes: 1024 * 1024 * 1024 + 1 });
		expect(answer).toMatchObject({ ok: false, failure: { code: 'snapshot-unusable', details: { fault: 'too-large' } } });
	});

	it('takes pieces in turn, and no more than was announced', async () => {
		const window = await composeWindow();
		const piece = (importId: string, at: number, text: string) =>
			window.client.snapshots.importPiece({ importId, at, piece: new File([text], '') });
		const outOfTurn = await begin(window, 10);
		expect(await piece(outOfTurn, 5, 'abc')).toMatchObject({ ok: false, failure: { code: 'wrong-use' } });
		const tooMuch = await begin(window, 3);
		expect(await piece(tooMuch, 0, 'abcd')).toMatchObject({ ok: false, failure: { details: { fault: 'too-large' } } });
		expect(await piece(tooMuch, 0, 'abc')).toMatchObject({ ok: false, failure: { code: 'export-not-open' } });
		expect(workFolders(window)).toEqual([]);
	});

	it('drops what came in before another begins, and what is left as the app closes', async () => {
		const window = await composeWindow();
		const first = await begin(window, 10);
		await begin(window, 10);
		expect(workFolders(window)).toHaveLength(1);
		expect(await window.client.snapshots.finishImport({ importId: first })).toMatchObject({ failure: { code: 'export-not-open' } });
		await window.close();
		expect(workFolders(window)).toEqual([]);
	});
});
