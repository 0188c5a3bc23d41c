import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { planWords } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import classes from './plan-buttons.module.css';
import type { Intention } from './intention.ts';
import { usePlanView } from './plan-view.ts';
import { StartDialog } from './start-dialog.tsx';

const text = planWords.buttons;
const trialRows = 5;
const mostTrialRows = 1_000_000;

/** Rows that Invite Doctor can still try. */
const countLeft = ({ outcomes }: Plan): number => outcomes['not-reached'] ?? 0;

const TrialButton = ({ plan, onAsk }: { readonly plan: Plan; readonly onAsk: (count: number) => void }) => {
	const [typed, setTyped] = useState(String(trialRows));
	const count = Number(typed);
	const isSound = Number.isInteger(count) && count >= 1 && count <= mostTrialRows;
	return (
		<div className={classes['trial']}>
			<Button variant="default" disabled={!isSound} onClick={() => onAsk(Math.min(count, countLeft(plan)))}>
				{text.first(plan.state !== 'planned')}
			</Button>
			<TextInput
				className={classes['count'] ?? ''}
				type="number"
				min={1}
				max={mostTrialRows}
				aria-label={text.firstCount}
				error={!isSound}
				value={typed}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
		</div>
	);
};

const RunningButtons = () => {
	const { asking, pause, cancel } = usePlanView();
	useCommand({ id: 'pause', label: text.pause, isOffered: asking === null, run: () => void pause() });
	useCommand({ id: 'cancel', label: text.cancel, isOffered: asking === null, run: () => void cancel() });
	return (
		<>
			<Button variant="default" loading={asking === 'pause'} disabled={asking !== null} onClick={() => void pause()}>
				{text.pause}
			</Button>
			<Button variant="default" loading={asking === 'cancel'} disabled={asking !== null} onClick={() => void cancel()}>
				{text.cancel}
			</Button>
		</>
	);
};

/** What can be done with the plan in its state. Everything that changes the site goes through the dialogue. */
export const PlanButtons = ({ plan }: { readonly plan: Plan }) => {
	const isReady = usePlanView((view) => view.result !== null);
	const [asked, setAsked] = useState<{ readonly plan: Plan; readonly intention: Intention } | null>(null);
	const want = (intention: Intention): void => setAsked({ plan, intention });
	const { rejected = 0 } = plan.outcomes;
	const left = countLeft(plan);
	const isResting = plan.state !== 'running';
	// Broken off with every row tried, it still has to look at what came of them.
	const canGoOn = plan.state === 'planned' ? left > 0 : isResting && plan.state !== 'finished';
	const all = plan.state === 'planned' ? text.carryOut : text.goOn;
	useCommand({ id: 'all', label: all, isOffered: canGoOn && isReady, run: () => want({ kind: 'all' }) });
	return (
		<div className={classes['buttons']}>
			{plan.state === 'running' && <RunningButtons />}
			{isResting && rejected > 0 && (
				<Button variant={canGoOn ? 'default' : 'filled'} disabled={!isReady} onClick={() => want({ kind: 'retry' })}>
					{text.retry(rejected)}
				</Button>
			)}
			{canGoOn && left > 0 && <TrialButton plan={plan} onAsk={(count) => want({ kind: 'first', count })} />}
			{canGoOn && (
				<Button disabled={!isReady} onClick={() => want({ kind: 'all' })}>
					{all}
				</Button>
			)}
			<StartDialog asked={asked} onClose={() => setAsked(null)} />
		</div>
	);
};
