import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { leftOver, type PlanResult, rowResults } from '#shared/row-results.ts';
import { api, ask } from '../../api.ts';
import { planWords, resultTexts } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { saveFile } from '../../ui/files.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { hasResult, usePlanResult } from './plan-queries.ts';

const text = planWords.buttons;

const exportFailed = async (planId: string): Promise<void> => {
	const answer = await ask(api.plans.failedRows.call({ planId }));
	if (!answer.ok) {
		showFailure(answer.failure);
		return;
	}
	saveFile(answer.value.name, 'text/csv;charset=utf-8', answer.value.text);
	showInfo(planWords.failedRowsSaved(answer.value.name));
};

/** Whom a next plan leaves alone, and why. */
const othersOf = (counts: PlanResult['counts']): string =>
	rowResults
		.filter((result) => !leftOver.includes(result) && counts[result] > 0)
		.map((result) => `${formatCount(counts[result])} ${resultTexts[result].counted}`)
		.join(', ');

/** For what is still not added once the plan has come to rest. */
const PlanAgain = ({ plan }: { readonly plan: Plan }) => {
	const counts = usePlanResult(plan.id)?.counts;
	const [ids, setIds] = useState<readonly number[]>([]);
	const [open, setOpen] = useState(false);
	const others = counts === undefined ? '' : othersOf(counts);
	const count = leftOver.reduce((sum, result) => sum + (counts?.[result] ?? 0), 0);
	if (count === 0) return null;
	const prepare = async (): Promise<void> => {
		const answer = await ask(api.plans.rowIds.call({ planId: plan.id, results: [...leftOver] }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return;
		}
		setIds(answer.value);
		setOpen(true);
	};
	return (
		<>
			<Button variant="default" onClick={() => void prepare()}>
				{text.again(count)}
			</Button>
			<PlanDialog
				opened={open}
				onClose={() => setOpen(false)}
				runId={plan.runId}
				scopes={[
					{ label: planWords.make.leftOver(ids.length), ids, ...(others === '' ? {} : { note: planWords.make.othersNote(others) }) },
				]}
				choices={plan.choices}
			/>
		</>
	);
};

/** What can be done about rows that are still not added; none of it changes the site. */
export const LeftoverButtons = ({ plan }: { readonly plan: Plan }) => {
	const { rejected = 0, stale = 0, 'needs-person': unsettled = 0 } = plan.outcomes;
	const impossible = usePlanResult(plan.id)?.cannotCount ?? 0;
	if (plan.state === 'running') return null;
	return (
		<>
			{hasResult(plan) && <PlanAgain plan={plan} />}
			{rejected + stale + unsettled + impossible > 0 && (
				<Button variant="default" onClick={() => void exportFailed(plan.id)}>
					{text.exportFailed}
				</Button>
			)}
		</>
	);
};
