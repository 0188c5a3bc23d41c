/**
 * The window's one way to the Node side. Where a new question goes:
 *
 * - What the server knows is a **query**: `useQuery(api.runs.get.queryOptions({ input: { runId } }))`. No store keeps a copy.
 *   A value is read outside of a component with `queries.getQueryData(api.….queryKey(…))`, or asked for with `queries.fetchQuery`.
 * - What the server tells by itself (`watch`) is a **live** query: `follow(api.….watch.experimental_liveKey(…), …, take)`, where `take`
 *   puts what a push says into the queries that hold it (`queries.setQueryData`), or invalidates them. See `activity.ts`.
 * - What changes something is a **mutation**: `useMutation(api.….mutationOptions({ meta: { invalidates: [api.sites.key()] } }))`.
 *   Whatever it can have changed is named there and asked for again before the mutation is over.
 * - A plain function (a flow of several calls, a page cache) gets an `Outcome` from **`ask(api.….call(…))`**; what it changed it
 *   invalidates.
 *
 * A failed call is an error of type `WindowFailure`. It is shown as a notice, once and from here, unless the place that asked
 * shows it itself and says so: `meta: { failure: 'in place' }`. A lost connection is no failure of a query: it waits for the next
 * one and is asked again, as is everything on the screen. A mutation that was under way fails with `connection-lost`: nobody
 * knows what became of it.
 */
