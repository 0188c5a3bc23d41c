import type { AnyRouter } from '@orpc/server';

/** What every host gets from `composeApp`: the handlers of the contract, and a way to end them. */
export interface App {
	/** Implements `contract` of `#shared/contract.ts`; needs no context. */
	readonly router: AnyRouter;
	/** Stops what runs, stores it, and lets the files go. A run that was broken off can be resumed. */
	close(): Promise<void>;
}
