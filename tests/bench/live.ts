import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { publishedLimits } from '#demo-site/rate-limits.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunReport } from '#shared/run.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './programs.ts';

const commandLine = fileURLToPath(new URL('../../src/main/hosts/cli/main.ts', import.meta.url));

interface Request {
	readonly method: string;
	readonly path: string;
	readonly status: number;
}

/** Requests that count together, and how many of them the site takes in a second. */
const limitOf = ({ method, path }: Request): readonly [string, number] => {
	const pattern = path.replace(/\?.*/, '').replace(/\/[\da-f:-]{6,}|\/\d+/gi, '/x');
	if (/\/(admin|users)\//.test(path) && !path.includes('/rest/')) return [`${method} ${pattern}`, publishedLimits.admin];
	if (path.includes('/customer')) return [`${method} ${pattern}`, publishedLimits.deskCustomers];
	if (path.includes('/users/search')) return [`${method} ${pattern}`, publishedLimits.userSearch];
	return [`${method} ${pattern}`, publishedLimits.readsAndPosts];
};

/** What the same requests take where each kind leaves as fast as the site takes it, all kinds side by side. In seconds. */
const leastSeconds = (requests: readonly Request[]): number => {
	const kinds = Map.groupBy(requests, (request) => limitOf(request)[0]);
	return Math.max(...[...kinds.values()].map((kind) => kind.length / (kind[0] === undefined ? 1 : limitOf(kind[0])[1])));
};

/** The command line on a demo site that answers at once and keeps Atlassian's limits. */
export const measureLive = async (people: number): Promise<readonly Figure[]> => {
	const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
	const world = makeWorld({ people });
	const site = await startDemoSite({ world });
	try {
		const list = join(folder, 'list.csv');
		const report = join(folder, 'report.json');
		writeFileSync(list, makeInviteList(world));
		const where = ['--site-url', site.url, '--desk', site.deskKey, '--access', site.access, '--data-dir', folder, '--allow-loopback'];
		const env = {
			INVITE_DOCTOR_EMAIL: site.email,
			INVITE_DOCTOR_API_TOKEN: site.apiToken,
			INVITE_DOCTOR_ORG_API_KEY: site.orgApiKey,
		};
		const run = await runProgram([commandLine, 'diagnose', '--list', list, '--json', report, ...where], { env, codes: [0, 1] });
		const rows = new Map((JSON.parse(readFileSync(report, 'utf8')) as RunReport).rows.map((row) => [row.row, row]));
		const wrong = makeInviteListRows(world).filter(({ row, expected }) => rows.get(row)?.cause !== expected.cause);
		const requests = site.requests();
		const aboutOne = requests.filter(({ path }) => path.endsWith('/manage')).length;
		return [
			{ what: `${rows.size} rows live: rows whose cause is wrong`, unit: '', most: 0, values: [wrong.length] },
			{ what: 'calls a row', unit: '', most: 0.02, values: [requests.length / rows.size] },
			{
				what: `calls a row without those about one deactivated account each (${aboutOne})`,
				unit: '',
				most: 0.02,
				values: [(requests.length - aboutOne) / rows.size],
			},
			{ what: 'whole program / the same calls at the limits', unit: '', most: 1.1, values: [run.wallMs / 1000 / leastSeconds(requests)] },
			{ what: 'answers 429', unit: '', most: 0, values: [requests.filter(({ status }) => status === 429).length] },
		];
	} finally {
		await site.stop();
		rmSync(folder, { recursive: true, force: true });
	}
};
