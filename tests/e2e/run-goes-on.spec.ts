import { expect, test } from './fixtures.ts';
import type { ArrivedRequest } from '../../src/demo-site/demo-site.ts';
import { Gate } from './gate.ts';
import { expectState, goTo, prepareDemoRun, startPreparedRun } from './steps.ts';

const gate = new Gate();
test.use({ demoOptions: { beforeAnswer: gate.pass } });

/** Without those that connect: who asks, and with which rights, is made sure of anew. */
const questionsAboutPeople = (requests: readonly ArrivedRequest[]): string[] =>
	requests
		.filter(({ path }) => path.endsWith('/users/search') || path.endsWith('/customer'))
		.map(({ method, path, query, body }) => JSON.stringify([method, path, query, body]));

test('a reload in the middle of a run changes nothing', async ({ app, demo }) => {
	await prepareDemoRun(app, demo);
	gate.shutAfter((passed) => questionsAboutPeople(passed).length > 2);
	await startPreparedRun(app);
	await expectState(app, 'Running');
	await expect.poll(() => gate.waiting).toBeGreaterThan(0);
	const place = app.url();
	await app.reload();
	expect(app.url()).toBe(place);
	await expect(app.getByRole('grid')).toBeVisible();
	await expectState(app, 'Running');
	await app.reload();
	gate.open();
	await expectState(app, 'Finished');
	await expect(app.getByText('Not checked yet')).toHaveCount(0);
	await app.getByRole('navigation').getByRole('link', { name: 'Lists & runs' }).click();
	await expect(app.getByRole('table', { name: 'Runs' }).getByRole('row')).toHaveCount(2);
});

test('a cancelled run keeps its verdicts, says so, and resumes without asking twice', async ({ app, demo }) => {
	await prepareDemoRun(app, demo);
	gate.shutAfter((passed) => questionsAboutPeople(passed).length > 2);
	await startPreparedRun(app);
	await expect.poll(() => gate.waiting).toBeGreaterThan(0);
	const answered = [...gate.passed];
	// The Node side has answered the window since: what the site had sent it before is stored.
	await app.getByRole('searchbox').fill('@');
	await expect(app.getByText(/^\d+ of 250 rows$/)).toBeVisible();
	await app.getByRole('searchbox').fill('');
	await app.getByRole('button', { name: 'Cancel', exact: true }).click();
	await expectState(app, 'Stopped');
	await expect(app.getByText('Cancelled.')).toBeVisible();
	await expect(app.getByText(/Resume to check the other/)).toBeVisible();
	const atRest = gate.arrived.length;
	gate.open();
	await goTo(app, 'Lists & runs');
	await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
	await app.goBack();
	await expectState(app, 'Stopped');
	expect(gate.arrived.length, 'nothing is asked while the run is stopped').toBe(atRest);

	await app.getByRole('button', { name: 'Resume', exact: true }).click();
	await expectState(app, 'Finished');
	await expect(app.getByText('Not checked yet')).toHaveCount(0);
	const known = new Set(questionsAboutPeople(answered));
	expect(known.size).toBeGreaterThan(2);
	const again = questionsAboutPeople(gate.arrived.slice(atRest)).filter((question) => known.has(question));
	expect(again, 'what was answered is not asked again').toEqual([]);
});
