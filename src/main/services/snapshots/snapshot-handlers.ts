import type { Clock } from '#core/ports.ts';
import { os } from '../handlers.ts';
import type { AccessService } from '../sites/access-service.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { AdminFileService } from './admin-file-service.ts';
import type { SnapshotFiles } from './snapshot-files.ts';
import type { SnapshotService } from './snapshot-service.ts';
import { startPull } from './start-pull.ts';

interface Parts {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly snapshots: SnapshotService;
	readonly snapshotFiles: SnapshotFiles;
	readonly adminFiles: AdminFileService;
	readonly clock: Clock;
}

/** `snapshots.*` */
export const snapshotHandlers = (parts: Parts) => {
	const { snapshots, snapshotFiles, adminFiles } = parts;
	return {
		list: os.snapshots.list.handler(() => snapshots.list()),
		get: os.snapshots.get.handler(({ input }) => snapshots.get(input.snapshotId)),
		pull: os.snapshots.pull.handler(({ input }) => startPull(parts, input)),
		watch: os.snapshots.watch.handler(({ input, signal }) => snapshots.watch(input.snapshotId, signal)),
		cancel: os.snapshots.cancel.handler(({ input }) => snapshots.cancel(input.snapshotId)),
		export: os.snapshots.export.handler(({ input, context }) => snapshotFiles.deliver(input.snapshotId, context.path)),
		beginImport: os.snapshots.beginImport.handler(({ input }) => snapshotFiles.begin(input.bytes)),
		importPiece: os.snapshots.importPiece.handler(async ({ input: { importId, at, piece } }) =>
			snapshotFiles.add(importId, at, new Uint8Array(await piece.arrayBuffer())),
		),
		finishImport: os.snapshots.finishImport.handler(({ input }) => snapshotFiles.finish(input.importId)),
		cancelImport: os.snapshots.cancelImport.handler(({ input }) => snapshotFiles.cancel(input.importId)),
		openAdminFile: os.snapshots.openAdminFile.handler(({ input: { source, ...choice } }) => adminFiles.open(source, choice)),
		addAdminFiles: os.snapshots.addAdminFiles.handler(
			({ input: { adminFileIds, takenAt = null, coverage, target, verifiedDomains = null } }) =>
				adminFiles.addOpen(adminFileIds, { takenAt, coverage }, target, verifiedDomains),
		),
		removeAdminFile: os.snapshots.removeAdminFile.handler(({ input }) => adminFiles.takeOut(input.snapshotId, input.part)),
	};
};
