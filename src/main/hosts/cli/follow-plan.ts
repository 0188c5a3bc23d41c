import { Presets, SingleBar } from 'cli-progress';
import type { Plan, PlanProgress } from '#shared/plan.ts';
import type { Services } from '../../services/compose.ts';
import { need } from './terminal.ts';

const stepWords: Record<PlanProgress['step'], string> = {
	connecting: 'connecting',
	changing: 'changing',
	verifying: 'looking again',
	done: 'done',
};

const reached = ({ rowCount, outcomes }: Plan): number => rowCount - (outcomes['not-reached'] ?? 0) - (outcomes.guided ?? 0);

/** Shows the plan until it comes to rest. Ctrl+C lets no further change begin; what is under way is waited for. */
export const followPlan = async ({ remediation, plans }: Services, planId: string): Promise<void> => {
	const bar = new SingleBar(
		{ format: '{bar} {value}/{total} rows  {step}', stream: process.stderr, hideCursor: true, clearOnComplete: false, noTTYOutput: false },
		Presets.shades_classic,
	);
	const stop = (): void => void remediation.cancel(planId);
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	const first = need(plans.plan(planId));
	bar.start(first.rowCount - (first.outcomes.guided ?? 0), reached(first), { step: 'connecting' });
	for await (const { plan, step } of remediation.watch(planId)) bar.update(reached(plan), { step: stepWords[step] });
	bar.stop();
	process.off('SIGINT', stop);
	process.off('SIGTERM', stop);
};