import { type Client as Call, type ClientContext, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { focusManager, MutationCache, QueryCache, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import type { contract } from '#shared/contract.ts';
import { done, type FailureDetails, type Outcome } from '#shared/outcome.ts';
import { reconnectingLink, useConnection } from './connection.ts';
import type { WindowFailure } from './messages.ts';
import { showFailure, useNotices } from './ui/notices.ts';

/** The contract as it is called: failures are values. */
export type Api = ContractRouterClient<typeof contract>;

/** The same calls with failures thrown, as queries and mutations want them. */
type Throwing<T> =
	T extends Call<infer Context extends ClientContext, infer Input, infer Output, infer _Error>
		? Call<
				Context,
				Input,
				Output extends { readonly ok: true; readonly value: infer Value } ? Value : Exclude<Output, { readonly ok: false }>,
				WindowFailure
			>
		: { readonly [Key in keyof T]: Throwing<T[Key]> };

declare module '@tanstack/react-query' {
	interface Register {
		defaultError: WindowFailure;
		queryMeta: { readonly failure?: 'in place' };
		mutationMeta: { readonly failure?: 'in place'; readonly invalidates?: readonly QueryKey[] };
	}
}

let installed: Api | null = null;

/** Opens the connection to the Node side, or takes a client that has one. Called once, by `main.tsx`. */
export const installApi = (client: Api = createORPCClient<Api>(reconnectingLink())): void => {
	installed = client;
	queries.clear();
};

const connected = (): Api => {
	if (installed === null) throw new Error('installApi has not been called');
	return installed;
};

class CallFailed extends Error implements WindowFailure {
	readonly code: WindowFailure['code'];
	readonly details: FailureDetails;
	constructor({ code, details }: WindowFailure) {
		super(code);
		this.code = code;
		this.details = details;
	}
}

/** What a call in the `epoch` came to where it did not answer: a lost connection, or a bug on the Node side. */
const failureOf = (error: unknown, epoch: number): WindowFailure => {
	const connection = useConnection.getState();
	const wasCut = connection.state !== 'open' || connection.epoch !== epoch;
	if (!wasCut) console.error(error);
	return { code: wasCut ? 'connection-lost' : 'internal', details: {} };
};

const translating = async <T>(epoch: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
	try {
		return await work();
	} catch (error) {
		// Nobody waits for it any more.
		if (signal?.aborted === true) throw error;
		throw new CallFailed(failureOf(error, epoch));
	}
};

const isPushes = (answer: unknown): answer is AsyncIterable<unknown> =>
	typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

async function* translatingEach(pushes: AsyncIterable<unknown>, epoch: number, signal: AbortSignal | undefined): AsyncGenerator<unknown> {
	const iterator = pushes[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await translating(epoch, signal, () => iterator.next());
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}

const throwing = createORPCClient<Throwing<Api>>({
	call: async (path, input, { signal }) => {
		const { epoch } = useConnection.getState();
		// oRPC's client is a tree of functions; the contract says what hangs where.
		const call = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], connected());
		const answer = await translating(epoch, signal, () =>
			(call as Call<ClientContext, unknown, unknown, Error>)(input, signal === undefined ? {} : { signal }),
		);
		if (isPushes(answer)) return translatingEach(answer, epoch, signal);
		const outcome = answer as Outcome<unknown>;
		if (outcome.ok) return outcome.value;
		throw new CallFailed(outcome.failure);
	},
});

/** Keys and options for queries and mutations, as the tree of the contract: `api.runs.get.queryOptions({ input: { runId } })`. */
export const api = createTanstackQueryUtils(throwing);

/** A call whose failure is a value: `await ask(api.plans.start.call({ planId }))`. */
export const ask = async <T>(answer: Promise<T>): Promise<Outcome<T, WindowFailure>> => {
	try {
		return done(await answer);
	} catch (error) {
		if (!(error instanceof CallFailed)) throw error;
		return { ok: false, failure: { code: error.code, details: error.details } };
	}
};

/**
 * A live query that hands on every push, one by one: for as long as somebody looks, and over every connection. Its data are the
 * last push; `null` where there was none.
 */
export const follow = <Push>(queryKey: QueryKey, open: (signal: AbortSignal) => Promise<AsyncIterable<Push>>, take: (push: Push) => void) =>
	queryOptions<Push | null>({
		queryKey,
		queryFn: async ({ client: cache, signal }) => {
			let last: Push | null = null;
			for await (const push of await open(signal)) {
				// What was on its way when the last one left is for nobody.
				signal.throwIfAborted();
				take(push);
				cache.setQueryData<Push | null>(queryKey, push);
				last = push;
			}
			return last;
		},
		gcTime: 0,
		// Whoever looks again is told anew.
		staleTime: 0,
		structuralSharing: false,
	});

/** Neither the network nor the focus says anything about a Node side that runs on the same machine. */
focusManager.setFocused(true);

const notice = (failure: WindowFailure, meta: { readonly failure?: 'in place' } | undefined, of: QueryKey | undefined): void => {
	if (meta?.failure !== 'in place') showFailure(failure, of === undefined ? undefined : JSON.stringify(of));
};

/** What failed before and succeeds now needs no notice any more. */
const mended = (of: QueryKey | undefined): void => {
	if (of !== undefined) useNotices.getState().mended(JSON.stringify(of));
};

/** What the server said, for as long as somebody may look at it again. */
export const queries: QueryClient = new QueryClient({
	queryCache: new QueryCache({
		onError: (failure, { meta, queryKey }) => notice(failure, meta, queryKey),
		onSuccess: (_answer, { queryKey }) => mended(queryKey),
	}),
	mutationCache: new MutationCache({
		onError: (failure, _input, _result, { meta, options }) => notice(failure, meta, options.mutationKey),
		onSuccess: (_answer, _input, _result, { options }) => mended(options.mutationKey),
		// Also after a failure: a change whose answer is bad may have been made.
		onSettled: async (_answer, _failure, _input, _result, { meta }) => {
			await Promise.all((meta?.invalidates ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
		},
	}),
	defaultOptions: {
		queries: {
			networkMode: 'always',
			refetchOnWindowFocus: false,
			// Other windows and the command line change things, too: who comes to a page is told anew. Two seconds let the parts of one
			// page share an answer.
			staleTime: 2000,
			gcTime: 5 * 60_000,
			// An Outcome is an answer: asked again it would be the same. A call that was cut waits in the link for the next connection.
			retry: (_count, { code }) => code === 'connection-lost',
			retryDelay: 0,
		},
		mutations: { networkMode: 'always' },
	},
});

useConnection.subscribe((now, before) => {
	if (before.epoch > 0 && now.epoch > before.epoch) void queries.invalidateQueries();
});
