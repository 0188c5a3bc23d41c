import { formatCount, plural } from './numbers.ts';

const sites = (count: number): string => plural(count, 'site', 'sites');

/** A list diagnosed on several sites at once. */
export const severalWords = {
	toSeveral: 'Check on several sites…',
	toOne: 'Back to one site',
	nobody: 'No client',
	all: 'All',
	none: 'None',
	allOf: (client: string | null) => (client === null ? 'All sites without a client' : `All sites of ${client}`),
	noneOf: (client: string | null) => (client === null ? 'No site without a client' : `No site of ${client}`),
	chosen: (count: number) => (count === 0 ? 'No site is chosen yet.' : `${sites(count)} chosen: a run each.`),
	tooMany: (most: number) => `At most ${formatCount(most)} sites at once.`,
	desk: 'Key of the service project',
	deskHint: 'The same on each site, e.g. HELP. May be empty where each site has only one.',
	access: 'For each site, what is known of its customer access counts. You find it, and say it, on the site’s page.',
	start: (count: number) => (count === 0 ? 'Start' : `Start on ${sites(count)}`),
	started: (count: number) => `${plural(count, 'run', 'runs')} started.`,
	results: 'What was started',
	open: 'Open the run',
	openOf: (site: string) => `Open the run on ${site}`,
	retry: 'The list is still open: put right what was missing, and start again on the sites that are left.',
};
