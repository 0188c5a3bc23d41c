import { useMutation } from '@tanstack/react-query';
import { allRuns } from '../../activity.ts';
import { api } from '../../api.ts';
import { goTo } from '../../route.ts';

/** Another run over the same rows, in one click; its page opens. */
export const useRunAgain = (runId: string): { readonly isPending: boolean; readonly run: () => void } => {
	const starting = useMutation(
		api.runs.again.mutationOptions({
			meta: { invalidates: [allRuns.queryKey] },
			onSuccess: (started) => goTo({ at: 'run', runId: started.runId }),
		}),
	);
	return { isPending: starting.isPending, run: () => starting.mutate({ runId }) };
};
