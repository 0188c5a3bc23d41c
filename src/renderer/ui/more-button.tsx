import { ActionIcon } from '@mantine/core';
import { useRef, useState } from 'react';
import { MoreIcon } from './icons.tsx';
import { Menu, type MenuItem, type MenuPlace } from './menu.tsx';

interface MoreButtonProps {
	/** Of the button and its menu. */
	readonly label: string;
	readonly items: readonly MenuItem[];
	/** In a line of a table. */
	readonly isSmall?: boolean;
}

/** What can be done less often, behind three dots. */
export const MoreButton = ({ label, items, isSmall = false }: MoreButtonProps) => {
	const button = useRef<HTMLButtonElement>(null);
	const [at, setAt] = useState<MenuPlace | null>(null);
	const open = (): void => {
		const place = button.current?.getBoundingClientRect();
		if (place !== undefined) setAt({ x: place.left, y: place.bottom + 4 });
	};
	return (
		<>
			<ActionIcon
				ref={button}
				variant={isSmall ? 'subtle' : 'default'}
				size={isSmall ? 22 : 30}
				aria-label={label}
				aria-haspopup="menu"
				aria-expanded={at !== null}
				onClick={open}
			>
				<MoreIcon />
			</ActionIcon>
			<Menu label={label} items={items} at={at} onClose={() => setAt(null)} />
		</>
	);
};
