import { QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { done } from '#shared/outcome.ts';
import type { Run } from '#shared/run.ts';
import { allRuns, takeRuns } from '../../../src/renderer/activity.ts';
import { type Api, api, installApi, queries } from '../../../src/renderer/api.ts';
import { useConnection } from '../../../src/renderer/connection.ts';
import { eventually } from '../../support/eventually.ts';

const run = (id: string, checkedCount = 0): Run => ({ id, state: 'running', checkedCount }) as Run;

const connect = (runs: readonly Run[]): void => {
	installApi({ runs: { list: async () => done(runs), get: async () => done(runs[0]) } } as unknown as Api);
	useConnection.getState().opened();
	onTestFinished(() => useConnection.getState().lost());
};

const listed = (): readonly string[] | undefined =>
	queries.getQueryData(allRuns.queryKey)?.map(({ id, checkedCount }) => `${id} ${checkedCount}`);

test('what was pushed of runs stands in the list and on their pages; a new one comes first', async () => {
	connect([run('r2'), run('r1')]);
	await queries.fetchQuery(allRuns);
	const page = new QueryObserver(queries, api.runs.get.queryOptions({ input: { runId: 'r2' } }));
	onTestFinished(page.subscribe(() => undefined));
	await eventually(() => expect(page.getCurrentResult().data).toEqual(run('r2')));
	takeRuns([run('r3'), run('r2', 7)]);
	expect(listed()).toEqual(['r3 0', 'r2 7', 'r1 0']);
	expect(page.getCurrentResult().data).toEqual(run('r2', 7));
});

test('a push makes no list of its own where none was asked for: it would lack the others', () => {
	connect([]);
	takeRuns([run('r1')]);
	expect(listed()).toBeUndefined();
});
