import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { snapshotWords as text, words } from '../../messages.ts';
import page from '../../ui/page.module.css';

interface AskFirstProps {
	/** What the button is called for who cannot see what it stands beside. */
	readonly label: string;
	readonly question: string;
	readonly onYes: () => Promise<void>;
}

/** A button that removes something, once it was asked whether that is meant. */
export const AskFirst = ({ label, question, onYes }: AskFirstProps) => {
	const [asking, setAsking] = useState(false);
	const [removing, setRemoving] = useState(false);
	const confirm = async (): Promise<void> => {
		setRemoving(true);
		await onYes();
		setRemoving(false);
		setAsking(false);
	};
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
						<Button color="red.8" loading={removing} onClick={() => void confirm()}>
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
