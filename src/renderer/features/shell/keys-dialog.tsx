import { Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { keyWords as text } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import { isInDialog, isMac, isTyping } from '../../ui/keys.ts';
import classes from './keys-dialog.module.css';

const named = (key: string): string => (isMac && key === text.control ? '⌘' : key);

const Keys = () => (
	<div className={classes['groups']}>
		{text.groups.map(({ title, keys }) => (
			<section key={title} aria-label={title}>
				<h3>{title}</h3>
				<dl className={classes['keys']}>
					{keys.map(([pressed, does]) => (
						<div key={does}>
							<dt>
								{pressed.map((key) => (
									<kbd key={key}>{named(key)}</kbd>
								))}
							</dt>
							<dd>{does}</dd>
						</div>
					))}
				</dl>
			</section>
		))}
	</div>
);

/** Every key the window knows: by `?`, wherever nothing is typed into. */
export const KeysDialog = () => {
	const [isOpen, setOpen] = useState(false);
	useCommand({ id: 'keys', kind: 'setting', label: text.title, run: () => setOpen(true) });
	useWindowEvent('keydown', (event) => {
		if (event.key !== '?' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		if (isTyping(event.target) || isInDialog(event.target)) return;
		event.preventDefault();
		setOpen(true);
	});
	return (
		<Modal opened={isOpen} onClose={() => setOpen(false)} title={text.title} size={760}>
			<Keys />
		</Modal>
	);
};
