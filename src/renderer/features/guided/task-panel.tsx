import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Plan } from '#shared/plan.ts';
import { causeTexts, failureText, guidedWords, handCheckWords, remedyDetails } from '../../messages.ts';
import panel from '../../ui/detail-panel.module.css';
import { ExternalIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import split from '../../ui/split-view.module.css';
import { HandChecks } from '../checks/hand-checks.tsx';
import { FixSteps } from '../links/fix-steps.tsx';
import { linkCorrections } from '../links/links.ts';
import { useSitePlace } from '../links/site-place.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import { type GuidedTask, whatOpens } from './guided-tasks.ts';
import { useGuidedWork } from './guided-work.ts';
import { copyTask, openTask, taskLink } from './task-page.ts';
import { TaskNote } from './task-note.tsx';

const text = guidedWords.task;

const Unsettled = ({ unsettled }: { readonly unsettled: NonNullable<GuidedTask['unsettled']> }) => (
	<>
		<p>{unsettled.failure === null ? text.unsettled : failureText(unsettled.failure).happened}</p>
		{unsettled.said !== null && (
			<p>
				{text.said}: <q>{unsettled.said}</q>
			</p>
		)}
	</>
);

const TaskButtons = ({ plan, task }: { readonly plan: Plan; readonly task: GuidedTask }) => {
	const isAsking = useGuidedWork((work) => work.asking.has(task.key));
	const place = useSitePlace(plan.site, plan.desk.key);
	const { data: corrections } = useQuery(linkCorrections);
	const isMessage = whatOpens(task.remedy) === 'message' && task.unsettled === null;
	const url = taskLink(task, place, corrections);
	return (
		<div className={page['actions']}>
			{(isMessage || url !== null) && (
				<Button
					rightSection={isMessage ? undefined : <ExternalIcon size={13} />}
					title={isMessage ? undefined : (url ?? undefined)}
					onClick={() => void openTask(plan, task)}
				>
					{isMessage ? text.openMessage : text.open}
				</Button>
			)}
			<Button variant="default" onClick={() => void copyTask(plan, task)}>
				{text.copyAddress}
			</Button>
			<Button variant="default" loading={isAsking} onClick={() => void useGuidedWork.getState().markDone(plan.id, task.key)}>
				{text.done}
			</Button>
			<Button variant="subtle" onClick={() => useGuidedWork.getState().skip(plan.id)}>
				{text.skip}
			</Button>
			<Button variant="subtle" disabled={isAsking} onClick={() => void useGuidedWork.getState().note(plan.id, task.key, { kind: 'later' })}>
				{text.later}
			</Button>
			<Button variant="subtle" disabled={isAsking} onClick={() => useGuidedWork.setState({ refusing: task.key })}>
				{text.cannot}
			</Button>
		</div>
	);
};

/** Whose state a page may show otherwise than the answers do: one person at a time. */
const Checks = ({ plan, task }: { readonly plan: Plan; readonly task: GuidedTask }) => {
	if (task.ids.length > 1) {
		return whatOpens(task.remedy) === 'message' ? <p className={panel['muted']}>{handCheckWords.several(task.ids.length)}</p> : null;
	}
	return (
		<HandChecks
			key={task.key}
			runId={plan.runId}
			email={task.email}
			site={plan.site}
			onKept={() => void useGuidedWork.getState().markDone(plan.id, task.key)}
		/>
	);
};

/** The task in front: what to do, where, for whom, and what was seen when it was asked again. */
export const TaskPanel = ({ plan, task }: { readonly plan: Plan; readonly task: GuidedTask }) => {
	const title = useId();
	const opens = whatOpens(task.remedy);
	const isPerson = task.scope === 'person';
	return (
		<section className={split['main']} aria-labelledby={title} tabIndex={0}>
			<div className={panel['verdict']}>
				<h2 id={title}>{guidedWords.title(task)}</h2>
				<p className={panel['cause']}>
					<CauseDot cause={task.cause} />
					{causeTexts[task.cause].label}
					<span>{isPerson ? [text.line(task.line), task.name].filter(Boolean).join(' · ') : text.waiting(task.ids.length)}</span>
				</p>
				<p>{remedyDetails[task.remedy].does}</p>
				{task.unsettled !== null && <Unsettled unsettled={task.unsettled} />}
				{opens === 'message' && <p>{text.message}</p>}
				{opens === 'list' && <p>{text.list}</p>}
			</div>
			<TaskButtons plan={plan} task={task} />
			<TaskNote plan={plan} task={task} />
			{task.seen !== null && (
				<p>
					<strong>{guidedWords.seen(task.seen)}.</strong>
				</p>
			)}
			<Checks plan={plan} task={task} />
			{opens !== 'message' && (
				<div className={panel['part']}>
					<h3>{text.todo}</h3>
					<FixSteps cause={task.cause} site={plan.site} deskKey={plan.desk.key} email={isPerson ? task.subject : null} isAddedByPlan />
					{opens === 'page' && <p className={panel['muted']}>{text.afterwards}</p>}
				</div>
			)}
		</section>
	);
};
