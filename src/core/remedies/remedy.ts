import type { CallRemedyId, StepId } from '#shared/remedies.ts';

/** A remedy that the product carries out: its changes in order. Each is left out where reading shows that it is not needed. */
export interface Remedy {
	readonly id: CallRemedyId;
	readonly steps: readonly StepId[];
}
