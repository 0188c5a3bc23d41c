import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { done, failed } from '#shared/outcome.ts';
import { type Api, api, installApi, queries } from '../../../src/renderer/api.ts';
import { useConnection } from '../../../src/renderer/connection.ts';
import { useNotices } from '../../../src/renderer/ui/notices.ts';
import { eventually } from '../../support/eventually.ts';

/** A Node side of which only the calls that a test answers are there. */
const connect = (calls: object): void => {
	installApi(calls as unknown as Api);
	useConnection.getState().opened();
};

const reconnect = (): void => useConnection.getState().opened();

/** Looks at a query as a component does, until the test ends. */
const show = (options: object) => {
	// What the options of a component look like is checked where there is one.
	const observer = new QueryObserver(queries, options as ConstructorParameters<typeof QueryObserver>[1]);
	onTestFinished(observer.subscribe(() => undefined));
	return () => observer.getCurrentResult();
};

const notices = (): number => useNotices.getState().shown.length;

beforeEach(() => {
	useNotices.setState({ shown: [] });
	onTestFinished(() => useConnection.getState().lost());
});

test('an answer is the data of its query', async () => {
	connect({ sites: { list: async () => done(['a']) } });
	const list = show(api.sites.list.queryOptions());
	await eventually(() => expect(list().data).toEqual(['a']));
});

test('a failed answer is the error of its query, asked once, and a notice where no place of its own shows it', async () => {
	const get = vi.fn<() => Promise<unknown>>(async () => failed('run-not-found', { run: 'r1' }));
	connect({ runs: { get } });
	const run = show(api.runs.get.queryOptions({ input: { runId: 'r1' } }));
	await eventually(() => expect(run().error).toMatchObject({ code: 'run-not-found', details: { run: 'r1' } }));
	expect(get).toHaveBeenCalledTimes(1);
	expect(notices()).toBe(1);
});

test('a failure that is shown in its place is no notice as well', async () => {
	connect({ runs: { get: async () => failed('run-not-found') } });
	const run = show(api.runs.get.queryOptions({ input: { runId: 'r1' }, meta: { failure: 'in place' } }));
	await eventually(() => expect(run().error).toMatchObject({ code: 'run-not-found' }));
	expect(notices()).toBe(0);
});

test('a question that was cut is asked again, and nobody hears of a failure', async () => {
	const list = vi
		.fn<() => Promise<unknown>>(async () => done(['a']))
		.mockImplementationOnce(() => {
			useConnection.getState().lost();
			reconnect();
			return Promise.reject(new Error('socket closed'));
		});
	connect({ sites: { list } });
	const shown = show(api.sites.list.queryOptions());
	await eventually(() => expect(shown().data).toEqual(['a']));
	expect(shown().error).toBeNull();
	expect(notices()).toBe(0);
});

test('what is on the screen is asked again over a new connection', async () => {
	let sites = ['a'];
	connect({ sites: { list: async () => done(sites) } });
	const list = show(api.sites.list.queryOptions());
	await eventually(() => expect(list().data).toEqual(['a']));
	sites = ['a', 'b'];
	reconnect();
	await eventually(() => expect(list().data).toEqual(['a', 'b']));
});

test('what is pushed is the data, and goes on over a new connection', async () => {
	let connections = 0;
	const watch = vi.fn<() => AsyncGenerator<unknown>>(async function* () {
		connections += 1;
		yield { step: `first of ${connections}` };
		if (connections > 1) return;
		useConnection.getState().lost();
		throw new Error('socket closed');
	});
	connect({ runs: { watch: async () => watch() } });
	const progress = show(api.runs.watch.experimental_liveOptions({ input: { runId: 'r1' } }));
	await eventually(() => expect(watch).toHaveBeenCalled());
	reconnect();
	await eventually(() => expect(progress()).toMatchObject({ data: { step: `first of ${connections}` }, fetchStatus: 'idle' }));
	expect(connections).toBeGreaterThan(1);
	expect(notices()).toBe(0);
});

test('a change is over when what it changed was asked for again', async () => {
	let sites = ['a', 'b'];
	const remove = vi.fn<() => Promise<unknown>>(async () => {
		sites = ['a'];
		return done(null);
	});
	connect({ sites: { list: async () => done(sites), setReadOnly: remove } });
	const list = show(api.sites.list.queryOptions());
	await eventually(() => expect(list().data).toEqual(['a', 'b']));
	const removal = queries
		.getMutationCache()
		.build(queries, api.sites.setReadOnly.mutationOptions({ meta: { invalidates: [api.sites.key()] } }));
	await removal.execute({ name: 'b', readOnly: true });
	expect(list().data).toEqual(['a']);
});

test('a change whose connection was cut fails: nobody knows what became of it', async () => {
	const remove = vi.fn<() => Promise<unknown>>(() => {
		useConnection.getState().lost();
		return Promise.reject(new Error('socket closed'));
	});
	connect({ sites: { setReadOnly: remove } });
	const removal = queries.getMutationCache().build(queries, api.sites.setReadOnly.mutationOptions());
	await expect(removal.execute({ name: 'b', readOnly: true })).rejects.toMatchObject({ code: 'connection-lost' });
	expect(remove).toHaveBeenCalledTimes(1);
	expect(notices()).toBe(0);
});

test('a notice goes once what failed succeeds, and stays where something else does', async () => {
	const add = vi.fn<() => Promise<unknown>>(async () => done({})).mockImplementationOnce(async () => failed('store-busy'));
	connect({ runs: { cancel: add, resume: async () => done(null) } });
	const cancelling = queries.getMutationCache().build(queries, api.runs.cancel.mutationOptions());
	await expect(cancelling.execute({ runId: 'r1' })).rejects.toMatchObject({ code: 'store-busy' });
	expect(notices()).toBe(1);
	await queries.getMutationCache().build(queries, api.runs.resume.mutationOptions()).execute({ runId: 'r1' });
	expect(notices()).toBe(1);
	await queries.getMutationCache().build(queries, api.runs.cancel.mutationOptions()).execute({ runId: 'r1' });
	expect(notices()).toBe(0);
});

test('a notice leads to the page where the failure is mended', async () => {
	connect({ runs: { resume: async () => failed('token-missing', { site: 'Acme' }) } });
	const resuming = queries.getMutationCache().build(queries, api.runs.resume.mutationOptions());
	await expect(resuming.execute({ runId: 'r1' })).rejects.toMatchObject({ code: 'token-missing' });
	expect(useNotices.getState().shown).toMatchObject([{ place: { to: { at: 'site', name: 'Acme' } } }]);
});
