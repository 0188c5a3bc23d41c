import { useMutation } from '@tanstack/react-query';
import type { AdminFileInfo, SnapshotInfo } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly } from '#shared/snapshot-gaps.ts';
import { api } from '../../api.ts';
import { adminFileWords } from '../../messages.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { snapshotLists } from './snapshots.ts';

const text = adminFileWords.takeOut;

interface RemoveAdminFileProps {
	readonly snapshot: SnapshotInfo;
	readonly file: AdminFileInfo;
}

const RemoveForm = ({ snapshot, file, onClose }: RemoveAdminFileProps & { readonly onClose: () => void }) => {
	const removing = useMutation(
		api.snapshots.removeAdminFile.mutationOptions({
			meta: { failure: 'in place', invalidates: snapshotLists },
			onSuccess: () => {
				onClose();
				showInfo(text.done(file.fileName));
			},
		}),
	);
	return (
		<div className={page['section']}>
			<p>{text.text(file.fileName, file.people)}</p>
			{removing.error !== null && <FailureNote failure={removing.error} withKept={false} />}
			<DialogActions
				label={text.button}
				loading={removing.isPending}
				onClick={() => removing.mutate({ snapshotId: snapshot.id, part: file.part })}
				focus="cancel"
				onCancel={onClose}
			/>
		</div>
	);
};

/** A file that went into the wrong snapshot goes out again. The last one of a snapshot of files goes with the snapshot. */
export const RemoveAdminFile = ({ snapshot, file }: RemoveAdminFileProps) =>
	snapshot.state === 'pulling' || (isOfAdminFilesOnly(snapshot.parts) && snapshot.adminFiles.length === 1) ? null : (
		<DialogButton label={text.button} name={text.of(file.fileName)} variant="subtle" isSmall title={text.title}>
			{(close) => <RemoveForm snapshot={snapshot} file={file} onClose={close} />}
		</DialogButton>
	);
