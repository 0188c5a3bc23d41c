import type { Router } from '@orpc/server';
import type { contract } from '#shared/contract.ts';
import type { CallContext } from './handlers.ts';

/** What every host gets from `composeApp`: the handlers of the contract, and a way to end them. */
export interface App {
	readonly router: Router<typeof contract, CallContext>;
	/** Stops what runs, stores it, and lets the files go. A run that was broken off can be resumed. */
	close(): Promise<void>;
}
