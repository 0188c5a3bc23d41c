import { createPortal } from 'react-dom';
import type { Plan, PlanRow } from '#shared/plan.ts';
import { rowResults } from '#shared/row-results.ts';
import { causeTexts, planStates, planWords, remedyDetails, resultText, resultTexts } from '../../messages.ts';
import { formatCount, formatDuration, formatMoment } from '../../ui/formats.ts';
import { outcomeNote } from './plan-grid.tsx';
import { GroupTitle, RemedyFacts } from './plan-summary.tsx';
import { usePlanResult } from './plan-queries.ts';
import classes from './print-sheet.module.css';

/** About fifteen pages: more is a list for a spreadsheet, and is exported. */
export const mostPrintedRows = 500;

export interface PrintedRows {
	readonly rows: readonly PlanRow[];
	readonly total: number;
	/** ISO 8601. */
	readonly at: string;
}

const text = planWords.print;
const { columns } = planWords.rows;

const RowsTable = ({ rows }: { readonly rows: readonly PlanRow[] }) => (
	<table className={classes['table']}>
		<thead>
			<tr>
				{[columns.row, columns.email, columns.remedy, columns.change, columns.outcome].map((title) => (
					<th key={title} scope="col">
						{title}
					</th>
				))}
			</tr>
		</thead>
		<tbody>
			{rows.map((row) => (
				<tr key={row.id}>
					<td>{row.row}</td>
					<td>{row.email}</td>
					<td>{remedyDetails[row.remedy].label}</td>
					<td>
						{causeTexts[row.before.cause].label}
						{row.after !== null && ` → ${causeTexts[row.after.cause].label}`}
					</td>
					<td>{[resultText(row), outcomeNote(row)].filter(Boolean).join(': ')}</td>
				</tr>
			))}
		</tbody>
	</table>
);

/** The plan on paper. It stands beside the app, unseen until the page is printed, and then alone. */
export const PrintSheet = ({ plan, printed }: { readonly plan: Plan; readonly printed: PrintedRows | null }) => {
	const { remedies: groups = [], counts } = usePlanResult(plan.id) ?? {};
	const { changes, calls, ms } = plan.estimate;
	return createPortal(
		<div className={classes['sheet']} data-print-sheet>
			<h1>{text.title(plan.listName)}</h1>
			<p>
				{[
					plan.site.name,
					`${plan.desk.name} (${plan.desk.key})`,
					planStates[plan.state],
					`${planWords.page.made} ${formatMoment(plan.createdAt)}`,
				].join(' · ')}
			</p>
			<p>{planWords.page.estimate(changes, calls, formatDuration(ms))}</p>
			<p>
				{rowResults
					.filter((one) => (counts?.[one] ?? 0) > 0)
					.map((one) => `${resultTexts[one].label}: ${formatCount(counts?.[one] ?? 0)}`)
					.join(' · ')}
			</p>
			{groups.map((group) => (
				<section key={group.remedy}>
					<div className={classes['group']}>
						<GroupTitle remedy={group.remedy} />
						<span>{planWords.groups.rows(group.rowCount)}</span>
					</div>
					<RemedyFacts group={group} desk={plan.desk.name} />
				</section>
			))}
			{printed === null ? (
				<p>{text.notLoaded}</p>
			) : (
				<>
					<p>
						{text.bounded(printed.rows.length, printed.total)} {text.printed(formatMoment(printed.at))}
					</p>
					<RowsTable rows={printed.rows} />
				</>
			)}
		</div>,
		document.body,
	);
};
