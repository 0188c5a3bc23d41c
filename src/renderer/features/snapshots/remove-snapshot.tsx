import { Button } from '@mantine/core';
import { useState } from 'react';
import { deletionWords as text } from '../../messages.ts';
import { DeleteDialog } from '../deletion/delete-dialog.tsx';

interface RemoveSnapshotProps {
	readonly snapshotId: string;
	/** What the button is called for who cannot see what it stands beside. */
	readonly label: string;
}

export const RemoveSnapshot = ({ snapshotId, label }: RemoveSnapshotProps) => {
	const [asking, setAsking] = useState(false);
	return (
		<>
			<Button variant="default" aria-label={label} onClick={() => setAsking(true)}>
				{text.button}
			</Button>
			<DeleteDialog
				of={asking ? { kind: 'snapshot', snapshotId } : null}
				title={text.title.snapshot}
				done={text.done.snapshot}
				onClose={() => setAsking(false)}
			/>
		</>
	);
};
