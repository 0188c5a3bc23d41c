import { useEffect, useState } from 'react';
import type { Run, RunBreakdown } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';
import { ask } from '../../../client.ts';
import { useConnection } from '../../../connection.ts';
import type { WindowFailure } from '../../../messages.ts';

/** A run that goes on is counted again so long after the last answer: counting takes the Node side's time from checking. */
const lookAgainMs = 3000;

export interface Overview {
	readonly breakdown: RunBreakdown | null;
	readonly unlocks: readonly Unlock[] | null;
	readonly failure: WindowFailure | null;
}

/** What the Node side counts of a run; again after a reconnection, and while the run goes on. */
export const useOverview = ({ id: runId, state }: Run): Overview => {
	const epoch = useConnection((connection) => connection.epoch);
	const [overview, setOverview] = useState<Overview>({ breakdown: null, unlocks: null, failure: null });
	useEffect(() => {
		let isCurrent = true;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = async (): Promise<void> => {
			const [breakdown, unlocks] = await Promise.all([
				ask((api) => api.runs.breakdown({ runId })),
				ask((api) => api.runs.unlock({ runId })),
			]);
			if (!isCurrent) return;
			setOverview((before) => ({
				breakdown: breakdown.ok ? breakdown.value : before.breakdown,
				unlocks: unlocks.ok ? unlocks.value : before.unlocks,
				failure: !breakdown.ok ? breakdown.failure : !unlocks.ok ? unlocks.failure : null,
			}));
			if (state === 'running') timer = setTimeout(() => void look(), lookAgainMs);
		};
		if (epoch > 0) void look();
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [runId, state, epoch]);
	return overview;
};
