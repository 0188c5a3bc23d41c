import { useQuery } from '@tanstack/react-query';
import type { Run } from '#shared/run.ts';
import { api } from '../../api.ts';
import { reportDialogWords as text } from '../../messages.ts';
import { DialogButton } from '../../ui/dialog.tsx';
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
	if (run.state === 'running') return null;
	return (
		<DialogButton label={text.button} command="report" title={text.title} size={560}>
			{(close) => <ReportDialog runId={run.id} onClose={close} />}
		</DialogButton>
	);
};
