import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { askedTwice, composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';
import { findListed } from '../support/demo-people.ts';
import { changeRecords, type Tamper } from '../support/tampering-proxy.ts';

type Judged = { readonly row: number; readonly cause: string; readonly certainty: string };

const judgedOf = (app: DemoApp, runId: string): readonly Judged[] =>
	app.rows(runId).map(({ row, cause, certainty }) => ({ row, cause, certainty }));

const expectedOf = (demo: DemoSite): readonly Judged[] => makeInviteListRows(demo.world).map(({ row, expected }) => ({ row, ...expected }));

const told = (app: DemoApp, runId: string, email: string) =>
	app.rows(runId).find((one) => one.email === email && one.cause !== 'repeated-row');

const search = /\/directories\/-\/users\/search$/;

describe('diagnosing the demo list', () => {
	it('finds the cause and certainty of every row', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const run = await app.diagnose();
		expect(run).toMatchObject({ state: 'finished', stop: null, rowCount: 250, checkedCount: 250, findings: [], desk: { key: 'HELP' } });
		expect(judgedOf(app, run.id)).toEqual(expectedOf(demo));
		expect(askedTwice(demo.requests())).toEqual([]);
	});

	it('counts exactly the requests the site has seen', async () => {
		const demo = await startDemo();
		const run = await (await composeOnDemo(demo)).diagnose();
		const counted = Object.values(run.calls).reduce((sum, n) => sum + n, 0);
		expect(counted).toBe(demo.requests().length);
	});

	it('finds it all where Internal and External are off', async () => {
		const world = makeWorld({ access: 'closed' });
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		const run = await app.diagnose();
		const rows = makeInviteListRows(world);
		expect(judgedOf(app, run.id)).toEqual(rows.map(({ row, expectedWhenClosed }) => ({ row, ...expectedWhenClosed })));
		// A typo never hides what blocks: the right address would be refused as well. The suggestion is told all the same.
		const typos = app.rows(run.id).filter(({ suggestion }) => suggestion !== null);
		expect(typos.length).toBeGreaterThan(0);
		for (const typo of typos) expect(typo).toMatchObject({ cause: 'customer-access-closed', suggestion: expect.stringContaining('@') });
	});

	it('changes nothing on the site', async () => {
		const demo = await startDemo();
		await (await composeOnDemo(demo)).diagnose();
		const changing = demo.requests().filter(({ method, path }) => method !== 'GET' && !/\/(?:users\/search|workspaces)$/.test(path));
		expect(changing).toEqual([]);
	});

	it('proves nobody new without knowing the customer access', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const run = await app.diagnose({ access: '' });
		const fresh = app.rows(run.id).filter(({ cause }) => cause === 'ready-new');
		expect(fresh.length).toBeGreaterThan(0);
		expect(new Set(fresh.map(({ certainty }) => certainty))).toEqual(new Set(['likely']));
		expect(app.rows(run.id).some(({ cause }) => cause === 'domain-not-approved' || cause === 'customer-access-closed')).toBe(false);
	});

	it('says of a desk without the portal permission what is wrong, once', async () => {
		const demo = await startDemo();
		const run = await (await composeOnDemo(demo)).diagnose({ desk: 'BROKEN' });
		expect(run.findings).toMatchObject([{ cause: 'desk-permission-missing', certainty: 'proven' }]);
		expect(run.state).toBe('finished');
	});

	it('proves no readiness on an open desk that lists nobody, until the site was seen to keep such lists', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const run = await app.diagnose({ desk: 'OPEN' });
		const ready = app.rows(run.id).filter(({ cause }) => cause === 'ready-existing');
		expect(ready.length).toBeGreaterThan(0);
		expect(ready.every(({ certainty }) => certainty === 'likely')).toBe(true);
		expect(app.rows(run.id).some(({ cause }) => cause === 'already-customer')).toBe(false);
		const site = need(await app.services.sites.connection('demo'));
		const toldBy = async () => need(await app.services.probes.probe(site)).find((one) => one.probe === 'open-desk-keeps-list');
		expect(await toldBy()).toMatchObject({ answer: 'open', reason: 'list-empty' });

		demo.world.sight.openDeskKeepsList = true;
		expect(await toldBy()).toMatchObject({ answer: 'open', reason: 'list-empty' });
		const open = demo.world.desks.find(({ key }) => key === 'OPEN');
		const [member = ''] = demo.world.customers.keys();
		open?.members.add(member);
		expect(await toldBy()).toMatchObject({ answer: 'yes', reason: 'seen' });
		open?.members.clear();
		const again = await app.diagnose({ desk: 'OPEN' });
		const proven = app.rows(again.id).filter(({ cause }) => cause === 'ready-existing');
		expect(proven.filter(({ certainty }) => certainty === 'proven').length).toBeGreaterThan(0);
	});
});

