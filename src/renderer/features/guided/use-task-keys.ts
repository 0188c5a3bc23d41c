import { useWindowEvent } from '@mantine/hooks';
import type { Plan } from '#shared/plan.ts';
import { isInDialog, isTyping } from '../../ui/keys.ts';
import type { GuidedTask } from './guided-tasks.ts';
import { useGuidedWork } from './guided-work.ts';
import { copyTask, openTask } from './task-page.ts';

/** Keys that mean something else where the focus is. */
const isForElsewhere = (event: KeyboardEvent): boolean => {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
	const { target } = event;
	if (isTyping(target) || isInDialog(target)) return true;
	return event.key === 'Enter' && target instanceof Element && target.closest('button, a, summary, input') !== null;
};

/** The whole work by the keyboard: j and k move, o or Enter opens, c copies, d says “done”, s skips, l puts off, x says that it cannot be done. */
export const useTaskKeys = (plan: Plan, tasks: readonly GuidedTask[]): void => {
	useWindowEvent('keydown', (event) => {
		// A key that is held down moves on; it must not open the same page again and again.
		const isMove = event.key === 'j' || event.key === 'k';
		if (isForElsewhere(event) || (event.repeat && !isMove)) return;
		const { active, activate, markDone, skip, note } = useGuidedWork.getState();
		const task = tasks[active];
		if (task === undefined) return;
		switch (event.key) {
			case 'j':
				activate(Math.min(active + 1, tasks.length - 1));
				break;
			case 'k':
				activate(Math.max(active - 1, 0));
				break;
			case 'o':
			case 'Enter':
				void openTask(plan, task);
				break;
			case 'c':
				void copyTask(plan, task);
				break;
			case 'd':
				void markDone(plan.id, task.key);
				break;
			case 's':
				skip(plan.id);
				break;
			case 'l':
				void note(plan.id, task.key, { kind: 'later' });
				break;
			case 'x':
				useGuidedWork.setState({ refusing: task.key });
				break;
			default:
				return;
		}
		event.preventDefault();
	});
};
