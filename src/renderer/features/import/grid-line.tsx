import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo, useRef } from 'react';
import type { CheckedRow, RowProblem } from '#shared/lists.ts';
import { problemLabel } from './list-texts.ts';
import { words } from '../../messages.ts';
import classes from './list-grid.module.css';
import { suggestionIn, useListView } from './list-view.ts';

export const cellId = (position: number, column: number): string => `cell-${position}-${column}`;

interface LineProps {
	readonly row: CheckedRow | undefined;
	readonly position: number;
	readonly top: number;
	readonly columns: readonly { readonly index: number; readonly start: number; readonly size: number }[];
	readonly columnCount: number;
	readonly email: number;
	readonly activeColumn: number | null;
	/** Title of the column whose cell is being edited; `null`: none is. */
	readonly editing: string | null;
}

/** Problems of the row's shape stand at its number, all others in the cell they are about. */
const problemsAt = (row: CheckedRow, column: number | 'line', email: number): readonly RowProblem[] =>
	row.problems.filter((problem) => {
		switch (problem.kind) {
			case 'ragged-row':
			case 'unclosed-quote':
				return column === 'line';
			case 'replaced-characters':
				return typeof column === 'number' && problem.columns.includes(column);
			default:
				return column === email;
		}
	});

const toneOf = (problems: readonly RowProblem[]): string | undefined =>
	problems.some(({ kind }) => kind === 'error')
		? 'error'
		: problems.some(({ kind }) => kind !== 'cleaned')
			? 'warning'
			: problems.length > 0
				? 'note'
				: undefined;

const Marks = ({ problems }: { readonly problems: readonly RowProblem[] }) =>
	problems.length === 0 ? null : <VisuallyHidden>, {problems.map(problemLabel).join(', ')}</VisuallyHidden>;

const Editor = ({ text, label }: { readonly text: string; readonly label: string }) => {
	const isOver = useRef(false);
	const finish = (value: string, then: 'down' | 'up' | 'left' | 'right' | 'stay'): void => {
		if (isOver.current) return;
		isOver.current = true;
		void useListView.getState().commit(value, then);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		event.stopPropagation();
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape') {
			isOver.current = true;
			useListView.getState().edit(false);
		} else if (event.key === 'Enter') finish(event.currentTarget.value, event.shiftKey ? 'up' : 'down');
		else if (event.key === 'Tab') finish(event.currentTarget.value, event.shiftKey ? 'left' : 'right');
		else return;
		event.preventDefault();
	};
	return (
		<input
			className={classes['editor']}
			aria-label={label}
			defaultValue={text}
			maxLength={2000}
			spellCheck={false}
			dir="auto"
			autoFocus
			onFocus={(event) => event.currentTarget.select()}
			onKeyDown={onKeyDown}
			onBlur={(event) => finish(event.currentTarget.value, 'stay')}
		/>
	);
};

export const GridLine = memo(({ row, position, top, columns, columnCount, email, activeColumn, editing }: LineProps) => {
	const shape = row === undefined ? [] : problemsAt(row, 'line', email);
	return (
		<div
			role="row"
			aria-rowindex={position + 2}
			aria-selected={activeColumn !== null}
			className={classes['line']}
			data-position={position}
			data-excluded={row?.excluded}
			style={{ transform: `translateY(${top}px)` }}
		>
			<div role="rowheader" aria-colindex={1} className={classes['number']} data-tone={toneOf(shape)}>
				{row?.row}
				<Marks problems={shape} />
			</div>
			{row === undefined ? (
				<div role="gridcell" aria-colindex={2} aria-colspan={columnCount} className={classes['waiting']}>
					<span />
				</div>
			) : (
				columns.map(({ index, start, size }) => {
					const text = row.corrected[index] ?? row.cells[index] ?? '';
					const problems = problemsAt(row, index, email);
					const tone = toneOf(problems);
					const suggestion = index === email ? suggestionIn(row) : null;
					const isActive = activeColumn === index;
					return (
						<div
							key={index}
							id={cellId(position, index)}
							role="gridcell"
							aria-colindex={index + 2}
							aria-invalid={tone === 'error' || undefined}
							className={classes['cell']}
							data-column={index}
							title={text}
							data-tone={tone}
							data-active={isActive}
							data-corrected={index in row.corrected || undefined}
							style={{ left: start, width: size }}
						>
							{isActive && editing !== null ? (
								<Editor text={text} label={words.import.editing(editing, row.row)} />
							) : (
								<>
									<span className={classes['text']} dir="auto">
										{text}
										{suggestion !== null && <span className={classes['suggestion']}> {words.run.suggests(suggestion)}</span>}
									</span>
									<Marks problems={problems} />
								</>
							)}
						</div>
					);
				})
			)}
		</div>
	);
});
