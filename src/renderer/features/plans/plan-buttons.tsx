import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { planWords } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import classes from './plan-buttons.module.css';
import type { Intention } from './intention.ts';
import { usePlanResult } from './plan-queries.ts';
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

const RunningButtons = ({ plan }: { readonly plan: Plan }) => {
	const input = { planId: plan.id };
	const meta = { invalidates: [api.plans.get.key({ input })] };
	const pausing = useMutation(api.plans.pause.mutationOptions({ meta }));
	const cancelling = useMutation(api.plans.cancel.mutationOptions({ meta }));
	const isAsking = pausing.isPending || cancelling.isPending;
	const pause = (): void => pausing.mutate(input);
	const cancel = (): void => cancelling.mutate(input);
	useCommand({ id: 'pause', label: text.pause, isOffered: !isAsking, run: pause });
	useCommand({ id: 'cancel', label: text.cancel, isOffered: !isAsking, run: cancel });
	return (
		<>
			<Button variant="default" loading={pausing.isPending} disabled={isAsking} onClick={pause}>
				{text.pause}
			</Button>
			<Button variant="default" loading={cancelling.isPending} disabled={isAsking} onClick={cancel}>
				{text.cancel}
			</Button>
		</>
	);
};

/** What can be done with the plan in its state. Everything that changes the site goes through the dialogue. */
export const PlanButtons = ({ plan }: { readonly plan: Plan }) => {
	const result = usePlanResult(plan.id);
	const isReady = result !== undefined;
	const [asked, setAsked] = useState<{ readonly plan: Plan; readonly intention: Intention } | null>(null);
	const want = (intention: Intention): void => setAsked({ plan, intention });
	const retryable = result?.retryableCount ?? 0;
	const left = countLeft(plan);
	const isResting = plan.state !== 'running';
	// Broken off with every row tried, it still has to look at what came of them.
	const canGoOn = plan.state === 'planned' ? left > 0 : isResting && plan.state !== 'finished';
	const all = plan.state === 'planned' ? text.carryOut : text.goOn;
	useCommand({ id: 'all', label: all, isOffered: canGoOn && isReady, run: () => want({ kind: 'all' }) });
	return (
		<div className={classes['buttons']}>
			{plan.state === 'running' && <RunningButtons plan={plan} />}
			{isResting && retryable > 0 && (
				<Button variant={canGoOn ? 'default' : 'filled'} disabled={!isReady} onClick={() => want({ kind: 'retry', count: retryable })}>
					{text.retry(retryable)}
				</Button>
			)}
			{canGoOn && left > 0 && <TrialButton plan={plan} onAsk={(count) => want({ kind: 'first', count })} />}
			{canGoOn && (
				<Button disabled={!isReady} onClick={() => want({ kind: 'all' })}>
					{all}
				</Button>
			)}
			<StartDialog plan={plan} asked={asked} onClose={() => setAsked(null)} />
		</div>
	);
};
