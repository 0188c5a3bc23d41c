import { type KeyboardEvent, memo, type RefObject } from 'react';
import type { PlanRow } from '#shared/plan.ts';
import { causeTexts, failureText, outcomeTexts, planWords, remedyDetails } from '../../messages.ts';
import { GridLine, HeadCell, lineUnder, VirtualGrid } from '../../ui/virtual-grid.tsx';
import { CauseDot } from '../runs/cause-dot.tsx';
import { OutcomeDot } from './outcome-dot.tsx';
import classes from './plan-grid.module.css';
import { countPlanRows, planRowAt, usePlanView } from './plan-view.ts';

const text = planWords.rows;
const columns = ['row', 'email', 'name', 'remedy', 'change', 'outcome'] as const;

const elementId = (position: number): string => `plan-row-${position}`;

/** What stands behind the outcome, in a few words: the site's own, or ours. */
export const outcomeNote = (row: PlanRow): string | null => {
	if (row.stranded) return text.stranded;
	if (row.said !== null) return row.said;
	if (row.failure !== null) return failureText(row.failure).happened;
	return row.billable.length > 0 ? text.billed : null;
};

const Cells = ({ row }: { readonly row: PlanRow }) => {
	const note = outcomeNote(row);
	const outcome = outcomeTexts[row.outcome].label;
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
				<OutcomeDot outcome={row.outcome} />
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
}

const Line = memo(({ row, position, ...line }: LineProps) => (
	<GridLine elementId={elementId(position)} id={row?.id ?? -1} position={position} columnCount={columns.length} {...line}>
		{row === undefined ? null : <Cells row={row} />}
	</GridLine>
));

const onKey = (event: KeyboardEvent): boolean => {
	if (event.ctrlKey || event.metaKey || event.altKey || event.key !== 'Enter') return false;
	const { active, showDetail } = usePlanView.getState();
	if (active !== null) showDetail(true);
	return true;
};

export const PlanGrid = ({ grid }: { readonly grid: RefObject<HTMLDivElement | null> }) => {
	const active = usePlanView((view) => view.active);
	const version = usePlanView((view) => view.rowsVersion);
	const { loadRows, activate, showDetail } = usePlanView.getState();
	return (
		<VirtualGrid
			grid={grid}
			label={text.table}
			rowCount={countPlanRows() ?? 0}
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
				const row = planRowAt(position);
				const isActive = active !== null && (active.id === null ? active.position === position : active.id === row?.id);
				return <Line key={position} row={row} position={position} topPx={topPx} isActive={isActive} />;
			}}
			onShow={loadRows}
			version={version}
			onMove={activate}
			onKey={onKey}
			onClick={({ target }) => {
				const line = lineUnder(target);
				if (line === null) return;
				activate(line.position);
				showDetail(true);
			}}
		/>
	);
};
