import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import page from '../../ui/page.module.css';
import { useSites } from './sites.ts';

/** Asks first, and says what stays. */
export const RemoveSite = ({ name }: { readonly name: string }) => {
	const remove = useSites((sites) => sites.remove);
	const [asking, setAsking] = useState(false);
	const [removing, setRemoving] = useState(false);
	const confirm = async (): Promise<void> => {
		setRemoving(true);
		const isGone = await remove(name);
		setRemoving(false);
		setAsking(false);
		if (isGone) goTo({ at: 'sites' });
	};
	return (
		<>
			<Button variant="default" onClick={() => setAsking(true)} aria-label={`${words.sites.remove} ${name}`}>
				{words.sites.removeAsk}
			</Button>
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={words.sites.removeTitle(name)}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
				<div className={page['section']}>
					<p>{words.sites.removeText}</p>
					<div className={page['actions']}>
						<Button color="red.8" loading={removing} onClick={() => void confirm()}>
							{words.sites.removeButton}
						</Button>
						<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
							{words.common.cancel}
						</Button>
					</div>
				</div>
			</Modal>
		</>
	);
};
