import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { planWords } from '../../messages/plans.ts';
import { PlanDialog, type PlanScope } from '../plans/plan-dialog.tsx';
import { useRunView } from './run-view.ts';
import { contractFilter } from './view-filter.ts';

/** What is selected comes first, then what the filter shows. */
const useScopes = (): readonly PlanScope[] => {
	const selected = useRunView((view) => view.selection.ids);
	const filter = useRunView((view) => view.filter);
	const shown = useRunView((view) => view.ids?.length ?? 0);
	const rowCount = useRunView((view) => view.run?.rowCount ?? 0);
	const scopes: PlanScope[] = [];
	if (selected.size > 0) scopes.push({ label: planWords.make.selected(selected.size), ids: selected });
	if (shown > 0) scopes.push({ label: planWords.make.shown(shown, shown < rowCount), filter: contractFilter(filter) });
	return scopes;
};

/** From verdicts to a plan: offered once the run has come to rest. */
export const PlanButton = ({ run }: { readonly run: Run }) => {
	const [open, setOpen] = useState(false);
	const scopes = useScopes();
	if (run.state === 'running') return null;
	return (
		<>
			<Button variant={run.state === 'finished' ? 'filled' : 'default'} disabled={scopes.length === 0} onClick={() => setOpen(true)}>
				{planWords.make.button}
			</Button>
			<PlanDialog opened={open} onClose={() => setOpen(false)} runId={run.id} scopes={scopes} />
		</>
	);
};
