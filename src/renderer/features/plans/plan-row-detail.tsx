import { ActionIcon } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Change, Plan, PlanRow, PlanRowDetail } from '#shared/plan.ts';
import { resultOfRow } from '#shared/row-results.ts';
import type { StepId } from '#shared/remedies.ts';
import type { Json } from '#shared/verdict.ts';
import {
	accessWords,
	causeTexts,
	failureText,
	changeStates,
	outcomeTexts,
	planWords,
	changeTexts,
	remedyDetails,
	certaintyTexts,
	resultText,
	words,
} from '../../messages.ts';
import { api } from '../../api.ts';
import panel from '../../ui/detail-panel.module.css';
import { formatExactMoment } from '../../ui/formats.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { PageButton } from '../links/page-button.tsx';
import { useSitePlace } from '../links/site-place.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import { EvidenceList } from '../verdicts/evidence-list.tsx';
import { ResultDot } from './result-dot.tsx';
import classes from './plan-row-detail.module.css';
import type { PlanPages } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';
import { remedyDoes } from '#shared/messages/remedy-text.ts';

const text = planWords.detail;
const detailDelayMs = 60;

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
	<section className={panel['part']}>
		<h3>{title}</h3>
		{children}
	</section>
);

const Answer = ({ title, value }: { readonly title: string; readonly value: Json }) => (
	<details>
		<summary>{title}</summary>
		<pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
	</details>
);

const JournalLine = ({ change }: { readonly change: Change }) => (
	<li>
		<span>
			{changeTexts[change.step]}: <strong data-state={change.state}>{changeStates[change.state]}</strong>
		</span>
		<span className={panel['muted']}>
			<time dateTime={change.intentAt}>
				{change.settledAt === null
					? formatExactMoment(change.intentAt)
					: text.at(formatExactMoment(change.intentAt), formatExactMoment(change.settledAt))}
			</time>
		</span>
		<Answer title={text.asked} value={change.asked} />
		{change.answered === null ? (
			<span className={panel['muted']}>{text.noAnswer}</span>
		) : (
			<Answer title={text.answered} value={change.answered} />
		)}
	</li>
);

const Seen = ({ seen }: { readonly seen: NonNullable<PlanRow['after']> }) => (
	<span className={classes['seen']}>
		<CauseDot cause={seen.cause} />
		{causeTexts[seen.cause].label}
		<span className={panel['muted']}>{certaintyTexts[seen.certainty].label}</span>
	</span>
);

/** What a refused creation comes from is a setting, and its page is one click away. */
const RefusedCreation = ({ row, plan }: { readonly row: PlanRow; readonly plan: Plan }) => {
	const place = useSitePlace(plan.site, plan.desk.key);
	const makesAccount = row.steps.includes('create') || row.steps.includes('invite-customer');
	if (!makesAccount || (row.failure?.code !== 'call-refused' && row.failure?.code !== 'sign-up-not-allowed')) return null;
	return (
		<>
			<p>{accessWords.refused}</p>
			<div>
				<PageButton page="customer-access" place={place} label={accessWords.form.open} />
			</div>
		</>
	);
};

const OutcomePart = ({ row, plan }: { readonly row: PlanRow; readonly plan: Plan }) => (
	<div className={panel['verdict']}>
		<p className={panel['cause']}>
			<ResultDot result={resultOfRow(row)} />
			{resultText(row)}
		</p>
		<p className={panel['sentence']}>{row.failure === null ? outcomeTexts[row.outcome] : failureText(row.failure).happened}</p>
		{row.failure !== null && <p className={panel['muted']}>{failureText(row.failure).next}</p>}
		{row.said !== null && (
			<p>
				{text.said}: <q>{row.said}</q>
			</p>
		)}
		<RefusedCreation row={row} plan={plan} />
		{row.stranded && (
			<p className={classes['danger']} role="alert">
				{text.stranded}
			</p>
		)}
		<dl className={panel['cells']}>
			<div>
				<dt>{planWords.groups.before}</dt>
				<dd>
					<Seen seen={row.before} />
				</dd>
			</div>
			<div>
				<dt>{planWords.groups.after}</dt>
				<dd>{row.after === null ? planWords.rows.notSeen : <Seen seen={row.after} />}</dd>
			</div>
		</dl>
	</div>
);

