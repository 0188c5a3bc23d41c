import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { guidedWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites, siteCheck } from '../../sites.ts';
import { CheckIcon, CrossIcon, ListIcon } from '../../ui/icons.tsx';
import header from '../../ui/page-header.module.css';
import { AbsentPage, EmptyPage } from '../../ui/page-states.tsx';
import split from '../../ui/split-view.module.css';
import { VirtualOptions } from '../../ui/virtual-options.tsx';
import { PlanDialog } from '../plans/plan-dialog.tsx';
import { type GuidedTask, isDone } from './guided-tasks.ts';
import { useGuidedWork, workOptions } from './guided-work.ts';
import classes from './guided-page.module.css';
import { KeyHints } from './key-hints.tsx';
import { TaskPanel } from './task-panel.tsx';
import { useTaskKeys } from './use-task-keys.ts';

const text = guidedWords.page;

/** Some pages are addressed by ids that only a check of the site tells. */
const useChecked = (siteName: string | undefined): void => {
	const { data: sites } = useQuery(allSites);
	useQuery({
		...siteCheck(siteName ?? ''),
		enabled: sites?.some(({ name, signIn }) => name === siteName && signIn !== 'address') ?? false,
	});
};

const statusOf = (task: GuidedTask): string => {
	if (task.note !== null && !isDone(task)) return guidedWords.note(task.note);
	return task.seen === null ? guidedWords.kind(task) : guidedWords.seen(task.seen);
};

const TaskOption = ({ task }: { readonly task: GuidedTask }) => {
	const isAsking = useGuidedWork((work) => work.asking.has(task.key));
	const done = isDone(task);
	const { note } = task;
	return (
		<>
			<span className={classes['mark']} data-done={done}>
				{isAsking ? <Loader size={12} /> : done ? <CheckIcon size={12} /> : note?.kind === 'cannot' ? <CrossIcon size={12} /> : null}
			</span>
			<span className={classes['lines']}>
				<span className={classes['title']}>{guidedWords.title(task)}</span>
				<span className={classes['status']} data-blocked={note === null && task.seen !== null && !done}>
					{isAsking ? guidedWords.asking : statusOf(task)}
				</span>
			</span>
		</>
	);
};

/** What the work has cleared the way for. */
const PlanForAddable = ({ plan, ids }: { readonly plan: Plan; readonly ids: ReadonlySet<number> }) => {
	const [open, setOpen] = useState(false);
	if (ids.size === 0) return null;
	return (
		<>
			<Button onClick={() => setOpen(true)}>{text.again(ids.size)}</Button>
			<PlanDialog
				opened={open}
				onClose={() => setOpen(false)}
				runId={plan.runId}
				scopes={[{ label: text.addableScope(ids.size), ids }]}
				choices={plan.choices}
			/>
		</>
	);
};

interface GuidedHeaderProps {
	readonly plan: Plan;
	readonly tasks: readonly GuidedTask[];
	readonly addableIds: ReadonlySet<number>;
}

const GuidedHeader = ({ plan, tasks, addableIds }: GuidedHeaderProps) => {
	const impossible = tasks.filter((task) => !isDone(task) && task.note?.kind === 'cannot').length;
	return (
		<header className={header['header']}>
			<div className={header['top']}>
				<div className={header['names']}>
					<h1>{text.title}</h1>
					<p className={header['facts']}>
						<a href={routeHash({ at: 'plan', planId: plan.id })}>{text.back}</a>
						<span>{plan.listName}</span>
						<span>{plan.site.name}</span>
						<span>
							{plan.desk.name} ({plan.desk.key})
						</span>
						<span className={header['state']}>
							{[text.progress(tasks.filter(isDone).length, tasks.length), ...(impossible > 0 ? [text.impossible(impossible)] : [])].join(
								', ',
							)}
						</span>
					</p>
				</div>
				<PlanForAddable plan={plan} ids={addableIds} />
			</div>
		</header>
	);
};

const Work = ({ plan, tasks }: { readonly plan: Plan; readonly tasks: readonly GuidedTask[] }) => {
	const active = useGuidedWork((work) => work.active);
	const said = useGuidedWork((work) => work.said);
	const list = useRef<HTMLDivElement>(null);
	const isRefusing = useGuidedWork((work) => work.refusing !== null);
	useEffect(() => {
		if (!isRefusing) list.current?.focus();
	}, [isRefusing]);
	useTaskKeys(plan, tasks);
	const task = tasks[active];
	return (
		<>
			<div className={split['split']}>
				<div className={split['side']}>
					<VirtualOptions
						list={list}
						label={text.list}
						count={tasks.length}
						active={active}
						optionAt={(position) => {
							const shown = tasks[position];
							return shown === undefined ? null : <TaskOption task={shown} />;
						}}
						onActivate={useGuidedWork.getState().activate}
					/>
				</div>
				{task !== undefined && <TaskPanel key={task.key} plan={plan} task={task} />}
			</div>
			<div className={classes['foot']}>
				<KeyHints />
				<p className={classes['said']} role="status" title={said}>
					{said}
				</p>
			</div>
		</>
	);
};

const NothingToDo = ({ plan }: { readonly plan: Plan }) => (
	<EmptyPage icon={<ListIcon size={20} />} title={text.emptyTitle} text={text.emptyText}>
		<Button component="a" variant="default" href={routeHash({ at: 'plan', planId: plan.id })}>
			{text.back}
		</Button>
	</EmptyPage>
);

export const GuidedPage = ({ planId }: { readonly planId: string }) => {
	const meta = { failure: 'in place' } as const;
	const plan = useQuery(api.plans.get.queryOptions({ input: { planId }, meta }));
	const work = useQuery(workOptions(planId));
	useChecked(plan.data?.site.name);
	useEffect(() => () => useGuidedWork.getState().leave(), []);
	const failure = plan.error ?? work.error;
	const isThere = plan.data !== undefined && work.data !== undefined;
	if (failure !== null || !isThere) return <AbsentPage failure={failure} text={text.loading} />;
	const { tasks, addableIds } = work.data;
	return (
		<div className={split['view']}>
			<GuidedHeader plan={plan.data} tasks={tasks} addableIds={addableIds} />
			{tasks.length === 0 ? <NothingToDo plan={plan.data} /> : <Work plan={plan.data} tasks={tasks} />}
		</div>
	);
};
