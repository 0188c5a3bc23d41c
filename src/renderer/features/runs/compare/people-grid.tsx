import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react';
import { causeCatalogue } from '#shared/causes.ts';
import type { ComparedRow } from '#shared/comparison.ts';
import { api } from '../../../api.ts';
import { causeTexts, resultWords } from '../../../messages.ts';
import { goTo } from '../../../route.ts';
import { formatMoment } from '../../../ui/formats.ts';
import { positionsFrom, usePages } from '../../../ui/use-pages.ts';
import { GridLine, HeadCell, lineUnder, VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { ComparedCauseLabel } from './compared-cause.tsx';
import classes from './people-grid.module.css';
import type { PeopleChoice } from './transitions.ts';

const text = resultWords.compare;
const columns = ['email', 'name', 'before', 'after', 'done'] as const;
const elementId = (position: number): string => `person-${position}`;

interface PeopleGridProps {
	readonly before: string;
	readonly after: string;
	readonly choice: PeopleChoice;
}

/** The Node side compares anew for every page: few large ones, which stay as they are while somebody reads. */
const pageSize = 500;
const freshMs = 60_000;

const usePeople = ({ before, after, choice: { from, to } }: PeopleGridProps) =>
	usePages<ComparedRow>(pageSize, (start) => {
		const causes = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), inBoth: from === null && to === null };
		return api.runs.compared.queryOptions({ input: { before, after, ...causes, start, count: pageSize }, staleTime: freshMs });
	});

/** What a plan of either run did about the person; `undefined`: nothing that was looked at again. */
const doneOf = ({ before, after }: ComparedRow): string | undefined => {
	const seen = before?.after ?? after?.after;
	if (seen === undefined) return undefined;
	const when = formatMoment(seen.at);
	return causeCatalogue[seen.cause].standing === 'added' ? text.done.added(when) : text.done.seen(causeTexts[seen.cause].label, when);
};

const Cells = ({ row: { before, after } }: { readonly row: ComparedRow }) => {
	const person = after ?? before;
	const done = doneOf({ before, after });
	return (
		<>
			<div role="gridcell" aria-colindex={1} data-column="email" title={person?.email}>
				{person?.email}
			</div>
			<div role="gridcell" aria-colindex={2} data-column="name" title={person?.name ?? undefined}>
				{person?.name}
			</div>
			<div role="gridcell" aria-colindex={3} data-column="before">
				<ComparedCauseLabel cause={before?.cause ?? 'absent'} />
			</div>
			<div role="gridcell" aria-colindex={4} data-column="after">
				<ComparedCauseLabel cause={after?.cause ?? 'absent'} />
			</div>
			<div role="gridcell" aria-colindex={5} data-column="done" title={done}>
				{done}
			</div>
		</>
	);
};

interface LineProps {
	readonly row: ComparedRow | undefined;
	readonly position: number;
	readonly topPx: number;
	readonly isActive: boolean;
}

const Line = memo(({ row, position, ...line }: LineProps) => (
	<GridLine elementId={elementId(position)} id={position} position={position} columnCount={columns.length} {...line}>
		{row === undefined ? null : <Cells row={row} />}
	</GridLine>
));

/** Who went from what to what; each leads to the person's row, in the later run where it is there. */
export const PeopleGrid = (props: PeopleGridProps) => {
	const { before, after, choice } = props;
	const people = usePeople(props);
	const [active, setActive] = useState(-1);
	const grid = useRef<HTMLDivElement>(null);
	const { show } = people;
	const onShow = useCallback((first: number, last: number) => show(positionsFrom(first, last)), [show]);

	const open = (position: number): void => {
		const row = people.at(position);
		if (row?.after) goTo({ at: 'run', runId: after, row: row.after.id });
		else if (row?.before) goTo({ at: 'run', runId: before, row: row.before.id });
	};
	const onKey = (event: KeyboardEvent): boolean => {
		if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || active < 0) return false;
		open(active);
		return true;
	};
	return (
		<VirtualGrid
			grid={grid}
			label={text.table}
			rowCount={choice.rows}
			columnCount={columns.length}
			active={active}
			elementIdAt={elementId}
			columnsClass={classes['columns'] ?? ''}
			head={columns.map((column, index) => (
				<HeadCell key={column} index={index} column={column}>
					{text.columns[column]}
				</HeadCell>
			))}
			lineAt={(position, topPx) => (
				<Line key={position} row={people.at(position)} position={position} topPx={topPx} isActive={position === active} />
			)}
			onShow={onShow}
			version={choice}
			onMove={setActive}
			onKey={onKey}
			onClick={({ target }) => {
				const line = lineUnder(target);
				if (line !== null) open(line.position);
			}}
		/>
	);
};
