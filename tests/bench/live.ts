import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DemoSiteOptions, startDemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { publishedLimits } from '#demo-site/rate-limits.ts';
import type { LoggedRequest } from '#demo-site/request-log.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunReport } from '#shared/run.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './programs.ts';

const commandLine = fileURLToPath(new URL('../../src/main/hosts/cli/main.ts', import.meta.url));

/** Requests that count together, and how many of them the site takes in a second. */
const limitOf = ({ method, path }: LoggedRequest): readonly [kind: string, perSecond: number] => {
	// Whatever has a digit in it, but the versions of calls, is the id of somebody or something.
	const kind = `${method} ${path.replace(/\/(?!v?\d\/)(?=[^/]*\d)[^/]+/g, '/x')}`;
	if (/^\/(admin|users)\//.test(path)) return [kind, publishedLimits.admin];
	if (path.endsWith('/customer')) return [kind, publishedLimits.deskCustomers];
	if (path.includes('/users/search')) return [kind, publishedLimits.userSearch];
	return [kind, publishedLimits.readsAndPosts];
};

/** What the same requests take where each kind leaves as fast as the site takes it, all kinds side by side. In seconds. */
const leastSeconds = (requests: readonly LoggedRequest[]): number => {
	const kinds = Map.groupBy(requests, (request) => limitOf(request)[0]);
	return Math.max(...[...kinds.values()].map((kind) => kind.length / (kind[0] === undefined ? 1 : limitOf(kind[0])[1])));
};

/** There is no call for several accounts: whoever wants the answer asks about one. */
const isAboutOne = ({ path }: LoggedRequest): boolean => path.endsWith('/manage') || path.endsWith('/role-assignments');

interface LiveRun {
	readonly wallSeconds: number;
	readonly requests: readonly LoggedRequest[];
	readonly rows: number;
	readonly wrong: number;
}

/** The command line on a demo site that answers at once and keeps its limits. */
const runLive = async (people: number, options: DemoSiteOptions): Promise<LiveRun> => {
	const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
	const world = makeWorld({ people });
	const site = await startDemoSite({ world, ...options });
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
		return { wallSeconds: run.wallMs / 1000, requests: site.requests(), rows: rows.size, wrong: wrong.length };
	} finally {
		await site.stop();
		rmSync(folder, { recursive: true, force: true });
	}
};

const refused = ({ status }: LoggedRequest): boolean => status === 429;

/** Whoever was under way when the first was refused left before anybody could know. */
const underWayMs = 250;

/** Refusals of requests that left after the site had refused one. */
const refusedLater = (requests: readonly LoggedRequest[]): number => {
	const times = requests.filter(refused).map(({ at }) => Date.parse(at));
	return times.filter((at) => at > Math.min(...times) + underWayMs).length;
};

/** From here on the site takes a third of what it took. */
const loweredAfterMs = 10_000;

const lowered = (): DemoSiteOptions => {
	const startedMs = performance.now();
	return { limits: () => (performance.now() - startedMs < loweredAfterMs ? {} : { admin: publishedLimits.admin / 3 }) };
};

/** Runs that ask a site, beside what its limits allow. The rows are those of a mixed list. */
export const measureLive = async (people: number): Promise<readonly Figure[]> => {
	const told = await runLive(people, {});
	const aboutOne = told.requests.filter(isAboutOne).length;
	const rest = told.requests.length - aboutOne;
	const untold = await runLive(people, { tellsRoom: false });
	const changed = await runLive(people / 5, lowered());
	const overLimits = ({ wallSeconds, requests }: LiveRun): number => wallSeconds / leastSeconds(requests);
	return [
		{ what: `${told.rows} rows live: rows whose cause is wrong`, unit: '', most: 0, values: [told.wrong, untold.wrong, changed.wrong] },
		{ what: 'calls a row', unit: '', most: 0.02, values: [told.requests.length / told.rows] },
		{ what: `calls a row without those about one account each (${aboutOne})`, unit: '', most: 0.02, values: [rest / told.rows] },
		{ what: 'whole program / the same calls at the published limits', unit: '', most: 1.1, values: [overLimits(told)] },
		{ what: 'answers 429', unit: '', most: 0, values: [told.requests.filter(refused).length] },
		{ what: 'the same where no header tells of limits', unit: '', most: 1.5, values: [overLimits(untold)] },
		{ what: 'a limit lowered in mid-run: answers 429 beyond those under way', unit: '', most: 0, values: [refusedLater(changed.requests)] },
	];
};
