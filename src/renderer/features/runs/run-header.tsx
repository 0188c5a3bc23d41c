import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { resultWords, shellWords, stateTexts, stepTexts, words } from '../../messages.ts';
import { formatLeft, formatMoment } from '../../ui/formats.ts';
import type { Run, RunProgress } from '#shared/run.ts';
import { useCommand } from '../../ui/commands.ts';
import classes from '../../ui/page-header.module.css';
import { PlanLinks } from '../plans/plan-links.tsx';
import { useRunAgain } from './run-again.ts';
import { RunMenu } from './run-menu.tsx';
import { TellMeButton } from './tell-me-button.tsx';

/** Worth doing something else meanwhile. */
const longMs = 30_000;

export const countCalls = (run: Run): number => Object.values(run.calls).reduce((sum, count) => sum + count, 0);

const RunProgressLine = ({ run, progress }: Pick<RunHeaderProps, 'run' | 'progress'>) => {
	const { step = null, leftMs = null } = progress ?? {};
	const percent = run.rowCount === 0 ? 0 : (run.checkedCount / run.rowCount) * 100;
	const isReading = run.state === 'running' && (step === 'connecting' || step === 'reading-accounts');
	return (
		<div className={classes['progress']}>
			<Progress.Root size={4} className={classes['bar'] ?? ''}>
				<Progress.Section
					value={percent}
					color="var(--mantine-primary-color-filled)"
					aria-label={words.run.progress}
					aria-valuetext={words.run.rowsChecked(run.checkedCount, run.rowCount)}
				/>
			</Progress.Root>
			<p className={classes['numbers']}>
				{step !== null && run.state === 'running' && <span>{stepTexts[step]}</span>}
				<span>{words.run.rowsChecked(run.checkedCount, run.rowCount)}</span>
				<span>{words.run.calls(countCalls(run))}</span>
				{run.state === 'running' && !isReading && leftMs !== null && <span>{formatLeft(leftMs)}</span>}
				{run.state === 'running' && leftMs !== null && leftMs > longMs && <TellMeButton />}
			</p>
		</div>
	);
};

const RunButtons = ({ run }: { readonly run: Run }) => {
	const input = { runId: run.id };
	const meta = { invalidates: [api.runs.get.key({ input })] };
	const cancelling = useMutation(api.runs.cancel.mutationOptions({ meta }));
	const resuming = useMutation(api.runs.resume.mutationOptions({ meta }));
	const again = useRunAgain(run.id);
	const cancel = (): void => cancelling.mutate(input);
	const resume = (): void => resuming.mutate(input);
	useCommand({ id: 'cancel', label: shellWords.commands.cancelRun, isOffered: run.state === 'running', run: cancel });
	useCommand({ id: 'resume', label: shellWords.commands.resumeRun, isOffered: run.state === 'stopped', run: resume });
	if (run.state === 'running') {
		return (
			<Button variant="default" loading={cancelling.isPending} onClick={cancel}>
				{words.run.cancel}
			</Button>
		);
	}
	if (run.state === 'finished') {
		return (
			<Button variant="default" loading={again.isPending} onClick={again.run}>
				{resultWords.runs.again}
			</Button>
		);
	}
	return (
		<Button loading={resuming.isPending} onClick={resume}>
			{words.run.resume}
		</Button>
	);
};

interface RunHeaderProps {
	readonly run: Run;
	/** `null` where it does not go on. */
	readonly progress: RunProgress | null;
	/** The verdicts are others now. */
	readonly onJudged: () => void;
	/** What else can be done with the run. */
	readonly buttons: ReactNode;
}

export const RunHeader = ({ run, progress, onJudged, buttons }: RunHeaderProps) => (
	<header className={classes['header']}>
		<div className={classes['top']}>
			<div className={classes['names']}>
				<h1 title={run.listName}>{run.listName}</h1>
				<p className={classes['facts']}>
					<span>{run.site.name}</span>
					{run.desk !== null && (
						<span>
							{run.desk.name} ({run.desk.key})
						</span>
					)}
					<span className={classes['state']} data-state={run.state}>
						{stateTexts[run.state]}
					</span>
					<span>
						{words.run.started} {formatMoment(run.startedAt)}
					</span>
					{run.state === 'finished' && (
						<span>
							{words.shell.rows(run.rowCount)}, {words.run.callsTotal(countCalls(run))}
						</span>
					)}
				</p>
				<PlanLinks runId={run.id} />
			</div>
			<div className={classes['buttons']}>
				{buttons}
				<RunButtons run={run} />
				<RunMenu run={run} onJudged={onJudged} />
			</div>
		</div>
		{run.state !== 'finished' && <RunProgressLine run={run} progress={progress} />}
	</header>
);
