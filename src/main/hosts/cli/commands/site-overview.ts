import { type CauseCode, causeCodes } from '#shared/causes.ts';
import type { SiteOverview, TokenState } from '#shared/site-overview.ts';
import { overviewOf } from '../../../services/sites/site-overview.ts';
import { ageWords } from '../../../services/reports/age-words.ts';
import { exitCode } from '../exit-codes.ts';
import { causeLabels } from '../messages.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { need, print } from '../terminal.ts';

const tokenWord = (what: string, { state, expiresOn }: TokenState): string =>
	`${what} ${state}${expiresOn === null ? '' : ` (until ${expiresOn})`}`;

const mostFirst = (summary: Readonly<Partial<Record<CauseCode, number>>>): readonly CauseCode[] =>
	causeCodes.filter((code) => (summary[code] ?? 0) > 0).sort((a, b) => (summary[b] ?? 0) - (summary[a] ?? 0));

const printSite = ({ name, url, apiToken, orgApiKey, lastRun, snapshotAgeMs }: SiteOverview): void => {
	print(`${name}  ${url}  ${tokenWord('API token', apiToken)}, ${tokenWord('organisation key', orgApiKey)}`);
	if (snapshotAgeMs !== null) print(`    newest snapshot ${ageWords(0, snapshotAgeMs)} old`);
	if (lastRun === null) return print('    never diagnosed');
	const { startedAt, listName, checkedCount, rowCount, state, id, summary } = lastRun;
	print(`    ${startedAt.slice(0, 16).replace('T', ' ')}  ${listName}  ${checkedCount}/${rowCount} ${state}  run ${id}`);
	for (const code of mostFirst(summary)) print(`    ${String(summary[code]).padStart(7)}  ${causeLabels[code]}`);
};

/** `site overview`: every site with its tokens and its last run, by client. */
export const overviewCommand = async (options: CommonOptions): Promise<number> =>
	withServices(options, async ({ sites, store, snapshots }) => {
		const seen = { runs: store.runs(), snapshots: need(await snapshots.list()).snapshots, nowMs: Date.now() };
		const overview = overviewOf(need(await sites.list()), seen);
		if (overview.length === 0) print('No sites yet.');
		for (const [client, some] of Map.groupBy(overview, (one) => one.client)) {
			print('');
			print(client === null ? '# no client' : `# ${client}`);
			for (const site of some) printSite(site);
		}
		return exitCode.allGood;
	});

/** `site client NAME [CLIENT]`. */
export const clientCommand = async (name: string, client: string | undefined, options: CommonOptions): Promise<number> =>
	withServices(options, async ({ sites }) => {
		const site = need(await sites.setClient(name, client ?? null));
		print(site.client === null ? `${site.name} is nobody's now.` : `${site.name} belongs to ${site.client}.`);
		return exitCode.allGood;
	});
