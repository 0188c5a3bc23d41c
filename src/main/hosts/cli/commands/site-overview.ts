import { type CauseCode, causeCodes } from '#shared/causes.ts';
import type { SiteOverview, TokenState } from '#shared/site-overview.ts';
import { ageWords } from '../../../services/reports/age-words.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { causeTexts } from '../messages.ts';
import { print } from '../../terminal.ts';
import { need } from '../command-ended.ts';

const tokenWord = (what: string, { state, expiresOn }: TokenState): string =>
	`${what} ${state}${expiresOn === null ? '' : ` (until ${expiresOn})`}`;

const mostFirst = (summary: Readonly<Partial<Record<CauseCode, number>>>): readonly CauseCode[] =>
	causeCodes.filter((code) => (summary[code] ?? 0) > 0).sort((a, b) => (summary[b] ?? 0) - (summary[a] ?? 0));

const printSite = ({ name, url, signIn, apiToken, orgApiKey, lastRun, snapshotAgeMs }: SiteOverview): void => {
	const tokens = `${tokenWord(signIn === 'oauth' ? 'OAuth sign-in' : 'API token', apiToken)}, ${tokenWord('organisation API key', orgApiKey)}`;
	print(`${name}  ${url}  ${signIn === 'address' ? 'address only' : tokens}`);
	if (snapshotAgeMs !== null) print(`    newest snapshot ${ageWords(0, snapshotAgeMs)} old`);
	if (lastRun === null) return print('    never diagnosed');
	const { startedAt, listName, checkedCount, rowCount, state, id, summary } = lastRun;
	print(`    ${startedAt.slice(0, 16).replace('T', ' ')}  ${listName}  ${checkedCount}/${rowCount} ${state}  run ${id}`);
	for (const code of mostFirst(summary)) print(`    ${String(summary[code]).padStart(7)}  ${causeTexts[code].label}`);
};

/** `site overview`: every site with its tokens and its last run, by client. */
export const overviewCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const overview = need(await client.sites.overview());
		if (overview.length === 0) print('No sites yet.');
		for (const [owner, some] of Map.groupBy(overview, (one) => one.client)) {
			print('');
			print(owner === null ? '# no client' : `# ${owner}`);
			for (const site of some) printSite(site);
		}
		return exitCode.allGood;
	});

/** `site client NAME [CLIENT]`. */
export const clientCommand = async (name: string, owner: string | undefined, options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const site = need(await client.sites.setClient({ name, client: owner ?? null }));
		print(site.client === null ? `${site.name} no longer belongs to a client.` : `${site.name} belongs to ${site.client}.`);
		return exitCode.allGood;
	});
