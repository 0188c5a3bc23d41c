import { Button, VisuallyHidden } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ListPreview, ListState, ReadingAccount } from '#shared/lists.ts';
import { words } from '../../messages.ts';
import { ColumnsBar } from './columns-bar.tsx';
import { useImport } from './import-draft.ts';
import { ListGrid } from './list-grid.tsx';
import table from '../../ui/table-page.module.css';
import classes from './import-page.module.css';
import { useListView } from './list-view.ts';
import { ProblemBar } from './problem-bar.tsx';
import { ReadingLine } from './reading-line.tsx';
import { RowNote } from './row-note.tsx';

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/**
 * The keys that work wherever on the page one is, but for fields, which have their own undo; those that change the
 * active row only in the table. Returns whether it took the key.
 */
const takeKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, isInTable: boolean): boolean => {
	const view = useListView.getState();
	if (key === 'F8') void view.jump(shiftKey ? 'previous' : 'next');
	else if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'z') void (shiftKey ? view.redo() : view.undo());
	else if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'y') void view.redo();
	else if (ctrlKey || metaKey || altKey) return false;
	else if (key === 'n' || key === 'p') void view.jump(key === 'n' ? 'next' : 'previous');
	else if (!isInTable) return false;
	else if (key === 'x') void view.toggleExcluded();
	else if (key === 's') void view.splitHere();
	else if (key === 'a' || key === 'A') void view.acceptHere(key === 'A');
	else return false;
	return true;
};

interface Props {
	readonly listId: string;
	readonly preview: ListPreview;
	readonly state: ListState;
	readonly account: ReadingAccount;
}

/** The list itself: its columns, what is wrong with it, its rows, and what is to be said about the one that is active. */
export const ListPane = ({ listId, preview, state, account }: Props) => {
	const grid = useRef<HTMLDivElement>(null);
	const { filter, isEditing, said } = useListView();
	const site = useImport((draft) => draft.site);
	const { format } = preview;
	const as = format.kind === 'workbook' ? format.sheet : format.kind === 'text' ? format.encoding : '';
	const of = `${listId} ${as} ${JSON.stringify(account.choices)}`;
	// Before anything is painted or asked: rows of the list before must not be taken for this one's.
	useLayoutEffect(() => useListView.getState().show(of), [of]);

	const wasEditing = useRef(false);
	useEffect(() => {
		// What was typed is stored: the arrow keys are the table's again.
		if (wasEditing.current && !isEditing) grid.current?.focus({ preventScroll: true });
		wasEditing.current = isEditing;
	}, [isEditing]);

	useWindowEvent('keydown', (event) => {
		const isField = isTyping(event.target);
		if (event.defaultPrevented || (isField && event.key !== 'F8') || document.querySelector('[role=dialog]') !== null) return;
		if (!takeKey(event, event.target === grid.current || event.target === document.body)) return;
		event.preventDefault();
		if (event.key === 'F8' || event.key === 'n' || event.key === 'p') grid.current?.focus({ preventScroll: true });
	});

	return (
		<section className={classes['pane']} aria-label={words.import.list}>
			<ColumnsBar key={`${of} ${site}`} preview={preview} state={state} />
			<ReadingLine account={account} people={state.people} />
			<ProblemBar state={state} />
			<VisuallyHidden id="grid-help">{words.import.gridHelp}</VisuallyHidden>
			{state.counts[filter] === 0 ? (
				<div className={table['nothing']}>
					<p>{words.import.noRows}</p>
					<Button variant="default" onClick={() => useListView.getState().changeFilter('all')}>
						{words.import.showAll}
					</Button>
				</div>
			) : (
				<ListGrid key={of} preview={preview} state={state} grid={grid} />
			)}
			<RowNote preview={preview} state={state} />
			<VisuallyHidden role="status">{said}</VisuallyHidden>
		</section>
	);
};
