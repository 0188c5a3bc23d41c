import { expect, test } from './fixtures.ts';
import { expectState, startDemoRun } from './steps.ts';

test.use({ demoOptions: { latencyMs: 400 } });

const askedFor = (requests: readonly { readonly path: string; readonly query: unknown; readonly body: unknown }[]): string[] =>
	requests.map(({ path, query, body }) => `${path} ${JSON.stringify(query)} ${JSON.stringify(body)}`);

test('a reload in the middle of a run changes nothing', async ({ app, demo }) => {
	test.setTimeout(120_000);
	await startDemoRun(app, demo);
	await expectState(app, 'Running');
	const place = app.url();
	await app.reload();
	expect(app.url()).toBe(place);
	await expect(app.getByRole('grid')).toBeVisible();
	await expectState(app, 'Running');
	await app.reload();
	await expectState(app, 'Finished');
	await expect(app.getByText('Not checked yet')).toHaveCount(0);
	await app.getByRole('navigation').getByRole('link', { name: 'Lists & runs' }).click();
	await expect(app.getByRole('table', { name: 'Runs' }).getByRole('row')).toHaveCount(2);
});

test('a cancelled run keeps its verdicts, says so, and resumes without asking twice', async ({ app, demo }) => {
	test.setTimeout(120_000);
	await startDemoRun(app, demo);
	// The first verdicts need no answer; wait until answers are stored.
	await expect.poll(() => demo.requests().filter(({ path }) => path.includes('/users/search')).length, { timeout: 30_000 }).toBeGreaterThan(2);
	await app.getByRole('button', { name: 'Cancel', exact: true }).click();
	await expectState(app, 'Stopped');
	await expect(app.getByText('Cancelled, as you asked.')).toBeVisible();
	await expect(app.getByText(/resuming asks only for the other/)).toBeVisible();
	const atCancel = demo.requests().length;
	await app.waitForTimeout(1500);
	expect(demo.requests().length, 'nothing is asked while the run is stopped').toBe(atCancel);
	const before = askedFor(demo.requests());
	await app.getByRole('button', { name: 'Resume', exact: true }).click();
	await expectState(app, 'Finished');
	const lists = (asked: readonly string[]) => asked.filter((question) => question.startsWith('/admin/v2') && question.includes('emails'));
	const again = lists(askedFor(demo.requests().slice(atCancel))).filter((question) => lists(before.slice(0, -4)).includes(question));
	expect(again, 'what was answered and stored is not asked again').toEqual([]);
});
