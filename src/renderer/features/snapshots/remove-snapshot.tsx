import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { snapshotWords as text, words } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { snapshotLists } from './snapshots.ts';

interface RemoveSnapshotProps {
	readonly snapshotId: string;
	/** What the button is called for who cannot see what it stands beside. */
	readonly label: string;
	readonly question: string;
}

/** Removes a snapshot, once it was asked whether that is meant. */
export const RemoveSnapshot = ({ snapshotId, label, question }: RemoveSnapshotProps) => {
	const [asking, setAsking] = useState(false);
	const remove = useMutation(
		api.snapshots.remove.mutationOptions({ meta: { invalidates: snapshotLists }, onSuccess: () => showInfo(text.removed) }),
	);
	return (
		<>
			<Button variant="default" aria-label={label} onClick={() => setAsking(true)}>
				{text.remove}
			</Button>
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={text.removeTitle}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
				<div className={page['section']}>
					<p>{question}</p>
					<div className={page['actions']}>
						<Button
							color="red.8"
							loading={remove.isPending}
							onClick={() => remove.mutate({ snapshotId }, { onSettled: () => setAsking(false) })}
						>
							{text.removeButton}
						</Button>
						<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
							{text.keep}
						</Button>
					</div>
				</div>
			</Modal>
		</>
	);
};
