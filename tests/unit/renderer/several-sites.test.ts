import { createRouterClient, implement } from '@orpc/server';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { ListState } from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { type Api, installApi } from '../../../src/renderer/api.ts';
import { useConnection } from '../../../src/renderer/connection.ts';
import { useImport } from '../../../src/renderer/features/import/import-draft.ts';
import { eventually } from '../../support/eventually.ts';
import { useSeveral } from '../../../src/renderer/features/import/several-sites.ts';

interface Asked {
	readonly sites: readonly string[];
	readonly desk?: string | undefined;
}

/** What was kept with the list, as it was chosen. */
let kept: unknown[] = [];

/** A Node side that starts runs, but not on the sites named here. */
const connect = (refused: readonly string[], whole: Outcome<null> = done(null)): Asked[] => {
	const asked: Asked[] = [];
	const os = implement(contract);
	const router = {
		lists: {
			choose: os.lists.choose.handler(({ input }) => {
				kept.push(input.target.several);
				return done(null);
			}),
		},
		runs: {
			list: os.runs.list.handler(() => done([])),
			startMany: os.runs.startMany.handler(({ input: { sites, desk } }) => {
				asked.push({ sites, desk });
				if (!whole.ok) return whole;
				return done(
					sites.map((site) => ({
						site,
						started: refused.includes(site) ? failed('token-missing', { site }) : done({ runId: `run-${site}` }),
					})),
				);
			}),
		},
	};
	installApi(createRouterClient(router) as unknown as Api);
	useConnection.getState().opened();
	onTestFinished(() => useConnection.getState().lost());
	return asked;
};

const state = { mapping: { email: 0, name: null, organisation: null } } as unknown as ListState;
const several = () => useSeveral.getState();

beforeEach(() => {
	globalThis.location = { hash: '' } as Location;
	kept = [];
	connect([]);
	useImport.setState({ stage: 'ready', failure: null, list: { listId: 'l1', preview: {} as never, account: {} as never, state } });
	useSeveral.setState({ result: null });
	useImport.setState({ several: { sites: [], desk: '' } });
});

test('sites are chosen one by one or a client’s at once, each once', () => {
	several().choose(['a'], true);
	several().choose(['a', 'b', 'c'], true);
	several().choose(['b'], false);
	expect(useImport.getState().several?.sites).toEqual(['a', 'c']);
});

test('what is chosen is kept with the list', async () => {
	several().choose(['a'], true);
	several().nameDesk('HELP');
	await eventually(() => expect(kept.at(-1)).toEqual({ sites: ['a'], desk: 'HELP' }));
});

test('what was started is not started twice, and the list stays for the rest', async () => {
	const asked = connect(['b']);
	useImport.setState({ several: { sites: ['a', 'b'], desk: ' HELP ' } });
	await several().start();
	expect(asked).toEqual([{ sites: ['a', 'b'], desk: 'HELP' }]);
	expect(useImport.getState().several?.sites).toEqual(['b']);
	expect(several().result?.started.map(({ site, started }) => [site, started.ok])).toEqual([
		['a', true],
		['b', false],
	]);
	expect(useImport.getState()).toMatchObject({ stage: 'ready', list: { listId: 'l1' } });
});

test('where every site took it, the list is done with and the runs are shown', async () => {
	connect([]);
	useImport.setState({ several: { sites: ['a', 'b'], desk: '' } });
	await several().start();
	expect(several()).toMatchObject({ result: null });
	expect(useImport.getState()).toMatchObject({ stage: 'choosing', list: null, several: null });
	expect(location.hash).toBe('#/runs');
});

test('a list that is gone on the Node side is gone here, and says so', async () => {
	connect([], failed('list-not-found'));
	useImport.setState({ several: { sites: ['a', 'b'], desk: '' } });
	await several().start();
	expect(useImport.getState()).toMatchObject({ stage: 'choosing', list: null, failure: { code: 'list-not-found' } });
	expect(useImport.getState().several?.sites).toEqual(['a', 'b']);
});
