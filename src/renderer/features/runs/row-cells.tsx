import type { ReactNode } from 'react';
import type { RunRow } from '#shared/run.ts';
import { causeTexts, remedyDetails, certaintyTexts, words } from '../../messages.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import type { ColumnId } from './columns/column-layout.ts';
import classes from './row-grid.module.css';

/** A row's cell as plain text: what is copied, and what a column too narrow for it tells on hovering. */
export const cellText = (row: RunRow, column: ColumnId): string => {
	switch (column) {
		case 'row':
			return String(row.row);
		case 'email':
			return row.email;
		case 'name':
			return row.name ?? '';
		case 'organisation':
			return row.organisation ?? '';
		case 'cause':
			return causeTexts[row.cause].label;
		case 'certainty':
			return row.cause === 'not-checked' ? '' : certaintyTexts[row.certainty].label;
		case 'after':
			return row.after === undefined ? '' : causeTexts[row.after.cause].label;
		case 'remedy':
			return row.remedy === null ? '' : remedyDetails[row.remedy].label;
	}
};

const suggestionOf = ({ suggestion }: RunRow): string => (suggestion === null ? '' : ` ${words.run.suggests(suggestion)}`);

const contentOf = (row: RunRow, column: ColumnId): ReactNode => {
	const text = cellText(row, column);
	const cause = column === 'cause' ? row.cause : column === 'after' ? row.after?.cause : undefined;
	if (cause !== undefined) {
		return (
			<>
				<CauseDot cause={cause} />
				<span>{text}</span>
			</>
		);
	}
	if (column !== 'email' || row.suggestion === null) return text;
	return (
		<>
			{text}
			<span className={classes['suggestion']}>{suggestionOf(row)}</span>
		</>
	);
};

const titleOf = (row: RunRow, column: ColumnId): string | undefined => {
	if (column === 'row' || column === 'certainty' || column === 'cause') return undefined;
	const text = column === 'email' ? `${row.email}${suggestionOf(row)}` : cellText(row, column);
	return text === '' ? undefined : text;
};

interface CellsProps {
	readonly row: RunRow;
	readonly columns: readonly ColumnId[];
	readonly isSelected: boolean;
}

export const Cells = ({ row, columns, isSelected }: CellsProps) => (
	<>
		<div role="gridcell" aria-colindex={1} data-column="select">
			{/* The grid listens for all boxes; Space on the active row does the same. */}
			<input
				type="checkbox"
				className={classes['box']}
				tabIndex={-1}
				aria-label={words.run.select(row.row)}
				checked={isSelected}
				readOnly
			/>
		</div>
		{columns.map((column, index) => (
			<div key={column} role="gridcell" aria-colindex={index + 2} data-column={column} title={titleOf(row, column)}>
				{contentOf(row, column)}
			</div>
		))}
	</>
);
