import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { snapshotWords as text } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import { downloadFrom } from '../../ui/files.ts';

/** Hands the snapshot to the person as one file. All of it is checked before it leaves the house: of a large one that takes seconds. */
export const SaveSnapshot = ({ snapshotId, label }: { readonly snapshotId: string; readonly label: string }) => {
	const save = useMutation(
		api.snapshots.export.mutationOptions({
			onSuccess: (delivered) => {
				if (delivered.kind === 'cancelled') return;
				if (delivered.kind === 'waiting') downloadFrom(delivered.path);
				showInfo(delivered.kind === 'waiting' ? text.downloading(delivered.name) : text.saved(delivered.name));
			},
		}),
	);
	return (
		<Button variant="default" loading={save.isPending} aria-label={label} onClick={() => save.mutate({ snapshotId })}>
			{text.saveAs}
		</Button>
	);
};
