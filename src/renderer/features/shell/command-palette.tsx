import { VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { useMemo } from 'react';
import { shellWords } from '../../messages.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { isInDialog, isMac } from '../../ui/keys.ts';
import classes from './command-palette.module.css';
import { findCommands } from './find-commands.ts';
import { useListedCommands, usePeople } from './listed-commands.ts';
import sidebar from './sidebar.module.css';

const text = shellWords.commands;
const mostShown = 50;
/** Shown wherever there is more than fits; not among the types of Spotlight's list. */
const bar = { type: 'auto' };
const [store, palette] = createSpotlight();
let focusedBefore: Element | null = null;

const open = (): void => {
	// Another dialogue has to be answered first.
	if (isInDialog(document.activeElement)) return;
	focusedBefore = document.activeElement;
	palette.open();
};

const giveFocusBack = (): void => {
	if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
	focusedBefore = null;
};

/** Gives the focus back first: a dialogue that is opened by what was chosen returns it to where it found it. */
const choose = (run: () => void): void => {
	giveFocusBack();
	palette.close();
	run();
};

const select = (index: number): void => store.updateState((state) => ({ ...state, selected: index }));

const Palette = () => {
	const { query, selected, listId } = useSpotlight(store);
	const commands = useListedCommands();
	const people = usePeople(query);
	const found = useMemo(() => findCommands(commands, query), [commands, query]);
	const shown = [...found.slice(0, mostShown - people.length), ...people];
	const total = found.length + people.length;
	const active = Math.max(0, Math.min(selected, shown.length - 1));
	const optionId = (index: number): string => `${listId}-${index}`;
	return (
		<>
			<Spotlight.Search
				size="md"
				// At once: the dialogue's own focus comes a moment later, and the first letters would be lost.
				autoFocus
				role="combobox"
				aria-label={text.field}
				aria-expanded
				aria-controls={listId}
				aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
				autoComplete="off"
				spellCheck={false}
				placeholder={text.field}
				leftSection={<SearchIcon />}
			/>
			<Spotlight.ActionsList role="listbox" aria-label={text.list} {...bar} className={classes['list']}>
				{shown.map(({ kind, id, label, run }, index) => (
					<Spotlight.Action
						key={`${kind} ${id}`}
						// Spotlight takes an id for itself.
						ref={(option) => option?.setAttribute('id', optionId(index))}
						role="option"
						aria-selected={index === active}
						data-selected={index === active || undefined}
						label={label}
						dimmedSections={false}
						rightSection={text.kinds[kind]}
						closeSpotlightOnTrigger={false}
						onPointerMove={() => select(index)}
						onClick={() => choose(run)}
					/>
				))}
			</Spotlight.ActionsList>
			<Spotlight.Footer role="status" className={classes['note']}>
				{total === 0 && text.none}
				{total > shown.length && text.more(total - shown.length)}
			</Spotlight.Footer>
		</>
	);
};

/** Everything by its name: pages, runs, sites, plans, settings, people by their address, and what the page on the screen can do. Ctrl+K or ⌘K, wherever one is. */
export const CommandPalette = () => {
	useHotkeys([['mod+K', () => (store.getState().opened ? palette.close() : open())]], []);
	return (
		<Spotlight.Root
			store={store}
			shortcut={null}
			onSpotlightOpen={() => select(0)}
			// Mantine would give it back to the field itself, which has it before Mantine looks.
			returnFocus={false}
			onSpotlightClose={giveFocusBack}
			title={<VisuallyHidden>{text.title}</VisuallyHidden>}
			size={560}
			centered={false}
			yOffset="12vh"
			overlayProps={{}}
			transitionProps={{ duration: 0 }}
			classNames={{ header: classes['header'] ?? '', action: classes['action'] ?? '', actionSection: classes['kind'] ?? '' }}
		>
			<Palette />
		</Spotlight.Root>
	);
};

export const CommandsButton = () => (
	<button type="button" className={sidebar['commands']} aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'} onClick={open}>
		<SearchIcon />
		<span>{text.button}</span>
		<kbd aria-hidden="true">{isMac ? text.macKeys : text.keys}</kbd>
	</button>
);
