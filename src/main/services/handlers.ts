import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { StoreError } from '../storage/sql.ts';

/** What only the client in a host's own process may say beside a question: no door passes it on. */
export interface CallContext {
	/** Where what is made is written to. */
	readonly path?: string;
}

/** Each room implements its part of the contract with this. What the store could not do is an answer, whoever asked. */
export const os = implement(contract)
	.$context<CallContext>()
	.use(async ({ next }, _input, output) => {
		try {
			return await next();
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			return output({ ok: false, failure: error.failure });
		}
	});
