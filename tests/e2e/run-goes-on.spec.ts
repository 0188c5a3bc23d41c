import { expect, test } from './fixtures.ts';
import type { LoggedRequest } from '../../src/demo-site/demo-site.ts';
import { expectState, startDemoRun } from './steps.ts';

const latencyMs = 250;
test.use({ demoOptions: { latencyMs } });

/** Without those that connect: who asks, and with which rights, is made sure of anew. */
const questionsAboutPeople = (requests: readonly LoggedRequest[]): string[] =>
	requests
		.filter(({ path }) => path.endsWith('/users/search') || path.endsWith('/customer'))
		.map(({ method, path, query, body }) => JSON.stringify([method, path, query, body]));

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
	await expect
		.poll(() => demo.requests().filter(({ path }) => path.endsWith('/users/search')).length, { timeout: 30_000 })
		.toBeGreaterThan(2);
	const answered = [...demo.requests()];
	// What the site has sent is still on its way to the disk.
	await app.waitForTimeout(latencyMs);
	await app.getByRole('button', { name: 'Cancel', exact: true }).click();
	await expectState(app, 'Stopped');
	await expect(app.getByText('Cancelled, as you asked.')).toBeVisible();
	await expect(app.getByText(/resuming asks only for the other/)).toBeVisible();
	// The site logs a request with its answer: those on their way when the run was cancelled come late.
	await app.waitForTimeout(2 * latencyMs);
	const atRest = demo.requests().length;
	await app.waitForTimeout(2 * latencyMs);
	expect(demo.requests().length, 'nothing is asked while the run is stopped').toBe(atRest);

	await app.getByRole('button', { name: 'Resume', exact: true }).click();
	await expectState(app, 'Finished');
	await expect(app.getByText('Not checked yet')).toHaveCount(0);
	const known = new Set(questionsAboutPeople(answered));
	expect(known.size).toBeGreaterThan(2);
	const again = questionsAboutPeople(demo.requests().slice(atRest)).filter((question) => known.has(question));
	expect(again, 'what was answered is not asked again').toEqual([]);
});
