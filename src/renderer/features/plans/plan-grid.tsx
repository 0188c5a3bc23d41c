import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect } from 'react';
import type { PlanRow } from '#shared/plan.ts';
import { resultOfRow } from '#shared/row-results.ts';
import { causeTexts, failureText, planWords, remedyDetails, resultText } from '../../messages.ts';
import { positionsFrom } from '../../ui/use-pages.ts';
import { GridLine, HeadCell, lineUnder, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import { ResultDot } from './result-dot.tsx';
import classes from './plan-grid.module.css';
import type { PlanPages } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';

const text = planWords.rows;
const columns = ['row', 'email', 'name', 'remedy', 'change', 'outcome'] as const;

const elementId = (position: number): string => `plan-row-${position}`;

/** What stands behind the outcome, in a few words: the site's own, or ours. */
export const outcomeNote = (row: PlanRow): string | null => {
	if (row.stranded) return text.stranded;
	if (row.said !== null) return row.said;
	if (row.failure !== null) return failureText(row.failure).happened;
	if (row.rolesUnread === true) return text.rolesUnread;
	return row.billable.length > 0 ? text.billed : null;
};

const Cells = ({ row, isRunning }: { readonly row: PlanRow; readonly isRunning: boolean }) => {
	const note = outcomeNote(row);
	const isBeingVerified = isRunning && row.phase === 'verifying' && row.after === null;
	const outcome = isBeingVerified ? text.verifying : resultText(row);
	return (
		<>
			<div role="gridcell" aria-colindex={1} data-column="row">
				{row.row}
			</div>
			<div role="gridcell" aria-colindex={2} data-column="email" title={row.email}>
				{row.email}
			</div>
			<div role="gridcell" aria-colindex={3} data-column="name" title={row.name ?? undefined}>
				{row.name}
			</div>
			<div role="gridcell" aria-colindex={4} data-column="remedy" data-destructive={row.destructive}>
				<span>{remedyDetails[row.remedy].label}</span>
			</div>
			<div role="gridcell" aria-colindex={5} data-column="change">
				<CauseDot cause={row.before.cause} />
				<span>{causeTexts[row.before.cause].label}</span>
				{row.after !== null && (
					<>
						<span className={classes['arrow']} aria-label={text.to} role="img">
							→
						</span>
						{row.after.cause === row.before.cause ? (
							<span className={classes['unchanged']}>{text.unchanged}</span>
						) : (
							<>
								<CauseDot cause={row.after.cause} />
								<span>{causeTexts[row.after.cause].label}</span>
							</>
						)}
					</>
				)}
			</div>
			<div
				role="gridcell"
				aria-colindex={6}
				data-column="outcome"
				data-stranded={row.stranded}
				title={note === null ? outcome : `${outcome}: ${note}`}
			>
				<ResultDot result={isBeingVerified ? 'not-tried' : resultOfRow(row)} />
				<span>
					{outcome}
					{note !== null && <span className={classes['note']}> · {note}</span>}
				</span>
			</div>
		</>
	);
};

interface LineProps {
	readonly row: PlanRow | undefined;
	readonly position: number;
	readonly topPx: number;
	readonly isActive: boolean;
	readonly isRunning: boolean;
}

const Line = memo(({ row, position, isRunning, ...line }: LineProps) => (
	<GridLine elementId={elementId(position)} id={row?.id ?? -1} position={position} columnCount={columns.length} {...line}>
		{row === undefined ? null : <Cells row={row} isRunning={isRunning} />}
	</GridLine>
));

const onKey = (event: KeyboardEvent): boolean => {
	if (event.ctrlKey || event.metaKey || event.altKey || event.key !== 'Enter') return false;
	const { active, showDetail } = usePlanView.getState();
	if (active !== null) showDetail(true);
	return true;
};

interface PlanGridProps {
	readonly grid: RefObject<HTMLDivElement | null>;
	readonly pages: PlanPages;
	readonly isRunning: boolean;
}

export const PlanGrid = ({ grid, pages, isRunning }: PlanGridProps) => {
	const { total = 0, at, show } = pages;
	const active = usePlanView((view) => view.active);
	const { activate, showDetail } = usePlanView.getState();
	const onShow = useCallback((first: number, last: number) => show(positionsFrom(first, Math.min(last, total - 1))), [show, total]);
	const arrived = active !== null && active.id === null ? at(active.position)?.id : undefined;
	useEffect(() => {
		if (active !== null && arrived !== undefined) activate(active.position, arrived);
	}, [active, arrived, activate]);
	const move = (position: number): void => activate(position, at(position)?.id ?? null);
	return (
		<VirtualGrid
			grid={grid}
			label={text.table}
			rowCount={total}
			columnCount={columns.length}
			active={active?.position ?? -1}
			elementIdAt={elementId}
			columnsClass={classes['columns'] ?? ''}
			head={columns.map((column, index) => (
				<HeadCell key={column} index={index} column={column}>
					{text.columns[column]}
				</HeadCell>
			))}
			lineAt={(position, topPx) => {
				const row = at(position);
				const isActive = active !== null && (active.id === null ? active.position === position : active.id === row?.id);
				return <Line key={position} row={row} position={position} topPx={topPx} isActive={isActive} isRunning={isRunning} />;
			}}
			onShow={onShow}
			version={total}
			onMove={move}
			onKey={onKey}
			onClick={({ target }) => {
				const line = lineUnder(target);
				if (line === null) return;
				move(line.position);
				showDetail(true);
			}}
		/>
	);
};
