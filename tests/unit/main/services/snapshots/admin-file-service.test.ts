import { onTestFinished, describe, expect, it } from 'vitest';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { contract } from '#shared/contract.ts';
import { composeApp } from '#main/services/compose.ts';
import { makeTempDir, need } from '../../../../support/demo-app.ts';
import { clientSite } from '../../../../support/admin-file-app.ts';
import { headers } from '../../../../support/admin-files.ts';

const compose = async () => {
	const app = need(
		await composeApp({ dataDir: await makeTempDir(), host: 'browser', allowLoopback: false, version: '0.0.0', sessionSecrets: true }),
	);
	onTestFinished(() => app.close());
	return createRouterClient(app.router) as unknown as ContractRouterClient<typeof contract>;
};

const odd = 'Mail,Condition\nann@x.example,free\nben@x.example,shut\n';

describe('a file that a window opens', () => {
	it('is corrected step by step, and then added', async () => {
		const { snapshots } = await compose();
		const opened = need(await snapshots.openAdminFile({ source: { name: 'people.csv', text: odd } }));
		expect(opened.preview).toMatchObject({ kind: null, columns: ['Mail', 'Condition'], missing: ['status'], people: 2, layout: 'table' });
		const { adminFileId } = opened;
		const kind = 'users' as const;
		const mapping = { status: 1 };
		const mapped = need(await snapshots.openAdminFile({ source: { adminFileId }, kind, mapping }));
		expect(mapped).toMatchObject({ adminFileId, preview: { kind, missing: [], mapping: { address: 0, status: 1 } } });
		expect(mapped.preview.unmapped).toEqual([
			{ role: 'status', column: 'Condition', value: 'free', count: 1, line: 2 },
			{ role: 'status', column: 'Condition', value: 'shut', count: 1, line: 3 },
		]);
		const target = { siteUrl: clientSite };
		const tooEarly = await snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', target });
		expect(tooEarly).toMatchObject({ ok: false, failure: { code: 'export-values-unmapped', details: { values: ['free', 'shut'] } } });
		const meanings = { status: { free: 'active', SHUT: 'suspended' } } as const;
		expect(need(await snapshots.openAdminFile({ source: { adminFileId }, kind, mapping, meanings })).preview.unmapped).toEqual([]);
		const ahead = await snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', takenAt: '2999-01-01', target });
		expect(ahead).toMatchObject({ ok: false, failure: { code: 'day-in-future', details: { day: '2999-01-01' } } });
		const added = need(await snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', takenAt: '2026-11-20', target }));
		expect(added.adminFiles).toMatchObject([{ kind, people: 2, coverage: 'all', takenAt: '2026-11-20T00:00:00.000Z' }]);
		expect(await snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', target })).toMatchObject({
			failure: { code: 'export-not-open' },
		});

		// What was said is remembered for the next file with this header, in whatever order its columns stand.
		const next = need(await snapshots.openAdminFile({ source: { name: 'b.csv', text: 'Condition,Mail\nshut,cy@x.example\n' }, kind }));
		expect(next.preview).toMatchObject({ remembered: true, unmapped: [], mapping: { address: 1, status: 0 } });
		// Of another kind it is another file.
		expect(need(await snapshots.openAdminFile({ source: { name: 'b.csv', text: odd }, kind: 'portal' })).preview.remembered).toBe(false);
	});

	it('is added to the snapshot that is named, and to no other', async () => {
		const { snapshots } = await compose();
		const open = async () =>
			need(await snapshots.openAdminFile({ source: { name: 'users.csv', text: `${headers.users}\n1,A,ann@x.example,Active,,,User\n` } }))
				.adminFileId;
		const first = need(await snapshots.addAdminFiles({ adminFileIds: [await open()], coverage: 'all', target: { siteUrl: clientSite } }));
		const second = need(
			await snapshots.addAdminFiles({ adminFileIds: [await open()], coverage: 'active', target: { snapshotId: first.id } }),
		);
		expect([second.id, second.adminFiles.length]).toEqual([first.id, 2]);
		const missing = await snapshots.addAdminFiles({
			adminFileIds: [await open()],
			coverage: 'all',
			target: { snapshotId: 'ffffffffffff' },
		});
		expect(missing).toMatchObject({ failure: { code: 'snapshot-not-found' } });
		expect(need(await snapshots.list()).snapshots).toHaveLength(1);
	});

	it('that is none is refused, and holds no place', async () => {
		const { snapshots } = await compose();
		expect(await snapshots.openAdminFile({ source: { name: 'x.csv', text: '' } })).toMatchObject({ failure: { code: 'export-unusable' } });
		expect(await snapshots.openAdminFile({ source: { adminFileId: 'nobody' } })).toMatchObject({ failure: { code: 'export-not-open' } });
	});

	it('makes room for newer ones', async () => {
		const { snapshots } = await compose();
		const ids: string[] = [];
		for (let count = 0; count < 25; count++) {
			ids.push(need(await snapshots.openAdminFile({ source: { name: 'x.csv', text: odd } })).adminFileId);
		}
		const [oldest = '', second = ''] = ids;
		expect(await snapshots.openAdminFile({ source: { adminFileId: oldest } })).toMatchObject({ failure: { code: 'export-not-open' } });
		expect(await snapshots.openAdminFile({ source: { adminFileId: second } })).toMatchObject({ ok: true });
	});
});
