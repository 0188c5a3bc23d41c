import { ActionIcon, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type MouseEvent, type ReactNode, type RefObject, useId, useRef } from 'react';
import { causeCatalogue } from '#shared/causes.ts';
import { firstLineIn } from '#shared/messages/cause-text.ts';
import type { CleanedThing } from '#shared/lists.ts';
import type { RowAfter, Run, RunRow, RunRowDetail } from '#shared/run.ts';
import { api } from '../../api.ts';
import { causeTexts, certaintyTexts, cleanedText, remedyTexts, words, resultWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { formatMoment } from '../../ui/formats.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import type { PlanScope } from '../plans/plan-dialog.tsx';
import { HandChecks } from '../checks/hand-checks.tsx';
import { FixSteps } from '../links/fix-steps.tsx';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import { EvidenceList } from '../verdicts/evidence-list.tsx';
import classes from '../../ui/detail-panel.module.css';
import { canBeCorrected, CorrectRow } from './correct-row.tsx';
import { RowHistory } from './row-history.tsx';
import { type RunRows, useRowsVersion } from './run-rows.ts';
import { canBePlanned } from './plan-button.tsx';
import { useShownIds } from './run-queries.ts';
import { useRunView } from './run-view.ts';
import { SourceLine } from '../verdicts/source-line.tsx';

const detailDelayMs = 60;

const Part = ({
	title,
	heading,
	children,
}: {
	readonly title: string;
	readonly heading?: RefObject<HTMLHeadingElement | null>;
	readonly children: ReactNode;
}) => (
	<section className={classes['part']} aria-label={title}>
		<h3 ref={heading} tabIndex={heading === undefined ? undefined : -1}>
			{title}
		</h3>
		{children}
	</section>
);

const Fix = ({ row, run, rows, onPlan }: { readonly row: RunRow } & Pick<RowDetailProps, 'run' | 'rows' | 'onPlan'>) => (
	<Part title={words.detail.todo}>
		{row.remedy && <p>{remedyTexts[row.remedy]}</p>}
		{canBeCorrected(row, run) && (
			<CorrectRow key={`${row.id} ${row.email} ${row.suggestion}`} row={row} run={run} onChecked={() => rows.outdate()} />
		)}
		{row.remedy !== null && row.cause !== 'invalid-address' && row.cause !== 'probable-typo' && canBePlanned(run) && (
			<div>
				<Button onClick={() => onPlan([{ label: resultWords.fix.scope(row.email), ids: [row.id] }])}>{resultWords.fix.button}</Button>
			</div>
		)}
		<FixSteps cause={row.cause} site={run.site} deskKey={run.desk?.key ?? null} email={row.email} />
	</Part>
);

/** A cell that holds no address is nobody's, and a row that repeats another says nothing of its own. */
const hasAddress = ({ cause }: RunRow): boolean => cause !== 'invalid-address' && cause !== 'repeated-row' && cause !== 'not-checked';

const corrected: CleanedThing = 'corrected';
const cleanedOff = ({ cleaned }: RunRowDetail): readonly string[] => cleaned.filter((thing) => thing !== corrected);

const Original = ({ detail, run }: { readonly detail: RunRowDetail; readonly run: Run }) => (
	<Part title={words.detail.cells}>
		<dl className={classes['cells']}>
			{detail.cells.map((cell, index) => (
				// Cells have no identity but their place.
				<div key={String(index)}>
					<dt>{run.columns[index] ?? `${index + 1}`}</dt>
					<dd>{cell === '' ? <span className={classes['muted']}>{words.detail.emptyCell}</span> : cell}</dd>
				</div>
			))}
		</dl>
		{detail.cleaned.includes(corrected) && <p className={classes['muted']}>{words.detail.corrected}</p>}
		{cleanedOff(detail).length > 0 && (
			<p className={classes['muted']}>{words.detail.cleaned(cleanedOff(detail).map(cleanedText).join(', '))}</p>
		)}
	</Part>
);

const Verdict = ({ row, run, detail }: { readonly row: RunRow; readonly run: Run; readonly detail: RunRowDetail | null }) => {
	const text = causeTexts[row.cause];
	const person = {
		email: row.email,
		domain: row.email.slice(row.email.lastIndexOf('@') + 1),
		desk: run.desk?.name ?? words.run.allSites,
		suggestion: row.suggestion,
		firstLine: firstLineIn(detail?.verdict.evidence ?? []),
	};
	const { article } = causeCatalogue[row.cause];
	const sentence = text.verdict(person);
	const isHedged = row.certainty === 'likely' && row.cause !== 'probable-typo';
	return (
		<div className={classes['verdict']}>
			<p className={classes['cause']}>
				<CauseDot cause={row.cause} />
				{text.label}
			</p>
			<p className={classes['sentence']}>{isHedged ? `${words.detail.probably}${sentence}` : sentence}</p>
			{row.cause !== 'not-checked' && (
				<p className={classes['muted']}>
					<strong>{certaintyTexts[row.certainty].label}.</strong> {certaintyTexts[row.certainty].meaning}
					{article !== null && ` ${words.detail.article(article)}.`}{' '}
					<a href={routeHash({ at: 'help', page: 'causes', section: row.cause })}>{words.detail.guide}</a>
				</p>
			)}
			{row.suggestion !== null && (
				<p>
					{words.detail.suggestion}: <strong>{row.suggestion}</strong>
				</p>
			)}
		</div>
	);
};

/** The answer that decided comes first; whoever doubts it is one click from all of them. */
const KnownFrom = ({ detail, run, onAsk }: { readonly detail: RunRowDetail | null; readonly run: Run; readonly onAsk: () => void }) => {
	const [decisive] = detail?.verdict.evidence ?? [];
	return (
		<div className={classes['known']} data-offline={run.snapshot !== null}>
			<Button variant="subtle" size="compact-xs" onClick={onAsk}>
				{words.detail.askHow}
			</Button>
			{decisive !== undefined && (
				<p className={classes['knownFrom']}>
					<SourceLine item={decisive} snapshot={run.snapshot} />
				</p>
			)}
		</div>
	);
};

/** What was seen after a plan: the diagnosis stays above it. */
const After = ({ after: { cause, certainty, at, planId }, detail }: { readonly after: RowAfter; readonly detail: RunRowDetail | null }) => (
	<Part title={words.detail.after}>
		<p className={classes['cause']}>
			<CauseDot cause={cause} />
			{causeTexts[cause].label} · {certaintyTexts[certainty].label}
		</p>
		<p className={classes['muted']}>
			<time dateTime={at}>{formatMoment(at)}</time> · <a href={routeHash({ at: 'plan', planId })}>{words.detail.openPlan}</a>
		</p>
		{detail?.verdictAfter !== undefined && (
			<details>
				<summary>{words.detail.askHow}</summary>
				<EvidenceList items={detail.verdictAfter.evidence} snapshot={null} />
			</details>
		)}
	</Part>
);

/** Of a row that repeats another: where that one is, and what was found out of it. */
const First = ({ first, run }: { readonly first: NonNullable<RunRowDetail['first']>; readonly run: Run }) => {
	const { cause, certainty } = first.after ?? first;
	const shown = useShownIds();
	const go = (event: MouseEvent): void => {
		// What is filtered stays so where the row is among it.
		if (!shown.includes(first.id)) return;
		event.preventDefault();
		useRunView.getState().activate(first.id);
	};
	return (
		<Part title={resultWords.fix.firstVerdict}>
			<p className={classes['cause']}>
				<CauseDot cause={cause} />
				{causeTexts[cause].label}
				{cause !== 'not-checked' && ` · ${certaintyTexts[certainty].label}`}
			</p>
			<p>
				<a href={routeHash({ at: 'run', runId: run.id, row: first.id })} onClick={go}>
					{resultWords.fix.firstRow(first.row)}
				</a>
			</p>
		</Part>
	);
};

/** Of the row looked at, once somebody comes to rest on it. */
const useDetail = (runId: string, activeId: number | null): RunRowDetail | null => {
	const [id] = useDebouncedValue(activeId, detailDelayMs);
	const { data } = useQuery(api.runs.row.queryOptions({ input: id === null ? skipToken : { runId, id } }));
	return data !== undefined && data.id === activeId ? data : null;
};

interface RowDetailProps {
	readonly run: Run;
	readonly rows: RunRows;
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
	readonly onClose: () => void;
}

export const RowDetail = ({ run, rows, onPlan, onClose }: RowDetailProps) => {
	const activeId = useRunView((view) => view.activeId);
	const detail = useDetail(run.id, activeId);
	useRowsVersion(rows);
	const title = useId();
	const known = useRef<HTMLHeadingElement>(null);
	if (activeId === null) return null;
	// The table's row stands in until the details have come, so that arrowing through rows does not flash.
	const row = detail ?? rows.get(activeId);
	return (
		<aside className={classes['panel']} aria-labelledby={title}>
			<div className={classes['head']}>
				<div className={classes['names']}>
					<h2 id={title}>{row?.email ?? words.detail.title}</h2>
					<p className={classes['muted']}>
						{row !== undefined && [words.detail.line(row.row), row.name, row.organisation].filter(Boolean).join(' · ')}
					</p>
				</div>
				<ActionIcon aria-label={words.detail.close} title={words.detail.close} onClick={onClose}>
					<CrossIcon />
				</ActionIcon>
			</div>
			{row !== undefined && (
				<div className={classes['body']} tabIndex={0} role="group" aria-labelledby={title}>
					<Verdict row={row} run={run} detail={detail} />
					{detail?.first !== undefined && <First first={detail.first} run={run} />}
					{row.after !== undefined && <After after={row.after} detail={detail} />}
					{row.cause !== 'not-checked' && (
						<KnownFrom
							detail={detail}
							run={run}
							onAsk={() => {
								known.current?.scrollIntoView({ block: 'start' });
								known.current?.focus({ preventScroll: true });
							}}
						/>
					)}
					<Fix row={{ ...row, ...row.after }} run={run} rows={rows} onPlan={onPlan} />
					{detail !== null && hasAddress(detail) && (
						<HandChecks key={detail.id} runId={run.id} email={detail.email} site={run.site} onKept={() => rows.outdate()} />
					)}
					{detail !== null && (
						<>
							<Part title={words.detail.know} heading={known}>
								<EvidenceList items={detail.verdict.evidence} snapshot={run.snapshot} />
							</Part>
							<Original detail={detail} run={run} />
							<RowHistory key={detail.email} email={detail.email} runId={run.id} />
						</>
					)}
				</div>
			)}
		</aside>
	);
};
