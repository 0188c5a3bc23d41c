import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { planOnDemo } from '../support/remediation.ts';
import { cautiousChoices } from '#shared/plan.ts';

const filesUnder = (dir: string): readonly string[] =>
	readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

/** Names of files in which one of the texts is found, whatever its case; with how many of them. */
const foundIn = (dir: string, texts: readonly string[]): readonly string[] =>
	filesUnder(dir).flatMap((file) => {
		const content = readFileSync(file, 'latin1').toLowerCase();
		const found = texts.filter((text) => content.includes(Buffer.from(text.toLowerCase(), 'utf8').toString('latin1')));
		return found.length === 0 ? [] : [`${found.length} in ${file.slice(dir.length + 1)}, e.g. ${found[0]}`];
	});

/** The addresses of a list, which nobody else on the demo site has to share with the person who asks. */
const addressesIn = (csv: string, admin: string): readonly string[] => [
	...new Set((csv.match(/[\w.+-]+@[\w.-]+\.\w+/g) ?? []).filter((address) => address.toLowerCase() !== admin.toLowerCase())),
];

describe('a run that is deleted', () => {
	it('leaves none of its addresses in the data folder, plan and audit log included, and the log stays sound', async () => {
		const setting = await planOnDemo();
		const { run, dataDir, plan, demo, remediate } = setting;
		const addresses = addressesIn(makeInviteList(demo.world), demo.email);
		expect(addresses.length).toBeGreaterThan(50);
		expect((await run(remediate)).code).toBeLessThan(2);
		expect(foundIn(dataDir, addresses)).not.toEqual([]);

		const asked = await run(['run', 'remove', plan.plan.run]);
		expect(asked).toMatchObject({ code: 2, stderr: 'Nothing was deleted. To delete it, add --yes.\n' });
		expect(asked.stdout).toMatch(/^Deleted for good:\n {2}1 run with \d+ rows\n {2}1 plan with all results\n$/);
		const removed = await run(['run', 'remove', plan.plan.run, '--yes']);
		expect(removed).toMatchObject({ code: 0, stderr: '' });

		expect(foundIn(dataDir, addresses)).toEqual([]);
		expect(await run(['verify-audit'])).toMatchObject({ code: 0 });
		expect((await run(['runs'])).stdout).toBe('No runs yet.\n');
		expect(await run(['run', 'remove', plan.plan.run, '--yes'])).toMatchObject({ code: 2 });
	});

	it('leaves the other run, its facts in the log, and the invitations that were sent', async () => {
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 2 }) });
		const app = await composeOnDemo(demo);
		const { services } = app;
		const csv = 'Email\nnobody.else@solo.example\n';
		const other = await app.diagnose();
		const run = await app.diagnose({ csv });
		const counts = need(await services.deletion.preview({ kind: 'run', runId: run.id }));
		expect(counts).toEqual({ sites: 0, runs: 1, rows: 1, plans: 0, snapshots: 0, checks: 0, stranded: 0 });
		need(
			await services.checks.declare({ address: 'nobody.else@solo.example', said: { check: 'directory', seen: 'absent' }, runId: run.id }),
		);
		expect(need(await services.deletion.preview({ kind: 'run', runId: run.id })).checks).toBe(1);
		const planned = await services.remediation.plan({ runId: run.id, choices: cautiousChoices }, 'me@example.com');
		expect(planned.ok).toBe(true);
		const before = app.rows(other.id);
		expect(need(await services.deletion.carryOut({ kind: 'run', runId: run.id })).isWiped).toBe(true);
		expect(app.rows(other.id)).toEqual(before);
		expect(services.store.runs().map(({ id }) => id)).toEqual([other.id]);
		expect(services.audit.entries(0, 10).entries.map(({ event, details }) => [event, Object(details)['withheld']])).toEqual([
			['run-deleted', 1],
			['plan-created', true],
		]);
		expect(need(await services.audit.verify()).problems).toEqual([]);
		expect(foundIn(app.dataDir, ['nobody.else@solo.example'])).toEqual([]);
	});
});

describe('a site and a client that are deleted with everything', () => {
	it('leave no address, no snapshot, no check and no declaration', async () => {
		const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 2 }) });
		const dir = await makeTempDir();
		const dataDir = join(dir, 'data');
		const env = {
			HOME: dir,
			INVITE_DOCTOR_DATA_DIR: dataDir,
			INVITE_DOCTOR_EMAIL: demo.email,
			INVITE_DOCTOR_API_TOKEN: demo.apiToken,
			INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
			DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
		};
		const run = (...args: readonly string[]) => runCommand([...args, '--allow-loopback'], { env });
		expect(await run('site', 'add', demo.url, '--name', 'halden', '--email', demo.email, '--client', 'Halden AG')).toMatchObject({
			code: 0,
		});
		const csv = makeInviteList(demo.world);
		writeFileSync(join(dir, 'list.csv'), csv);
		expect((await run('diagnose', '--list', join(dir, 'list.csv'), '--site', 'halden', '--desk', demo.deskKey)).code).toBeLessThan(2);
		expect((await run('snapshot', 'pull', '--site', 'halden')).code).toBeLessThan(2);
		const addresses = addressesIn(csv, demo.email);
		expect(foundIn(dataDir, addresses)).not.toEqual([]);
		const removed = await run('client', 'remove', 'Halden AG', '--yes');
		expect(removed).toMatchObject({ code: 0, stderr: '' });
		expect(removed.stdout).toContain('1 site with tokens');
		expect(foundIn(dataDir, [...addresses, demo.email])).toEqual([]);
		expect(readdirSync(join(dataDir, 'snapshots'))).toEqual([]);
		expect((await run('site', 'list')).stdout).toContain('No sites yet.');
		expect(await run('client', 'remove', 'Halden AG', '--yes')).toMatchObject({ code: 2 });
	});
});
