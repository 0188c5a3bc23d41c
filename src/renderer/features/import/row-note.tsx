import { Button } from '@mantine/core';
import type { CheckedRow, ListPreview, ListState } from '#shared/lists.ts';
import { problemText } from './list-texts.ts';
import { words } from '../../messages.ts';
import { guestIn, rowAt, suggestionIn, useListView } from './list-view.ts';
import classes from './row-note.module.css';

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

interface Props {
	readonly preview: ListPreview;
	readonly state: ListState;
}

const Actions = ({ row, column, state }: { readonly row: CheckedRow; readonly column: number; readonly state: ListState }) => {
	const view = useListView.getState();
	const suggestion = suggestionIn(row) ?? guestIn(row);
	const slips = state.corrections.find(({ from }) => row.address !== null && from === domainOf(row.address));
	return (
		<div className={classes['actions']}>
			{suggestion !== null && (
				<Button onClick={() => void view.acceptHere(false)} title={suggestion}>
					{words.import.acceptOne}
				</Button>
			)}
			{slips !== undefined && slips.rows > 1 && (
				<Button
					variant="default"
					onClick={() => void view.acceptHere(true)}
					aria-label={words.import.acceptAllOf(slips.from, slips.to, slips.rows)}
				>
					{words.import.acceptAll(slips.rows)}
				</Button>
			)}
			{column in row.corrected && (
				<Button variant="default" onClick={() => void view.putBack()}>
					{words.import.putBack}
				</Button>
			)}
			{!row.excluded && (
				<Button
					variant="default"
					onClick={() => {
						view.activate({ position: useListView.getState().active?.position ?? 0, column: state.mapping.email });
						view.edit(true);
					}}
				>
					{words.import.edit}
				</Button>
			)}
			<Button variant="default" onClick={() => void view.toggleExcluded()}>
				{row.excluded ? words.import.include : words.import.exclude}
			</Button>
		</div>
	);
};

/** What is to be said about the active row, and what can be done about it: the line above a sheet, below it. */
export const RowNote = ({ preview, state }: Props) => {
	const active = useListView((view) => view.active);
	useListView((view) => view.version);
	const row = active === null ? undefined : rowAt(active.position);
	if (active === null || row === undefined) return <div className={classes['note']}>{words.import.choosing}</div>;
	const { column } = active;
	const titleOf = (index: number): string => preview.columns[index] ?? '';
	const original = row.cells[column] ?? '';
	return (
		<section className={classes['note']} aria-label={words.import.noteFor(row.row, titleOf(column))}>
			<div className={classes['texts']}>
				<p className={classes['cell']}>
					<span>{words.import.noteFor(row.row, titleOf(column))}</span>
					<strong dir="auto">{row.corrected[column] ?? original}</strong>
				</p>
				<p className={classes['problems']}>
					{column in row.corrected && <span dir="auto">{words.import.originally(original)} </span>}
					{row.excluded
						? words.import.leftOut
						: row.problems.length === 0
							? words.import.fine
							: row.problems.map((problem) => problemText(problem, titleOf)).join(' ')}
				</p>
			</div>
			<Actions row={row} column={column} state={state} />
		</section>
	);
};
