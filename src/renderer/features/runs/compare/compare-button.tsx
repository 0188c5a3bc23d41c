import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { resultWords } from '../../../messages.ts';
import { useRunList } from '../run-list.ts';
import { CompareDialog } from './compare-dialog.tsx';

/** Offered where there is another run. */
export const CompareButton = ({ run, label = resultWords.compare.button }: { readonly run: Run; readonly label?: string }) => {
	const [open, setOpen] = useState(false);
	const hasOther = useRunList(({ runs }) => runs?.some(({ id }) => id !== run.id) ?? false);
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
