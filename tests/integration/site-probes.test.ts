import { describe, expect, it } from 'vitest';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { ProbeId } from '#shared/probes.ts';
import { runCommand } from '../support/command-line.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../support/demo-app.ts';

const probe = async (app: Awaited<ReturnType<typeof composeOnDemo>>) => {
	const answers = need(await app.services.probes.probe(need(await app.services.sites.connection('demo'))));
	return Object.fromEntries(answers.map((answer) => [answer.probe, answer.answer])) as Record<ProbeId, string>;
};

describe('probing the demo site', () => {
	it('finds out what it shows, with few reads and no change', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		expect(await probe(app)).toEqual({
			'sweep-shows-portal-only': 'yes',
			'desk-shows-inactive': 'yes',
			'open-desk-keeps-list': 'open',
			'reporter-finds-inactive': 'yes',
			'approved-domains-readable': 'yes',
			'filters-combine': 'yes',
			'creation-answers': 'open',
			'creation-obeys-access': 'open',
			'export-headers': 'open',
			'restore-everywhere': 'open',
		});
		const requests = demo.requests();
		expect(requests.length).toBeLessThan(31);
		expect(requests.filter(({ method, path }) => method !== 'GET' && !/\/(search|workspaces|permissions\/check)$/.test(path))).toEqual([]);
		const site = need(app.services.sites.record('demo'));
		expect(app.services.probes.answers(site.url)).toHaveLength(10);
	});

	it('finds out what it does not show', async () => {
		const world = makeWorld();
		world.sweepShowsCustomers = false;
		Object.assign(world.sight, {
			approvedDomainsAnswer: false,
			filtersCombine: false,
			deskQueryShowsInactive: false,
			reporterFindsInactive: false,
		});
		const app = await composeOnDemo(await startDemo({ world }));
		expect(await probe(app)).toMatchObject({
			'sweep-shows-portal-only': 'no',
			'desk-shows-inactive': 'no',
			'reporter-finds-inactive': 'no',
			'approved-domains-readable': 'no',
			'filters-combine': 'no',
		});
	});

	it('is shown as a table on the command line, and again without asking', async () => {
		const demo = await startDemo();
		const dir = await makeTempDir();
		const env = {
			HOME: dir,
			INVITE_DOCTOR_DATA_DIR: dir,
			INVITE_DOCTOR_EMAIL: demo.email,
			INVITE_DOCTOR_API_TOKEN: demo.apiToken,
			INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
		};
		const check = (...more: readonly string[]) =>
			runCommand(['site', 'check', '--site-url', demo.url, '--allow-loopback', ...more], { env });
		expect((await check()).stderr).toContain('has not been checked yet');
		const probed = await check('--probe');
		expect(probed).toMatchObject({ code: 0, stderr: '' });
		expect(probed.stdout).toContain('Available data, as of ');
		expect(probed.stdout).toContain('Approved for service management: halden-group.example, halden-labs.example');
		expect(probed.stdout).toMatch(/^open {2}Can access be restored .*\? Not tested, because testing would change the site\.$/m);
		const before = demo.requests().length;
		const again = await check();
		expect(again.stdout).toContain('Approved for service management');
		expect(
			demo
				.requests()
				.slice(before)
				.some(({ path }) => path.includes('app-access-settings')),
		).toBe(false);
	});
});

describe('a diagnosis of a site that was probed', () => {
	it('finds inactive portal-only accounts by who reported requests, where no list shows them', async () => {
		const world = makeWorld();
		world.sweepShowsCustomers = false;
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		const expected = new Map(makeInviteListRows(world).map(({ row, expected: { cause } }) => [row, cause]));
		const foundInactive = (runId: string) =>
			app.rows(runId).filter(({ row, cause }) => cause === 'portal-account-inactive' && expected.get(row) === cause).length;
		// A hidden twin of an Atlassian account stays hidden: nobody is asked about who has one.
		const isTwin = (row: number) => expected.get(row) === 'duplicate-accounts';
		const wrong = (runId: string) =>
			app.rows(runId).filter(({ row, cause, certainty }) => certainty === 'proven' && cause !== expected.get(row) && !isTwin(row));
		const blind = await app.diagnose();
		await probe(app);
		const seeing = await app.diagnose();
		const all = [...expected.values()].filter((cause) => cause === 'portal-account-inactive').length;
		expect(foundInactive(blind.id)).toBeLessThan(all);
		expect(foundInactive(seeing.id)).toBe(all);
		expect(wrong(seeing.id)).toEqual([]);

		// Looking again after somebody said "done" sees no less.
		const ids = app.rows(seeing.id).flatMap(({ id, cause }) => (cause === 'portal-account-inactive' ? [id] : []));
		const { remediation, sites } = app.services;
		const { planId } = need(await remediation.plan({ runId: seeing.id, ids, choices: cautiousChoices }, demo.email));
		const again = need(await remediation.recheck(planId, ids, need(await sites.connection('demo'))));
		expect(again.map(({ after }) => after?.cause)).toEqual(ids.map(() => 'portal-account-inactive'));
	});

	it('asks for roles one by one where filters do not combine, without a search that is refused', async () => {
		const world = makeWorld({ peoplePerCause: 2, fillers: 3 });
		world.sight.filtersCombine = false;
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		// Searches for people; the one for the asking account is what tells how the site searches.
		const isForPeople = (body: unknown) => !JSON.stringify(body).includes(world.caller.email);
		const refused = () =>
			demo.requests().filter(({ status, path, body }) => status === 400 && path.endsWith('/users/search') && isForPeople(body)).length;
		await app.diagnose();
		const before = refused();
		expect(before).toBeGreaterThan(0);
		await probe(app);
		const afterProbe = refused();
		const run = await app.diagnose();
		expect(refused()).toBe(afterProbe);
		const found = app.rows(run.id).map(({ row, cause }) => ({ row, cause }));
		expect(found).toEqual(makeInviteListRows(world).map(({ row, expected: { cause } }) => ({ row, cause })));
	});

	it('rests on the approved domains that the organisation tells, and proves by them what they shut out', async () => {
		const world = makeWorld({ peoplePerCause: 4, fillers: 3 });
		Object.assign(world.access, { external: false });
		const app = await composeOnDemo(await startDemo({ world }));
		await probe(app);
		const run = await app.diagnose({ access: 'external=off' });
		const approvals = { 'halden-group.example': 'customer', 'halden-labs.example': 'customer', 'halden-contractors.example': 'other-apps' };
		expect(run.access).toMatchObject({ approvedDomains: Object.keys(approvals), approvals, external: false });
		const shutOut = app.rows(run.id).filter(({ cause }) => cause === 'domain-not-approved');
		expect(shutOut.length).toBeGreaterThan(0);
		expect(shutOut.every(({ certainty }) => certainty === 'proven')).toBe(true);
		const unknown = await app.diagnose({ access: '' });
		expect(unknown.access).toMatchObject({ origin: 'read', external: null });
	});
});
