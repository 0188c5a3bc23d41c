import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { shellWords, words } from '../../messages.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import classes from './command-palette.module.css';
import { findCommands } from './find-commands.ts';
import { useListedCommands } from './listed-commands.ts';
import { usePalette } from './palette.ts';

const text = shellWords.commands;
const mostShown = 50;

/** Ctrl+K or ⌘K, wherever one is. */
const usePaletteKey = (): void => {
	useEffect(() => {
		const onKeyDown = (event: globalThis.KeyboardEvent): void => {
			if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
			event.preventDefault();
			const { isOpen, open, close } = usePalette.getState();
			if (isOpen) close();
			else open();
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);
};

const stepAfterKey = (key: string, at: number, count: number): number | null => {
	if (count === 0) return null;
	if (key === 'ArrowDown') return (at + 1) % count;
	if (key === 'ArrowUp') return (at + count - 1) % count;
	return null;
};

const Palette = () => {
	const id = useId();
	const { close } = usePalette.getState();
	const commands = useListedCommands();
	const [typed, setTyped] = useState('');
	const [at, setAt] = useState(0);
	const found = useMemo(() => findCommands(commands, typed), [commands, typed]);
	const shown = found.slice(0, mostShown);
	const active = Math.min(at, shown.length - 1);
	const option = useRef<HTMLLIElement>(null);
	useEffect(() => {
		option.current?.scrollIntoView({ block: 'nearest' });
	}, [active, typed]);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.nativeEvent.isComposing) return;
		const to = stepAfterKey(event.key, active, shown.length);
		if (to !== null) setAt(to);
		else if (event.key === 'Enter') close(shown[active]?.run);
		else return;
		event.preventDefault();
	};
	return (
		<div className={classes['palette']}>
			<TextInput
				data-autofocus
				role="combobox"
				aria-label={text.field}
				aria-expanded
				aria-controls={`${id}-list`}
				aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
				autoComplete="off"
				spellCheck={false}
				placeholder={text.field}
				leftSection={<SearchIcon size={14} />}
				value={typed}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setAt(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<ul id={`${id}-list`} className={classes['list']} role="listbox" aria-label={text.list} tabIndex={-1}>
				{shown.map((command, index) => (
					<li
						key={`${command.kind} ${command.id}`}
						ref={index === active ? option : undefined}
						id={`${id}-${index}`}
						role="option"
						aria-selected={index === active}
						className={classes['option']}
						onPointerMove={() => setAt(index)}
						onClick={() => close(command.run)}
					>
						<span className={classes['label']}>{command.label}</span>
						<span className={classes['kind']}>{text.kinds[command.kind]}</span>
					</li>
				))}
			</ul>
			<p className={classes['note']} role="status">
				{found.length === 0 && text.none}
				{found.length > shown.length && text.more(found.length - shown.length)}
			</p>
		</div>
	);
};

/** Everything by its name: pages, runs, sites, plans, and what the page on the screen can do. */
export const CommandPalette = () => {
	usePaletteKey();
	const { isOpen, close } = usePalette();
	return (
		<Modal
			opened={isOpen}
			onClose={() => close()}
			title={text.title}
			size={560}
			centered={false}
			yOffset="12vh"
			returnFocus={false}
			closeButtonProps={{ 'aria-label': words.common.close }}
		>
			<Palette />
		</Modal>
	);
};
