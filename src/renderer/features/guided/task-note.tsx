import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { guidedWords, words } from '../../messages.ts';
import { formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { type GuidedTask, isDone } from './guided-tasks.ts';
import classes from './guided-page.module.css';
import { useGuidedWork } from './guided-work.ts';

const text = guidedWords.task;

interface TaskNoteProps {
	readonly plan: Plan;
	readonly task: GuidedTask;
}

const stop = (): void => useGuidedWork.setState({ refusing: null });

/** Why it cannot be done: without a reason nothing is kept. */
const ReasonForm = ({ plan, task }: TaskNoteProps) => {
	const [reason, setReason] = useState(task.note?.kind === 'cannot' ? task.note.reason : '');
	const [isKeeping, setKeeping] = useState(false);
	const keep = async (): Promise<void> => {
		setKeeping(true);
		const isKept = await useGuidedWork.getState().note(plan.id, task.key, { kind: 'cannot', reason: reason.trim() });
		setKeeping(false);
		if (isKept) stop();
	};
	return (
		<form
			className={classes['reason']}
			onSubmit={(event) => {
				event.preventDefault();
				if (reason.trim() !== '') void keep();
			}}
			onKeyDown={(event) => {
				if (event.key === 'Escape') stop();
			}}
		>
			<TextInput
				label={text.reason}
				description={text.reasonHint}
				value={reason}
				maxLength={500}
				data-autofocus
				autoFocus
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<div className={page['actions']}>
				<Button type="submit" disabled={reason.trim() === ''} loading={isKeeping}>
					{text.keepReason}
				</Button>
				<Button variant="default" onClick={stop}>
					{words.common.cancel}
				</Button>
			</div>
		</form>
	);
};

/** What somebody said of the task, by whom and when; or the field for it. */
export const TaskNote = ({ plan, task }: TaskNoteProps) => {
	const isRefusing = useGuidedWork((work) => work.refusing === task.key);
	const isAsking = useGuidedWork((work) => work.asking.has(task.key));
	if (isRefusing) return <ReasonForm plan={plan} task={task} />;
	const { note } = task;
	if (note === null || isDone(task)) return null;
	return (
		<p className={classes['note']}>
			<strong>{guidedWords.note(note)}</strong>
			<span className={page['muted']}>{text.noted(note.user, formatMoment(note.at))}</span>
			<Button
				variant="subtle"
				size="compact-xs"
				disabled={isAsking}
				onClick={() => void useGuidedWork.getState().note(plan.id, task.key, null)}
			>
				{text.takeBack}
			</Button>
		</p>
	);
};