describe('with less to see', () => {
	it('without an organisation key gives no wrong verdict: what the directory would tell stays undetermined', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo, { hasOrgKey: false });
		const run = await app.diagnose();
		expect(run.state).toBe('finished');
		const expected = new Map(expectedOf(demo).map(({ row, cause }) => [row, cause]));
		const wrong = judgedOf(app, run.id).filter(({ row, cause }) => cause !== 'undetermined' && cause !== expected.get(row));
		expect(wrong).toEqual([]);
		const causes = (of: string) => new Set(judgedOf(app, run.id).flatMap(({ row, cause }) => (expected.get(row) === of ? [cause] : [])));
		expect(causes('access-revoked')).toEqual(new Set(['undetermined']));
		expect(causes('ready-new')).toEqual(new Set(['undetermined']));
		// Who hides the address from the site can be joined with the desk's list by the directory only.
		const hidden = (email: string) => demo.world.usersByEmail.get(email)?.emailHidden === true;
		const customers = app.rows(run.id).filter(({ row, email }) => expected.get(row) === 'already-customer' && !hidden(email));
		expect(new Set(customers.map(({ cause }) => cause))).toEqual(new Set(['already-customer']));
		expect(demo.requests().some(({ path }) => path.startsWith('/admin/') || path.startsWith('/users/'))).toBe(false);
	});

	it('on a site that hides its portal-only accounts proves nobody new', async () => {
		const world = makeWorld();
		world.sweepShowsCustomers = false;
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		const run = await app.diagnose();
		const rows = app.rows(run.id);
		const aboutNew = rows.filter(({ cause }) => ['ready-new', 'domain-not-approved', 'customer-access-closed'].includes(cause));
		expect(aboutNew.length).toBeGreaterThan(0);
		expect(aboutNew.filter(({ certainty }) => certainty !== 'likely')).toEqual([]);
		// What needs no portal-only record is judged as before.
		const expected = new Map(expectedOf(demo).map((one) => [one.row, one]));
		const revoked = judgedOf(app, run.id).filter(({ row }) => expected.get(row)?.cause === 'access-revoked');
		expect(revoked).toEqual(revoked.map(({ row }) => expected.get(row)));
	});
});

describe('a run that has to stop', () => {
	it('keeps its finished rows when the organisation key is revoked in the middle, and asks nothing twice after', async () => {
		const demo = await startDemo();
		let revoked = false;
		let roleQuestions = 0;
		const app = await composeOnDemo(demo, {
			tamper: {
				instead: ({ path }) => {
					if (path.endsWith('/role-assignments') && ++roleQuestions === 10) revoked = true;
					return revoked && path.startsWith('/admin/') ? { status: 401, text: '{"errors":[{"code":"ADMIN-401-1"}]}' } : null;
				},
			},
		});
		const stopped = await app.diagnose();
		expect(stopped).toMatchObject({ state: 'stopped', stop: { code: 'org-key-rejected' } });
		const finished = judgedOf(app, stopped.id).filter(({ cause }) => cause !== 'not-checked');
		expect(finished.length).toBe(stopped.checkedCount);
		expect(finished.some(({ cause }) => !['invalid-address', 'repeated-row'].includes(cause))).toBe(true);
		expect(expectedOf(demo)).toEqual(expect.arrayContaining([...finished]));
		revoked = false;
		const resumed = await app.resume(stopped.id);
		expect(resumed).toMatchObject({ state: 'finished', stop: null, checkedCount: 250 });
		expect(judgedOf(app, resumed.id)).toEqual(expectedOf(demo));
		expect(askedTwice(demo.requests())).toEqual([]);
	});

	it('judges nobody further when the API token is revoked while the accounts are read', async () => {
		const demo = await startDemo();
		let revoked = false;
		let sweepQuestions = 0;
		const app = await composeOnDemo(demo, {
			tamper: {
				instead: ({ path }) => {
					if (path === '/rest/api/3/users/search' && ++sweepQuestions === 2) revoked = true;
					return revoked && path.startsWith('/rest/') ? { status: 401, text: '{}' } : null;
				},
			},
		});
		const stopped = await app.diagnose();
		expect(stopped).toMatchObject({ state: 'stopped', stop: { code: 'token-rejected' } });
		const causes = new Set(judgedOf(app, stopped.id).map(({ cause }) => cause));
		expect(causes).toEqual(new Set(['invalid-address', 'repeated-row', 'not-checked']));
		// At the next start the token is the first thing that is looked at.
		expect(await app.resume(stopped.id)).toMatchObject({ state: 'stopped', stop: { code: 'token-rejected' } });
		revoked = false;
		const resumed = await app.resume(stopped.id);
		expect(judgedOf(app, resumed.id)).toEqual(expectedOf(demo));
		expect(askedTwice(demo.requests())).toEqual([]);
	});

	it.each([
		['ADMINISTER', 'administersJira'],
		['USER_PICKER', 'browsesUsers'],
	] as const)('judges nobody where the caller lacks %s', async (missing, switchName) => {
		const world = makeWorld();
		world.caller[switchName] = false;
		const demo = await startDemo({ world });
		const app = await composeOnDemo(demo);
		const run = await app.diagnose();
		expect(run).toMatchObject({
			state: 'stopped',
			checkedCount: 0,
			stop: { code: 'caller-lacks-rights', details: { missing: [missing] } },
		});
		expect(run.summary).toEqual({ 'not-checked': 250 });
	});

	it("judges nobody where the caller may not see the desk's customers", async () => {
		const world = makeWorld();
		world.caller.administersDesks = false;
		const app = await composeOnDemo(await startDemo({ world }));
		const run = await app.diagnose();
		expect(run).toMatchObject({ state: 'stopped', stop: { code: 'caller-lacks-rights' } });
		expect(Object.keys(run.summary).toSorted()).toEqual(['invalid-address', 'not-checked', 'repeated-row']);
	});

	it('names the desks there are where the wanted one is not, or none was named', async () => {
		const app = await composeOnDemo(await startDemo());
		const desks = ['HELP', 'OPEN', 'BROKEN'];
		expect(await app.diagnose({ desk: 'NOPE' })).toMatchObject({ checkedCount: 0, stop: { code: 'desk-not-found', details: { desks } } });
		expect(await app.diagnose({ desk: null })).toMatchObject({ checkedCount: 0, stop: { code: 'desk-ambiguous', details: { desks } } });
	});

	it('is finished by resuming it after it was cancelled', async () => {
		const demo = await startDemo();
		let reached = (): void => {};
		const isUnderWay = new Promise<void>((resolve) => {
			reached = resolve;
		});
		const app = await composeOnDemo(demo, {
			tamper: {
				instead: ({ path }) => {
					if (path.endsWith('/role-assignments')) reached();
					return null;
				},
			},
		});
		const ended = app.diagnose();
		await isUnderWay;
		const [run] = app.services.store.runs();
		expect(await app.services.runs.cancel(run?.id ?? '')).toMatchObject({ ok: true });
		const stopped = await ended;
		expect(stopped).toMatchObject({ state: 'stopped', stop: { code: 'cancelled' } });
		expect(judgedOf(app, (await app.resume(stopped.id)).id)).toEqual(expectedOf(demo));
	});
});

