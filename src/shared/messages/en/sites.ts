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
	edit: {
		button: 'Edit…',
		title: (site: string) => `Edit ${site}`,
		emailHint: 'The account the API token belongs to. For another account, also replace the token.',
		desk: 'Default service project',
		deskHint: 'Its key. It is chosen when you import a list.',
		save: 'Save',
		saved: 'Site saved',
	},
	page: {
		back: 'All sites',
		absentTitle: 'Site not found',
		absentText: (name: string) => `No site on this machine is called “${name}”. It was removed or renamed.`,
		facts: 'About this site',
		client: 'Client',
		clientHint: 'Leave empty for no client.',
		nobody: 'None',
		changeClient: 'Change client',
		sayClient: 'Set client',
		save: 'Save',
		clientSet: (site: string, client: string) => `${site} now belongs to ${client}.`,
		clientTaken: (site: string) => `${site} no longer belongs to a client.`,
		power: 'Changes',
		lastRun: 'Last run',
		account: 'Account',
		management: 'User management',
		added: 'Added',
		connection: 'Connection',
		connectionHint: 'The account, its permissions and unavailable data. Checking only reads; nothing changes on the site.',
	},
	addressOnly: {
		label: 'Address only',
		how: 'Sign-in',
		withAccount: 'With an account',
		without: 'Address only',
		hint: 'For a client whose site you cannot sign in to. You work with files and snapshots, and can add an account later.',
		can: 'You can add files and snapshots of this site, check lists against them, and declare customer access.',
		cannot: 'Without an account, Invite Doctor cannot check lists live, pull snapshots or carry out plans here.',
		add: 'Add account…',
		addTitle: (name: string) => `Account for ${name}`,
		incomplete: 'Enter the email of the account and its API token',
		notPulled: 'Address only: cannot be pulled. Add files, or open a snapshot.',
	},
	readOnly: {
		label: 'read only',
		title: 'Read only',
		hint: 'Tokens are used for reading only. You can make and hand over plans, but not carry them out.',
		set: (site: string) => `${site} is now read only. Plans cannot be carried out.`,
		taken: (site: string) => `${site} is no longer read only. Plans can be carried out.`,
	},
	tokens: {
		enter: 'Enter tokens…',
		replace: 'Replace tokens…',
		title: (name: string) => `Tokens of ${name}`,
		text: 'Leave a field empty to keep its current token. Runs, snapshots and the settings of the site stay.',
		save: 'Save tokens',
		kept: (name: string) => `Tokens of ${name} saved.`,
		nothing: 'Enter a new token or key',
	},
	form: {
		client: 'Client',
		clientHint: 'The client this site belongs to',
		expires: 'Token valid until',
		expiresHint: 'Shown when you create the API token; not available by API',
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
	rejected: () => 'rejected in the last run',
	expired: ({ day }: Ending) => `expired on ${day ?? 'an unknown day'}`,
	expiring: ({ days }: Ending) => daysLeft(days ?? 0),
	until: ({ day }: Ending) => `until ${day ?? 'an unknown day'}`,
	present: () => 'stored',
};
