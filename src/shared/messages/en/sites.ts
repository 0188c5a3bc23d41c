import { formatCount, plural } from './numbers.ts';

const sites = (count: number): string => plural(count, 'site', 'sites');
const daysLeft = (days: number): string => (days === 0 ? 'expires today' : `expires in ${plural(days, 'day', 'days')}`);

/** All sites in a table, and the page of one. */
export const sitesWords = {
	table: 'Sites',
	columns: { site: 'Site', causes: 'Rows of the last run', run: 'Last run', snapshot: 'Snapshot', tokens: 'Tokens' },
	nobody: 'No client',
	group: (count: number, blocked: number) => `${sites(count)}${blocked === 0 ? '' : ` · ${plural(blocked, 'row', 'rows')} blocked`}`,
	neverRun: 'No run yet',
	noSnapshot: 'None',
	checked: (checked: number, rows: number) => `${formatCount(checked)} of ${formatCount(rows)} checked`,
	cause: (count: number, label: string) => `${formatCount(count)} ${label}`,
	moreCauses: (count: number) => plural(count, 'more cause', 'more causes'),
	apiToken: 'API token',
	orgApiKey: 'Organisation key',
	page: {
		back: 'All sites',
		absentTitle: 'There is no such site here',
		absentText: (name: string) => `No site is called “${name}” on this machine: it was removed, or has another name.`,
		facts: 'About this site',
		client: 'Client',
		clientHint: 'Whose site it is. Empty: nobody’s.',
		nobody: 'nobody said',
		changeClient: 'Change client',
		sayClient: 'Say whose it is',
		save: 'Save',
		clientSet: (site: string, client: string) => `${site} belongs to ${client} now.`,
		clientTaken: (site: string) => `${site} belongs to no client now.`,
		power: 'Changes',
		lastRun: 'Last run',
		account: 'Account',
		management: 'User management',
		added: 'Added',
		connection: 'Connection',
		connectionHint: 'Who it talks to, which rights are there, and what stays hidden. Only asks; nothing is changed on the site.',
	},
	readOnly: {
		label: 'read only',
		title: 'Read only',
		hint: 'The tokens are used for reading only. Plans can be made and handed over, not carried out.',
		set: (site: string) => `${site} is read only now: its tokens are used for reading, and no plan is carried out.`,
		taken: (site: string) => `${site} is not read only any more: plans can be carried out.`,
	},
	tokens: {
		enter: 'Enter tokens…',
		replace: 'Replace tokens…',
		title: (name: string) => `Tokens of ${name}`,
		text: 'A field that is left empty keeps the token there is. Runs, snapshots and what is known of the site stay.',
		save: 'Keep the tokens',
		kept: (name: string) => `The tokens of ${name} were kept.`,
		nothing: 'Enter a new token or a new key',
	},
	form: {
		client: 'Client',
		clientHint: 'Whose site it is, where you look after many',
		expires: 'Token valid until',
		expiresHint: 'The day shown when the API token was made; nothing else tells it',
	},
};

interface Ending {
	/** As it is shown. */
	readonly day: string | null;
	readonly days: number | null;
}

/** What is said of a token beside its name. */
export const tokenTexts = {
	missing: () => 'missing',
	rejected: () => 'refused by the site in its last run',
	expired: ({ day }: Ending) => `expired on ${day ?? 'a day unknown'}`,
	expiring: ({ days }: Ending) => daysLeft(days ?? 0),
	until: ({ day }: Ending) => `until ${day ?? 'a day unknown'}`,
	present: () => 'stored',
};
