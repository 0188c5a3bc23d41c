import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { words } from '../messages.ts';
import { useCommand } from './commands.ts';
import page from './page.module.css';

interface DialogButtonProps {
	readonly label: string;
	/** Where the label alone does not say of what. */
	readonly name?: string;
	readonly title: string;
	readonly size?: number;
	readonly variant?: 'default' | 'filled' | 'subtle';
	readonly isSmall?: boolean;
	/** Under this id it is offered as a command, too. */
	readonly command?: string;
	/** What is in the dialogue, for as long as it is open. */
	readonly children: (close: () => void) => ReactNode;
}

/** A button and the dialogue that it opens. */
export const DialogButton = ({ label, name, title, size, variant = 'default', isSmall, command, children }: DialogButtonProps) => {
	const [isOpen, setOpen] = useState(false);
	const open = (): void => setOpen(true);
	const close = (): void => setOpen(false);
	useCommand({ id: command ?? '', label, isOffered: command !== undefined, run: open });
	return (
		<>
			<Button variant={variant} size={isSmall === true ? 'compact-xs' : 'xs'} aria-label={name} onClick={open}>
				{label}
			</Button>
			<Modal opened={isOpen} onClose={close} title={title} {...(size === undefined ? {} : { size })}>
				{children(close)}
			</Modal>
		</>
	);
};

interface DialogActionsProps {
	readonly label: string;
	/** Left out where the button submits the form it stands in. */
	readonly onClick?: () => void;
	readonly onCancel: () => void;
	readonly loading?: boolean;
	readonly disabled?: boolean;
	/** What is deleted does not come back. */
	readonly isDanger?: boolean;
	readonly focus?: 'label' | 'cancel';
	readonly children?: ReactNode;
}

/** What goes on, and what does not: in sight however long the dialogue is. */
export const DialogActions = ({ label, onClick, onCancel, focus, isDanger = false, children, ...go }: DialogActionsProps) => (
	<div className={page['dialogActions']}>
		<Button
			{...go}
			{...(isDanger ? { color: 'red.8' } : {})}
			{...(onClick === undefined ? { type: 'submit' } : { onClick })}
			data-autofocus={focus === 'label' || undefined}
		>
			{label}
		</Button>
		<Button variant="default" data-autofocus={focus === 'cancel' || undefined} onClick={onCancel}>
			{words.common.cancel}
		</Button>
		{children}
	</div>
);