const Steps = ({ row, desk }: { readonly row: PlanRow; readonly desk: string }) => {
	const details = remedyDetails[row.remedy];
	return (
		<Part title={text.willDo}>
			<p>{remedyDoes(details, row.steps)}</p>
			{row.steps.length > 0 && (
				<ol className={panel['steps']}>
					{row.steps.map((step) => (
						<li key={step}>{changeTexts[step]}</li>
					))}
				</ol>
			)}
			<p className={panel['muted']}>
				{planWords.groups.after}: {details.after(desk)}
			</p>
		</Part>
	);
};

const Recorded = ({ detail }: { readonly detail: PlanRowDetail }) => (
	<>
		<Part title={text.journal}>
			{detail.changes.length === 0 ? (
				<p className={panel['muted']}>{text.noJournal}</p>
			) : (
				<ul className={panel['evidence']}>
					{detail.changes.map((change) => (
						<JournalLine key={`${change.step} ${change.intentAt}`} change={change} />
					))}
				</ul>
			)}
		</Part>
		<Part title={text.know}>
			<EvidenceList items={detail.evidence} snapshot={null} />
		</Part>
	</>
);

const useDetail = (planId: string, activeId: number | null): PlanRowDetail | null => {
	const [id] = useDebouncedValue(activeId, detailDelayMs);
	const { data } = useQuery(api.plans.row.queryOptions({ input: id === null ? skipToken : { planId, id } }));
	return data !== undefined && data.id === activeId ? data : null;
};

interface PlanRowPanelProps {
	readonly plan: Plan;
	readonly pages: PlanPages;
	readonly onClose: () => void;
}

/** After these an account may have other roles than before: they are read. */
const changesRoles: ReadonlySet<StepId> = new Set(['restore', 'enable', 'invite', 'assign-role']);

/** What is billed now. That nothing is, is said only where it was read. */
const RolesPart = ({ row, detail }: { readonly row: PlanRow; readonly detail: PlanRowDetail | null }) => {
	const wasRead = detail?.changes.some(({ step, state }) => state === 'applied' && changesRoles.has(step)) === true;
	if (row.billable.length > 0) {
		return (
			<Part title={text.billable}>
				<ul className={classes['billable']}>
					{row.billable.map((role) => (
						<li key={role}>{role}</li>
					))}
				</ul>
			</Part>
		);
	}
	if (row.rolesUnread === true) return <Part title={text.roles}>{text.rolesUnread}</Part>;
	return wasRead && row.phase !== 'waiting' && row.phase !== 'changing' ? <Part title={text.roles}>{text.nothingBilled}</Part> : null;
};

export const PlanRowPanel = ({ plan, pages, onClose }: PlanRowPanelProps) => {
	const active = usePlanView((view) => view.active);
	const detail = useDetail(plan.id, active?.id ?? null);
	const title = useId();
	if (active === null) return null;
	// The table's row stands in until the details have come, so that arrowing through rows does not flash.
	const row = detail ?? pages.at(active.position);
	return (
		<aside className={panel['panel']} aria-labelledby={title}>
			<div className={panel['head']}>
				<div className={panel['names']}>
					<h2 id={title}>{row?.email ?? words.detail.title}</h2>
					<p className={panel['muted']}>
						{row !== undefined && [words.detail.line(row.row), row.name, row.organisation].filter(Boolean).join(' · ')}
					</p>
				</div>
				<ActionIcon aria-label={text.close} title={text.close} onClick={onClose}>
					<CrossIcon />
				</ActionIcon>
			</div>
			{row !== undefined && (
				<div className={panel['body']} tabIndex={0} role="group" aria-labelledby={title}>
					<OutcomePart row={row} plan={plan} />
					<RolesPart row={row} detail={detail} />
					<Steps row={row} desk={plan.desk.name} />
					{detail !== null && <Recorded detail={detail} />}
				</div>
			)}
		</aside>
	);
};
