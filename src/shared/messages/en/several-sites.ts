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
	chosen: (count: number) => (count === 0 ? 'No sites chosen yet.' : `${sites(count)} chosen, one run each.`),
	tooMany: (most: number) => `At most ${formatCount(most)} sites at once.`,
	desk: 'Key of the service project',
	deskHint: 'The same on each site, e.g. HELP. Leave empty if each site has only one.',
	access: 'Each run uses the customer access of its site. View or declare it on the site’s page.',
	start: (count: number) => (count === 0 ? 'Start' : `Start on ${sites(count)}`),
	started: (count: number) => `${plural(count, 'run', 'runs')} started.`,
	results: 'Started runs',
	open: 'Open the run',
	openOf: (site: string) => `Open the run on ${site}`,
	retry: 'The list is still open. Fix the problem and start again on the remaining sites.',
};
