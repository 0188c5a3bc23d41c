import { Button } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../client.ts';
import { snapshotWords as text } from '../../messages.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { downloadFrom } from '../../ui/save-file.ts';

/** Hands the snapshot to the person as one file, in the host's own way. */
const saveSnapshot = async (snapshotId: string): Promise<void> => {
	const answer = await ask((client) => client.snapshots.export({ snapshotId }));
	if (!answer.ok) {
		showFailure(answer.failure);
		return;
	}
	const delivered = answer.value;
	if (delivered.kind === 'cancelled') return;
	if (delivered.kind === 'waiting') downloadFrom(delivered.path);
	showInfo(delivered.kind === 'waiting' ? text.downloading(delivered.name) : text.saved(delivered.name));
};

/** All of it is checked before it leaves the house: of a large one that takes seconds. */
export const SaveSnapshot = ({ snapshotId, label }: { readonly snapshotId: string; readonly label: string }) => {
	const [saving, setSaving] = useState(false);
	const save = async (): Promise<void> => {
		setSaving(true);
		await saveSnapshot(snapshotId);
		setSaving(false);
	};
	return (
		<Button variant="default" loading={saving} aria-label={label} onClick={() => void save()}>
			{text.saveAs}
		</Button>
	);
};
