import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { type ListState, type RowsFilter, warningKinds } from '#shared/lists.ts';
import { editText } from './list-texts.ts';
import { api } from '../../api.ts';
import { filterLabels, words } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { DownIcon, RedoIcon, UndoIcon, UpIcon } from '../../ui/icons.tsx';
import { useImport } from './import-draft.ts';
import { useListView } from './list-view.ts';
import classes from './problem-bar.module.css';

/** Filters that keep their place even at 0; the others come and go with what they count. */
const always: readonly RowsFilter[] = ['all', 'errors'];
const offered: readonly RowsFilter[] = ['all', 'errors', ...warningKinds, 'edited', 'excluded'];

const toneOf = (filter: RowsFilter): string =>
	filter === 'errors'
		? 'error'
		: filter === 'all' || filter === 'edited' || filter === 'excluded'
			? 'none'
			: filter === 'cleaned'
				? 'note'
				: 'warning';

const Chips = ({ counts }: Pick<ListState, 'counts'>) => {
	const chosen = useListView((view) => view.filter);
	const changeFilter = useListView((view) => view.changeFilter);
	const shown = offered.filter((filter) => always.includes(filter) || counts[filter] > 0 || filter === chosen);
	return (
		<fieldset className={classes['chips']} aria-label={words.import.filter}>
			{shown.map((filter) => (
				<button
					key={filter}
					type="button"
					className={classes['chip']}
					data-tone={counts[filter] > 0 ? toneOf(filter) : 'none'}
					aria-pressed={filter === chosen}
					onClick={() => changeFilter(filter === chosen ? 'all' : filter)}
				>
					{filterLabels[filter]}
					<span className={classes['count']}>{formatCount(counts[filter])}</span>
				</button>
			))}
		</fieldset>
	);
};

const Tools = ({ undo, redo }: Pick<ListState, 'undo' | 'redo'>) => {
	const view = useListView.getState();
	return (
		<div className={classes['tools']}>
			<ActionIcon
				size="sm"
				aria-label={words.import.problems.previous}
				title={words.import.problems.previous}
				onClick={() => void view.jump('previous')}
			>
				<UpIcon />
			</ActionIcon>
			<ActionIcon
				size="sm"
				aria-label={words.import.problems.next}
				title={words.import.problems.next}
				onClick={() => void view.jump('next')}
			>
				<DownIcon />
			</ActionIcon>
			<ActionIcon
				size="sm"
				aria-label={words.import.undo}
				title={undo === null ? words.import.undo : words.import.undoWhat(editText(undo))}
				disabled={undo === null}
				onClick={() => void view.undo()}
			>
				<UndoIcon />
			</ActionIcon>
			<ActionIcon
				size="sm"
				aria-label={words.import.redo}
				title={redo === null ? words.import.redo : words.import.redoWhat(editText(redo))}
				disabled={redo === null}
				onClick={() => void view.redo()}
			>
				<RedoIcon />
			</ActionIcon>
		</div>
	);
};

/** More of them push the table down; they are a button away. */
const fewCorrections = 2;

/** Slips that can be put right in all rows at once. */
const Corrections = ({ corrections, suggestions }: Pick<ListState, 'corrections' | 'suggestions'>) => {
	const { accept, acceptAll } = useListView.getState();
	const [isOpen, setOpen] = useState(false);
	if (suggestions === 0) return null;
	const shown = isOpen ? corrections : corrections.slice(0, fewCorrections);
	return (
		<div className={classes['corrections']}>
			<span>{words.import.corrections}</span>
			{(corrections.length !== 1 || corrections[0]?.rows !== suggestions) && (
				<Button size="compact-xs" onClick={() => void acceptAll()}>
					{words.import.acceptEvery(suggestions)}
				</Button>
			)}
			{shown.map(({ from, to, rows }) => (
				<button
					key={from}
					type="button"
					className={classes['chip']}
					data-tone="none"
					title={words.import.correctAll(from, to, rows)}
					onClick={() => void accept(from)}
				>
					{words.import.correction(from, to)}
					<span className={classes['count']}>{words.shell.rows(rows)}</span>
				</button>
			))}
			{corrections.length > shown.length && (
				<Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
					{words.import.moreCorrections(corrections.length - shown.length)}
				</Button>
			)}
		</div>
	);
};

/** All rows a filter shows, out of the run or back into it. */
const AllShown = ({ counts }: Pick<ListState, 'counts'>) => {
	const filter = useListView((view) => view.filter);
	const change = useImport((draft) => draft.change);
	const count = counts[filter];
	if (filter === 'all' || count === 0) return null;
	const excluded = filter !== 'excluded';
	const said = excluded ? words.import.said.left(count) : words.import.said.back(count);
	return (
		<Button
			variant="subtle"
			size="compact-xs"
			onClick={() =>
				void change((listId) => api.lists.exclude.call({ listId, rows: filter, excluded })).then(() => useListView.setState({ said }))
			}
		>
			{excluded ? words.import.leaveAllOut(count) : words.import.takeAllBack(count)}
		</Button>
	);
};

export const ProblemBar = ({ state }: { readonly state: ListState }) => (
	<div className={classes['bar']}>
		<div className={classes['line']}>
			<Chips counts={state.counts} />
			<Tools undo={state.undo} redo={state.redo} />
		</div>
		<div className={classes['offers']}>
			<Corrections corrections={state.corrections} suggestions={state.suggestions} />
			<AllShown counts={state.counts} />
		</div>
	</div>
);
