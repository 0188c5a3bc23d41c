import { create } from 'zustand';
import type { PlanScope } from '../plans/plan-dialog.tsx';

interface PlanRequest {
	/** For which rows a plan is wanted; `null`: the dialogue is closed. */
	readonly scopes: readonly PlanScope[] | null;
	askFor(scopes: readonly PlanScope[]): void;
	close(): void;
}

/** One dialogue, opened from the page's button, from a row's menu and from the commands. */
export const usePlanRequest = create<PlanRequest>()((set) => ({
	scopes: null,
	askFor: (scopes) => set({ scopes }),
	close: () => set({ scopes: null }),
}));
