import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminFileInfo, SnapshotInfo } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly } from '#shared/snapshot-gaps.ts';
import { api } from '../../api.ts';
import { adminFileWords, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { snapshotLists } from './snapshots.ts';

const text = adminFileWords.takeOut;

interface RemoveAdminFileProps {
	readonly snapshot: SnapshotInfo;
	readonly file: AdminFileInfo;
}

/** A file that went into the wrong snapshot goes out again. The last one of a snapshot of files goes with the snapshot. */
export const RemoveAdminFile = ({ snapshot, file }: RemoveAdminFileProps) => {
	const [asking, setAsking] = useState(false);
	const close = (): void => setAsking(false);
	const removing = useMutation(
		api.snapshots.removeAdminFile.mutationOptions({
			meta: { failure: 'in place', invalidates: snapshotLists },
			onSuccess: () => {
				close();
				showInfo(text.done(file.fileName));
			},
		}),
	);
	if (snapshot.state === 'pulling' || (isOfAdminFilesOnly(snapshot.parts) && snapshot.adminFiles.length === 1)) return null;
	return (
		<>
			<Button variant="subtle" size="compact-xs" aria-label={text.of(file.fileName)} onClick={() => setAsking(true)}>
				{text.button}
			</Button>
			<Modal opened={asking} onClose={close} title={text.title}>
				<div className={page['section']}>
					<p>{text.text(file.fileName, file.people)}</p>
					{removing.error !== null && <FailureNote failure={removing.error} withKept={false} />}
					<div className={page['dialogActions']}>
						<Button loading={removing.isPending} onClick={() => removing.mutate({ snapshotId: snapshot.id, part: file.part })}>
							{text.button}
						</Button>
						<Button variant="default" data-autofocus onClick={close}>
							{words.common.cancel}
						</Button>
					</div>
				</div>
			</Modal>
		</>
	);
};
