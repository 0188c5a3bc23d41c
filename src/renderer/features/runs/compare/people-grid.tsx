import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { causeCatalogue } from '#shared/causes.ts';
import type { ComparedRow } from '#shared/comparison.ts';
import { api } from '../../../api.ts';
import { causeTexts, resultWords } from '../../../messages.ts';
import { goTo } from '../../../route.ts';
import { formatMoment } from '../../../ui/formats.ts';
import { positionsFrom, usePages } from '../../../ui/use-pages.ts';
import { useWidth } from '../../../ui/use-width.ts';
import { GridLine, lineUnder, VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { fitting, tracksFor } from '../columns/column-layout.ts';
import { ComparedCauseLabel } from './compared-cause.tsx';
import { fixedPx, type PeopleColumn, peopleColumns, useKeptPeopleWidths, usePeopleWidths } from './people-columns.ts';
import { PeopleHeader } from './people-header.tsx';
import type { PeopleChoice } from './transitions.ts';

const text = resultWords.compare;
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

/** What stands in a cell; a text can be cut, and is told in full. */
const contentOf = ({ before, after }: ComparedRow, column: PeopleColumn): ReactNode => {
	const person = after ?? before;
	switch (column) {
		case 'email':
			return person?.email;
		case 'name':
			return person?.name;
		case 'before':
			return <ComparedCauseLabel cause={before?.cause ?? 'absent'} />;
		case 'after':
			return <ComparedCauseLabel cause={after?.cause ?? 'absent'} />;
		case 'done':
			return doneOf({ before, after });
	}
};

const Cells = ({ row, columns }: { readonly row: ComparedRow; readonly columns: readonly PeopleColumn[] }) =>
	columns.map((column, index) => {
		const content = contentOf(row, column);
		return (
			<div
				key={column}
				role="gridcell"
				aria-colindex={index + 1}
				data-column={column}
				title={typeof content === 'string' ? content : undefined}
			>
				{content}
			</div>
		);
	});

interface LineProps {
	readonly row: ComparedRow | undefined;
	readonly columns: readonly PeopleColumn[];
	readonly position: number;
	readonly topPx: number;
	readonly isActive: boolean;
}

const Line = memo(({ row, columns, position, ...line }: LineProps) => (
	<GridLine elementId={elementId(position)} id={position} position={position} columnCount={columns.length} {...line}>
		{row === undefined ? null : <Cells row={row} columns={columns} />}
	</GridLine>
));

/** The columns that find room, and their tracks; the same ones for as long as nothing changes. */
const useShownColumns = (element: RefObject<HTMLDivElement | null>) => {
	useKeptPeopleWidths();
	const widthsPx = usePeopleWidths(({ layout }) => layout);
	const availablePx = useWidth(element);
	return useMemo(() => {
		const shown = fitting(peopleColumns, widthsPx, (availablePx ?? Number.POSITIVE_INFINITY) - fixedPx);
		const { template, leastPx } = tracksFor(shown, widthsPx);
		return { columns: shown.map(({ id }) => id), tracks: { template, leastPx: leastPx + fixedPx } };
	}, [widthsPx, availablePx]);
};

/** Who went from what to what; each leads to the person's row, in the later run where it is there. */
export const PeopleGrid = (props: PeopleGridProps) => {
	const { before, after, choice } = props;
	const people = usePeople(props);
	const [active, setActive] = useState(-1);
	const grid = useRef<HTMLDivElement>(null);
	const { columns, tracks } = useShownColumns(grid);
	const said = usePeopleWidths((widths) => widths.said);
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
		<>
			<VirtualGrid
				grid={grid}
				label={text.table}
				rowCount={choice.rows}
				columnCount={columns.length}
				active={active}
				elementIdAt={elementId}
				tracks={tracks}
				head={columns.map((column, index) => <PeopleHeader key={column} id={column} index={index} />)}
				lineAt={(position, topPx) => (
					<Line
						key={position}
						row={people.at(position)}
						columns={columns}
						position={position}
						topPx={topPx}
						isActive={position === active}
					/>
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
			<VisuallyHidden role="status">{said}</VisuallyHidden>
		</>
	);
};
