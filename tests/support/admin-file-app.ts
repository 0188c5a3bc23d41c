import { onTestFinished } from 'vitest';
import { makeInviteList } from '#demo-site/invite-list.ts';
import type { World } from '#demo-site/world/world.ts';
import { adminFileFromBytes } from '#main/files/admin-file-source.ts';
import { openListText } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { type App, composeApp, type Services } from '#main/services/compose.ts';
import type { AdminFileTarget, GivenAdminFile } from '#main/services/snapshots/admin-file-service.ts';
import type { AdminFileKind } from '#shared/admin-files.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { RunRowDetail } from '#shared/run.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { makeTempDir, need } from './demo-app.ts';

export const clientSite = 'https://halden.atlassian.net';

export interface HandedOver {
	readonly name: string;
	readonly text: string | Buffer;
	readonly kind?: AdminFileKind;
	readonly takenAt?: string;
	readonly coverage?: GivenAdminFile['coverage'];
	readonly meanings?: GivenAdminFile['choice']['meanings'];
}

export interface AdminFileApp {
	readonly services: App & Services;
	add(files: readonly HandedOver[], target?: AdminFileTarget, verifiedDomains?: readonly string[]): Promise<Outcome<SnapshotInfo>>;
	/** Diagnoses against the snapshot to the end of the run; no network is there to be used. */
	diagnose(snapshotId: string, list: string, access: string): Promise<readonly RunRowDetail[]>;
}

/** The product without any site: a folder, and files that were handed over. */
export const composeForAdminFiles = async (): Promise<AdminFileApp> => {
	const services = need(
		await composeApp({ dataDir: await makeTempDir(), host: 'cli', allowLoopback: false, version: '0.0.0', sessionSecrets: true }),
	);
	onTestFinished(() => services.close());
	const given = async (file: HandedOver): Promise<GivenAdminFile> => ({
		source: need(await adminFileFromBytes(file.name, Buffer.from(file.text))),
		choice: { kind: file.kind, meanings: file.meanings },
		takenAt: file.takenAt ?? '2026-11-20',
		coverage: file.coverage ?? 'all',
	});
	return {
		services,
		add: async (files, target = { siteUrl: clientSite }, verifiedDomains) =>
			services.adminFiles.add(await Promise.all(files.map(given)), target, verifiedDomains ?? null),
		diagnose: async (snapshotId, text, access) => {
			const list = need(await openListText('invite-list.csv', text));
			const { name: listName, columns } = list.preview;
			const wish = { snapshotId, siteUrl: clientSite, deskKey: null, allowIncomplete: false };
			const { snapshot } = need(await services.snapshots.load(wish));
			const declared = need(readAccess(access === '' ? undefined : access, '2026-11-23T12:00:00.000Z'));
			const start = { listName, columns, batches: list.batches(), deskKey: null, access: declared, snapshot };
			const { runId } = need(await services.runs.startOffline(start));
			for await (const progress of services.runs.watch(runId)) void progress;
			return [...services.store.allRows(runId)];
		},
	};
};

/** What was added, or the end of the test. */
export const snapshotOf = async (
	app: AdminFileApp,
	files: readonly HandedOver[],
	...more: readonly [AdminFileTarget?, (readonly string[])?]
) => need(await app.add(files, ...more)).id;

export const inviteListOf = (world: World): string => makeInviteList(world);
