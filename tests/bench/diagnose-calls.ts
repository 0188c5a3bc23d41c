import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunReport } from '#shared/run.ts';

/**
 * `npm run bench:calls [-- PEOPLE]`: diagnoses a long list on the demo site through the command line and prints what
 * it cost: calls per row, answers 429, seconds, and rows whose cause or certainty differ from what the world holds.
 */
const people = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
const world = makeWorld({ people });
const site = await startDemoSite({ world });
try {
	const list = join(folder, 'list.csv');
	const report = join(folder, 'report.json');
	writeFileSync(list, makeInviteList(world));
	const args = ['diagnose', '--list', list, '--site-url', site.url, '--desk', site.deskKey, '--access', site.access];
	const startedMs = Date.now();
	const child = spawn(
		process.execPath,
		['src/main/hosts/cli/main.ts', ...args, '--json', report, '--data-dir', folder, '--allow-loopback'],
		{
			stdio: ['ignore', 'ignore', 'inherit'],
			env: {
				...process.env,
				INVITE_DOCTOR_EMAIL: site.email,
				INVITE_DOCTOR_API_TOKEN: site.apiToken,
				INVITE_DOCTOR_ORG_API_KEY: site.orgApiKey,
			},
		},
	);
	await once(child, 'exit');
	const seconds = (Date.now() - startedMs) / 1000;
	const rows = new Map((JSON.parse(readFileSync(report, 'utf8')) as RunReport).rows.map((row) => [row.row, row]));
	const wrong = makeInviteListRows(world).filter(({ row, expected }) => {
		const got = rows.get(row);
		return got?.cause !== expected.cause || got.certainty !== expected.certainty;
	});
	const requests = site.requests();
	const managed = requests.filter(({ path }) => path.endsWith('/manage')).length;
	console.log(`rows ${rows.size}, wrong ${wrong.length}, ${seconds.toFixed(1)} s`);
	console.log(
		`calls ${requests.length} (${(requests.length / rows.size).toFixed(4)} a row), of them ${managed} about one deactivated account each`,
	);
	console.log(`without those ${((requests.length - managed) / rows.size).toFixed(4)} a row`);
	console.log(`answers 429: ${requests.filter(({ status }) => status === 429).length}`);
} finally {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
}
