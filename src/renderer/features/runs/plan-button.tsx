import { Button } from '@mantine/core';
import type { Run } from '#shared/run.ts';
import { planWords } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import type { PlanScope } from '../plans/plan-dialog.tsx';
import { useShownIds } from './run-queries.ts';
import { useRunView } from './run-view.ts';
import { contractFilter } from './view-filter.ts';

/** What is selected comes first, then what the filter shows. */
const useScopes = ({ rowCount }: Run): readonly PlanScope[] => {
	const selected = useRunView((view) => view.selection.ids);
	const filter = useRunView((view) => view.filter);
	const { length: shown } = useShownIds();
	const scopes: PlanScope[] = [];
	if (selected.size > 0) scopes.push({ label: planWords.make.selected(selected.size), ids: selected });
	if (shown > 0) scopes.push({ label: planWords.make.shown(shown, shown < rowCount), filter: contractFilter(filter) });
	return scopes;
};

/** A run of no service project, as one against files of an admin's is, has nowhere to add people to. */
export const canBePlanned = ({ state, desk }: Run): boolean => state !== 'running' && desk !== null;

/** From verdicts to a plan: offered once the run has come to rest. */
export const PlanButton = ({ run, onPlan }: { readonly run: Run; readonly onPlan: (scopes: readonly PlanScope[]) => void }) => {
	const scopes = useScopes(run);
	const isOffered = canBePlanned(run);
	const plan = (): void => onPlan(scopes);
	useCommand({ id: 'plan', label: planWords.make.button, isOffered: isOffered && scopes.length > 0, run: plan });
	if (!isOffered) return null;
	return (
		<Button variant={run.state === 'finished' ? 'filled' : 'default'} disabled={scopes.length === 0} onClick={plan}>
			{planWords.make.button}
		</Button>
	);
};
