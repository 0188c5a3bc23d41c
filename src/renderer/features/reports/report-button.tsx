import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { api } from '../../api.ts';
import { reportDialogWords as text } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { PageLoading } from '../../ui/page-states.tsx';
import { ReportForm } from './report-form.tsx';

/** Asked each time it opens: what was used last may have changed in another window. */
const ReportDialog = ({ runId, onClose }: { readonly runId: string; readonly onClose: () => void }) => {
	const asked = api.reports.offer.queryOptions({ input: { runId }, staleTime: 0, gcTime: 0, meta: { failure: 'in place' } });
	const { data: offer, error } = useQuery(asked);
	if (error !== null) return <FailureNote failure={error} />;
	return offer === undefined ? <PageLoading text={text.loading} /> : <ReportForm runId={runId} offer={offer} onClose={onClose} />;
};

/** The button and its dialogue: a report of a run that has come to rest. */
export const ReportButton = ({ run }: { readonly run: Run }) => {
	const [open, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	const isResting = run.state !== 'running';
	useCommand({ id: 'report', label: text.button, isOffered: isResting, run: () => setOpen(true) });
	if (!isResting) return null;
	return (
		<>
			<Button variant="default" onClick={() => setOpen(true)}>
				{text.button}
			</Button>
			<Modal opened={open} onClose={close} title={text.title} size={560}>
				<ReportDialog runId={run.id} onClose={close} />
			</Modal>
		</>
	);
};
