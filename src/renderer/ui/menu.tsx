import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
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

interface MenuProps {
	readonly label: string;
	readonly items: readonly MenuItem[];
	/** In pixels of the window; the menu keeps within it. */
	readonly at: { readonly x: number; readonly y: number };
	readonly onClose: () => void;
}

const edgePx = 8;

const itemsOf = (menu: HTMLElement | null): readonly HTMLElement[] => [
	...(menu?.querySelectorAll<HTMLElement>('[role=menuitem], [role=menuitemcheckbox]') ?? []),
];

/** Where a key leads from the item that has the focus: round and round, or to the next that begins with the letter. */
const itemAfterKey = (items: readonly HTMLElement[], from: number, key: string): HTMLElement | undefined => {
	if (key === 'ArrowDown') return items[(from + 1) % items.length];
	if (key === 'ArrowUp') return items.at(from <= 0 ? -1 : from - 1);
	if (key === 'Home') return items[0];
	if (key === 'End') return items.at(-1);
	if (key.length !== 1) return undefined;
	const next = [...items.slice(from + 1), ...items.slice(0, from + 1)];
	return next.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
};

/** The focus goes back to where it was, unless what was chosen has taken it elsewhere. */
const useFocusWithin = (menu: { readonly current: HTMLElement | null }): void => {
	useLayoutEffect(() => {
		const before = document.activeElement;
		const element = menu.current;
		itemsOf(element)[0]?.focus({ preventScroll: true });
		return () => {
			const now = document.activeElement;
			const isOurs = now === null || now === document.body || element?.contains(now);
			if (isOurs && before instanceof HTMLElement) before.focus({ preventScroll: true });
		};
	}, [menu]);
};

export const Menu = ({ label, items, at, onClose }: MenuProps) => {
	const menu = useRef<HTMLDivElement>(null);
	useFocusWithin(menu);
	useLayoutEffect(() => {
		const element = menu.current;
		if (element === null) return;
		const { offsetWidth, offsetHeight } = element;
		element.style.left = `${Math.max(edgePx, Math.min(at.x, innerWidth - offsetWidth - edgePx))}px`;
		element.style.top = `${Math.max(edgePx, Math.min(at.y, innerHeight - offsetHeight - edgePx))}px`;
	}, [at]);
	useEffect(() => {
		const closeOutside = (event: Event): void => {
			if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
		};
		document.addEventListener('pointerdown', closeOutside, true);
		window.addEventListener('resize', onClose);
		window.addEventListener('blur', onClose);
		return () => {
			document.removeEventListener('pointerdown', closeOutside, true);
			window.removeEventListener('resize', onClose);
			window.removeEventListener('blur', onClose);
		};
	}, [onClose]);

	const onKeyDown = (event: KeyboardEvent): void => {
		// The keys are the menu's alone: Escape must not also close what lies under it.
		event.stopPropagation();
		if (event.key === 'Escape' || event.key === 'Tab') {
			event.preventDefault();
			onClose();
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey || event.key === ' ' || event.key === 'Enter') return;
		const all = itemsOf(menu.current);
		const to = itemAfterKey(
			all,
			all.findIndex((item) => item === document.activeElement),
			event.key,
		);
		if (to === undefined) return;
		event.preventDefault();
		to.focus();
	};
	const choose = (item: MenuItem): void => {
		if (item.isChecked === undefined) onClose();
		item.choose();
	};
	return createPortal(
		<div
			ref={menu}
			role="menu"
			aria-label={label}
			className={classes['menu']}
			onKeyDown={onKeyDown}
			onContextMenu={(event) => event.preventDefault()}
		>
			{items.map((item) => (
				<button
					key={item.id}
					type="button"
					tabIndex={-1}
					role={item.isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
					aria-checked={item.isChecked}
					className={classes['item']}
					data-starts-group={item.startsGroup}
					onClick={() => choose(item)}
				>
					{item.isChecked !== undefined && (
						<span className={classes['mark']} aria-hidden="true">
							{item.isChecked ? '✓' : ''}
						</span>
					)}
					<span className={classes['label']}>{item.label}</span>
					{item.keys !== undefined && (
						<span className={classes['keys']} aria-hidden="true">
							{item.keys}
						</span>
					)}
				</button>
			))}
		</div>,
		// Within the page's main part: outside of all landmarks nobody who goes by them would find it.
		document.getElementById('content') ?? document.body,
	);
};
