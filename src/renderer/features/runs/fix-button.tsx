import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run, RunRow } from '#shared/run.ts';
import { resultWords } from '../../messages.ts';
import { PlanDialog } from '../plans/plan-dialog.tsx';

const text = resultWords.fix;

/** A plan for one row, where there is a remedy and the run has come to rest. */
export const FixButton = ({ row, run }: { readonly row: RunRow; readonly run: Run }) => {
	const [open, setOpen] = useState(false);
	if (row.remedy === null || run.state === 'running') return null;
	return (
		<div>
			<Button onClick={() => setOpen(true)}>{text.button}</Button>
			<PlanDialog opened={open} onClose={() => setOpen(false)} runId={run.id} scopes={[{ label: text.scope(row.email), ids: [row.id] }]} />
		</div>
	);
};
