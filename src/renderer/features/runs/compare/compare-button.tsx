import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { allRuns } from '../../../activity.ts';
import { resultWords } from '../../../messages.ts';
import { CompareDialog } from './compare-dialog.tsx';

/** Offered where there is another run. */
export const CompareButton = ({ run, label = resultWords.compare.button }: { readonly run: Run; readonly label?: string }) => {
	const [open, setOpen] = useState(false);
	const { data: runs = [] } = useQuery(allRuns);
	const hasOther = runs.some(({ id }) => id !== run.id);
	if (!hasOther) return null;
	return (
		<>
			<Button variant="default" onClick={() => setOpen(true)}>
				{label}
			</Button>
			<CompareDialog run={open ? run : null} onClose={() => setOpen(false)} />
		</>
	);
};