describe('an answer of unexpected shape', () => {
	const isAbout = (email: string) => (record: { readonly [key: string]: unknown }) =>
		record['email'] === email || record['emailAddress'] === email;

	const spoil = (path: RegExp, email: string, field: string): Tamper => ({
		change: (request, answer) =>
			path.test(request.path) && answer.status === 200
				? {
						...answer,
						text: changeRecords(answer.text, (record) => {
							if (isAbout(email)(record)) record[field] = 'CANARY-garbage';
						}),
					}
				: answer,
	});

	it.each([
		['directory', search, 'access-revoked', 'status'],
		['sweep', /\/rest\/api\/3\/users\/search$/, 'role-missing', 'active'],
	] as const)('of the %s makes that one row undetermined, with the reason, and no other', async (_what, path, cause, field) => {
		const demo = await startDemo();
		const { email } = findListed(demo.world, cause);
		const app = await composeOnDemo(demo, { tamper: spoil(path, email, field) });
		const run = await app.diagnose();
		expect(run.state).toBe('finished');
		const row = told(app, run.id, email);
		expect(row).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
		expect(row?.verdict.evidence.at(-1)?.answer).toContain('an unexpected answer');
		expect(row?.verdict.evidence.some(({ answer }) => JSON.stringify(answer).includes(`"problem":"${field}`))).toBe(true);
		expect(JSON.stringify(row)).not.toContain('CANARY');
		expect(judgedOf(app, run.id).filter((one) => one.row !== row?.row)).toEqual(expectedOf(demo).filter((one) => one.row !== row?.row));
	});

	it('of the directory that hides whose it is costs only that person the answer', async () => {
		const demo = await startDemo();
		const { email } = findListed(demo.world, 'access-revoked');
		const app = await composeOnDemo(demo, { tamper: spoil(search, email, 'email') });
		const run = await app.diagnose();
		const row = told(app, run.id, email);
		expect(row?.cause).toBe('undetermined');
		expect(judgedOf(app, run.id).filter((one) => one.row !== row?.row)).toEqual(expectedOf(demo).filter((one) => one.row !== row?.row));
		expect(demo.requests().filter((request) => search.test(request.path)).length).toBeLessThan(1 + 3 * 2 + 2 * 8);
	});

	it.each(['', '<html>', '[]', '{"data":{}}', '{"data":[],"links":{"next":5}}'])(
		'as a whole (%j) leaves its rows undetermined and calls nobody new',
		async (text) => {
			const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1 }) });
			const app = await composeOnDemo(demo, {
				tamper: { change: (request, answer) => (search.test(request.path) ? { ...answer, text } : answer) },
			});
			const run = await app.diagnose();
			const expected = new Map(expectedOf(demo).map(({ row, cause }) => [row, cause]));
			const settled = judgedOf(app, run.id).filter(({ cause }) => cause !== 'undetermined' && cause !== 'not-checked');
			expect(settled.filter(({ row, cause }) => cause !== expected.get(row))).toEqual([]);
			expect(settled.some(({ cause }) => cause === 'ready-new')).toBe(false);
		},
	);
});
