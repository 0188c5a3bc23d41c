import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Run } from '#shared/run.ts';
import { planWords } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import { PlanDialog, type PlanScope } from '../plans/plan-dialog.tsx';
import { usePlanRequest } from './plan-request.ts';
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

const noScopes: readonly PlanScope[] = [];

/** A run of no service project, as one against files of an admin's is, has nowhere to add people to. */
export const canBePlanned = ({ state, desk }: Run): boolean => state !== 'running' && desk !== null;

/** From verdicts to a plan: offered once the run has come to rest. */
export const PlanButton = ({ run }: { readonly run: Run }) => {
	const scopes = useScopes();
	const { scopes: asked, askFor, close } = usePlanRequest();
	// The dialogue stays what it was about while it closes.
	const [last, setLast] = useState(noScopes);
	useEffect(() => {
		if (asked !== null) setLast(asked);
	}, [asked]);
	useEffect(() => close, [close]);
	const isOffered = canBePlanned(run);
	useCommand({ id: 'plan', label: planWords.make.button, isOffered: isOffered && scopes.length > 0, run: () => askFor(scopes) });
	if (!isOffered) return null;
	return (
		<>
			<Button variant={run.state === 'finished' ? 'filled' : 'default'} disabled={scopes.length === 0} onClick={() => askFor(scopes)}>
				{planWords.make.button}
			</Button>
			<PlanDialog opened={asked !== null} onClose={close} runId={run.id} scopes={asked ?? last} />
		</>
	);
};
