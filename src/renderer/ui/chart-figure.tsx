import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { resultWords } from '../messages.ts';
import classes from './chart-figure.module.css';

const text = resultWords.overview;

export interface ChartTable {
	readonly columns: readonly string[];
	/** Cells by line; the first names it, the others are numbers or texts. */
	readonly lines: readonly (readonly string[])[];
	readonly lastIsText?: boolean;
}

interface ChartFigureProps {
	readonly title: string;
	readonly children: ReactNode;
	/** What the chart says, as a table: whoever does not see the chart reads it, and everybody can have it shown. */
	readonly table: ChartTable;
	readonly note?: ReactNode;
}

const TwinTable = ({ title, columns, lines, lastIsText = false }: ChartTable & { readonly title: string }) => (
	<table className={classes['table']} data-last-is-text={lastIsText} aria-label={text.tableOf(title)}>
		<thead>
			<tr>
				{columns.map((column) => (
					<th key={column} scope="col">
						{column}
					</th>
				))}
			</tr>
		</thead>
		<tbody>
			{lines.map(([name, ...cells]) => (
				<tr key={name}>
					<th scope="row">{name}</th>
					{cells.map((cell, index) => (
						// Cells have no identity but their column.
						<td key={columns[index + 1]}>{cell}</td>
					))}
				</tr>
			))}
		</tbody>
	</table>
);

/** A chart with its title and its twin. */
export const ChartFigure = ({ title, children, table, note }: ChartFigureProps) => {
	const [asTable, setAsTable] = useState(false);
	const heading = useId();
	return (
		<section className={classes['figure']} aria-labelledby={heading}>
			<div className={classes['head']}>
				<h2 id={heading}>{title}</h2>
				<Button
					variant="subtle"
					size="compact-xs"
					aria-label={`${asTable ? text.asChart : text.asTable}: ${title}`}
					onClick={() => setAsTable((now) => !now)}
				>
					{asTable ? text.asChart : text.asTable}
				</Button>
			</div>
			{note !== undefined && <p className={classes['note']}>{note}</p>}
			{!asTable && children}
			<div className={asTable ? classes['shown'] : classes['unseen']}>
				<TwinTable title={title} {...table} />
			</div>
		</section>
	);
};
