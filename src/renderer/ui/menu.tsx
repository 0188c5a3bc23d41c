import { Menu as MantineMenu } from '@mantine/core';
import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import classes from './menu.module.css';

export interface MenuItem {
	readonly id: string;
	readonly label: string;
	/** The keys that do the same, beside the label. */
	readonly keys?: string;
	/** Of an item that is on or off; choosing it leaves the menu open. */
	readonly isChecked?: boolean;
	readonly startsGroup?: boolean;
	readonly choose: () => void;
}

/** In pixels of the window. */
export interface MenuPlace {
	readonly x: number;
	readonly y: number;
}

interface MenuProps {
	readonly label: string;
	readonly items: readonly MenuItem[];
	/** Where it is open, kept within the window; `null` where it is not. */
	readonly at: MenuPlace | null;
	readonly onClose: () => void;
}

/** Those of the popover would name the menu by its target, which is a point; its types leave this out. */
const withoutRoles = { withRoles: false };

export const Menu = ({ label, items, at, onClose }: MenuProps) => {
	const isOpen = at !== null;
	const focusedBefore = useRef<Element | null>(null);
	useLayoutEffect(() => {
		if (isOpen) focusedBefore.current = document.activeElement;
	}, [isOpen]);
	const choose = (item: MenuItem): void => {
		// First: a dialogue that is opened by what was chosen returns the focus to where it found it.
		if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus({ preventScroll: true });
		onClose();
		item.choose();
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		// The keys are the menu's alone: Escape must not also close what lies under it.
		event.stopPropagation();
		if (event.key !== 'Tab') return;
		event.preventDefault();
		onClose();
	};
	return (
		<MantineMenu
			opened={isOpen}
			onClose={onClose}
			position="bottom-start"
			offset={0}
			floatingStrategy="fixed"
			// Within the page's main part: outside of all landmarks nobody who goes by them would find it.
			portalProps={{ target: '#content' }}
			transitionProps={{ duration: 0 }}
			withInitialFocusPlaceholder={false}
			{...withoutRoles}
			// Not a key, as by default: the one that opens a menu would close it on its way up.
			clickOutsideEvents={['mousedown', 'touchstart']}
			hideDetached={false}
			classNames={{ dropdown: classes['menu'] ?? '', item: classes['item'] ?? '', itemSection: classes['keys'] ?? '' }}
		>
			<MantineMenu.Target>
				<span className={classes['point']} style={{ left: at?.x, top: at?.y }} />
			</MantineMenu.Target>
			<MantineMenu.Dropdown aria-label={label} onKeyDown={onKeyDown} onContextMenu={(event) => event.preventDefault()}>
				{items.map((item, index) => (
					<Fragment key={item.id}>
						{item.startsGroup === true && <MantineMenu.Divider />}
						{item.isChecked === undefined ? (
							<MantineMenu.Item
								data-autofocus={index === 0 || undefined}
								rightSection={item.keys !== undefined && <span aria-hidden="true">{item.keys}</span>}
								onClick={() => choose(item)}
							>
								{item.label}
							</MantineMenu.Item>
						) : (
							<MantineMenu.CheckboxItem data-autofocus={index === 0 || undefined} checked={item.isChecked} onChange={item.choose}>
								{item.label}
							</MantineMenu.CheckboxItem>
						)}
					</Fragment>
				))}
			</MantineMenu.Dropdown>
		</MantineMenu>
	);
};
