import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { isGuided } from '#shared/remedies.ts';
import { api, queries } from '../../api.ts';
import { planWords } from '../../messages.ts';
import { useNotices } from '../../ui/notices.ts';
import { type Intention, titleOf } from './intention.ts';
import { usePlanResult } from './plan-queries.ts';
import { StartForm } from './start-form.tsx';

interface StartDialogProps {
	/** As it is now. */
	readonly plan: Plan;
	/** The plan as it was when the button was pressed, and what for; `null` while nothing was pressed. */
	readonly asked: { readonly plan: Plan; readonly intention: Intention } | null;
	readonly onClose: () => void;
}

/**
 * The one door to every change of the site. It shows what will be done, starts with the focus on “Cancel”, and closes by
 * itself when the plan is not the one that was opened any more. Where people are removed, nothing moves before the plan's
 * phrase was typed, for exactly the people listed.
 */
export const StartDialog = ({ plan, asked, onClose }: StartDialogProps) => {
	const result = usePlanResult(plan.id);
	const [demanded, setDemanded] = useState(false);
	const close = (): void => {
		setDemanded(false);
		onClose();
	};
	const closeStale = (why: string): void => {
		close();
		useNotices.getState().add({ tone: 'danger', happened: why, next: planWords.confirm.changedNext });
		void queries.invalidateQueries({ queryKey: api.plans.key({ type: 'query', input: { planId: plan.id } }) });
	};
	const needsTyping = asked !== null && asked.plan.confirm !== null && (asked.plan.confirmedAt === null || demanded);
	return (
		<Modal
			opened={asked !== null && result !== undefined}
			onClose={close}
			title={asked === null ? '' : titleOf(asked.intention, needsTyping)}
			size={560}
			closeOnClickOutside={false}
		>
			{asked !== null && result !== undefined && (
				<StartForm
					plan={plan}
					opened={asked.plan}
					intention={asked.intention}
					groups={result.remedies.filter(({ remedy }) => !isGuided(remedy))}
					beyondRetry={result.beyondRetry}
					needsTyping={needsTyping}
					onTypingDemanded={() => setDemanded(true)}
					onClose={close}
					onStale={closeStale}
				/>
			)}
		</Modal>
	);
};
