import { type SeededRandom, makeSeededRandom } from '#demo-site/world/random.ts';
import { type DirectoryUser, holdsRoleOn, readStatus, type World } from '#demo-site/world/world.ts';

/** How a console writes its files: titles and values in one language. */
export interface Spelling {
	readonly name: string;
	readonly delimiter: ',' | ';' | '\t';
	readonly lineBreak: '\n' | '\r\n';
	readonly titles: Readonly<Record<Title, string>>;
	readonly words: Readonly<Record<Word, string>>;
}

type Title = 'id' | 'name' | 'email' | 'status' | 'added' | 'policy' | 'verified' | 'claimed' | 'service' | 'last' | 'seen' | 'other';
type Word = 'active' | 'suspended' | 'deactivated' | 'for_deletion' | 'inactive' | 'access' | 'none' | 'yes' | 'no' | 'elsewhere';

export const english: Spelling = {
	name: 'English',
	delimiter: ',',
	lineBreak: '\r\n',
	titles: {
		id: 'User id',
		name: 'User name',
		email: 'email',
		status: 'User status',
		added: 'Added to org',
		policy: 'Policy name',
		verified: 'Verified email',
		claimed: 'Claimed',
		service: 'Jira Service Management - halden',
		last: 'Last active',
		seen: 'Last seen in Jira Service Management - halden',
		other: 'Jira Service Management - halden-sandbox',
	},
	words: {
		active: 'Active',
		suspended: 'Suspended',
		deactivated: 'Deactivated',
		for_deletion: 'Scheduled for deletion',
		inactive: 'Inactive',
		access: 'User, Customer',
		none: '',
		yes: 'Yes',
		no: 'No',
		elsewhere: 'Yes',
	},
};

export const german: Spelling = {
	name: 'German',
	delimiter: ';',
	lineBreak: '\r\n',
	titles: {
		id: 'Benutzer-ID',
		name: 'Benutzername',
		email: 'E-Mail-Adresse',
		status: 'Benutzerstatus',
		added: 'Zur Organisation hinzugefügt',
		policy: 'Richtlinienname',
		verified: 'Verifizierte E-Mail',
		claimed: 'Von anderer Organisation beansprucht',
		service: 'Jira Service Management – halden',
		last: 'Zuletzt aktiv',
		seen: 'Zuletzt gesehen in Jira Service Management – halden',
		other: 'Confluence – halden',
	},
	words: {
		active: 'aktiv',
		suspended: 'gesperrt',
		deactivated: 'Deaktiviert',
		for_deletion: 'Zur Löschung vorgesehen',
		inactive: 'Inaktiv',
		access: 'Hat Zugriff',
		none: 'Kein Zugriff',
		yes: 'ja',
		no: 'nein',
		elsewhere: 'ja',
	},
};

export const french: Spelling = {
	name: 'French',
	delimiter: '\t',
	lineBreak: '\n',
	titles: {
		id: 'ID de l’utilisateur',
		name: 'Nom complet',
		email: 'Adresse e-mail',
		status: 'Statut de l’utilisateur',
		added: 'Ajouté à l’organisation',
		policy: 'Nom de la politique',
		verified: 'E-mail vérifié',
		claimed: 'Revendiqué par une autre organisation',
		service: 'Jira Service Management (halden)',
		last: 'Dernière activité',
		seen: 'Dernière visite dans Jira Service Management (halden)',
		other: 'Trello',
	},
	words: {
		active: 'Actif',
		suspended: 'Suspendu',
		deactivated: 'Désactivé',
		for_deletion: 'Suppression programmée',
		inactive: 'inactif',
		access: 'Client',
		none: 'Aucun accès',
		yes: 'Oui',
		no: 'Non',
		elsewhere: 'Par une autre organisation',
	},
};

export const spellings: readonly Spelling[] = [english, german, french];

const quote = (cell: string, delimiter: string): string =>
	cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export type Columns = readonly (readonly [title: string, cells: readonly string[]])[];

/** A file of columns in the order of `order`. */
export const fileOf = (columns: Columns, { delimiter, lineBreak }: Pick<Spelling, 'delimiter' | 'lineBreak'>): string => {
	const length = columns[0]?.[1].length ?? 0;
	const rows = Array.from({ length }, (_, row) => columns.map(([, cells]) => cells[row] ?? ''));
	const lines = [columns.map(([title]) => title), ...rows].map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter));
	return `\uFEFF${lines.map((line) => line + lineBreak).join('')}`;
};

const day = '3 Jan 2024';

/** The people of the directory: whoever was never invited is in none. */
const inDirectory = (world: World): readonly DirectoryUser[] =>
	[...world.users.values()].filter((user) => readStatus(user) !== 'not_invited');

const hasAccess = (user: DirectoryUser, world: World): boolean => holdsRoleOn(user, [world.jsmResourceId], []);

const statusWord = (user: DirectoryUser, { words }: Spelling): string => {
	const status = readStatus(user);
	return status === 'not_invited' ? words.active : words[status];
};

/** Capital letters and spaces, as people's addresses are written. */
const typed = (email: string, index: number): string => (index % 7 === 0 ? ` ${email.toUpperCase()}` : email);

/** *Export users* with all users and product access. */
export const usersColumns = (world: World, spelling: Spelling): Columns => {
	const users = inDirectory(world);
	const { titles, words } = spelling;
	return [
		[titles.id, users.map(({ accountId }) => accountId)],
		[titles.name, users.map(({ name }) => name)],
		[titles.email, users.map(({ email }, index) => typed(email, index))],
		[titles.status, users.map((user) => statusWord(user, spelling))],
		[titles.added, users.map(() => day)],
		[titles.service, users.map((user) => (hasAccess(user, world) ? words.access : words.none))],
		[titles.seen, users.map(() => day)],
		[titles.other, users.map(({ roles }) => (roles.length > 0 ? words.access : words.none))],
	];
};

/** *Export managed accounts*. */
export const managedColumns = (world: World, spelling: Spelling): Columns => {
	const users = [...world.users.values()].filter(({ claimStatus }) => claimStatus === 'managed');
	const { titles, words } = spelling;
	return [
		[titles.name, users.map(({ name }) => name)],
		[titles.email, users.map(({ email }) => email)],
		[titles.last, users.map(() => day)],
		[titles.status, users.map(({ accountActive }) => (accountActive ? words.active : words.deactivated))],
		[titles.policy, users.map(() => 'Default policy')],
	];
};

/** *Export accounts from domains*, as it is of a client who verified every domain of the world. */
export const domainsColumns = (world: World, spelling: Spelling): Columns => {
	const users = [...world.users.values()];
	const { titles, words } = spelling;
	return [
		[titles.name, users.map(({ name }) => name)],
		[titles.email, users.map(({ email }) => email)],
		['Atlassian ID', users.map(({ accountId }) => accountId)],
		[titles.status, users.map(({ accountActive }) => (accountActive ? words.active : words.deactivated))],
		[titles.claimed, users.map((user) => (isClaimedElsewhere(user) ? words.elsewhere : words.no))],
		[titles.verified, users.map(({ emailVerified }) => (emailVerified ? words.yes : words.no))],
	];
};

const providers = ['gmail.com', 'outlook.com'];

/** Who deleted their own account, never confirmed it, or is blocked by Atlassian is of no organisation. */
const isClaimedElsewhere = ({ claimStatus, accountActive, enablement, email }: DirectoryUser): boolean =>
	claimStatus === 'unmanaged' &&
	!accountActive &&
	(enablement === 'forbidden' || enablement === 'managedAccount') &&
	!providers.some((domain) => email.endsWith(`@${domain}`));

/** The header before 2021, with a line for each group somebody is in. */
export const oldUsersFile = (world: World, random: SeededRandom): string => {
	const lines = inDirectory(world).flatMap((user) => {
		const groups = ['everybody', 'jira-software-users', 'service-desk-users'].slice(0, 1 + random.integer(3));
		const answer = (is: boolean): string => (is ? 'Yes' : 'No');
		return groups.map((group) => [
			group,
			user.email.split('@')[0] ?? '',
			user.name,
			user.email,
			answer(readStatus(user) === 'active'),
			'14 Dec 2012 15:31:57',
			'',
			answer(hasAccess(user, world)),
			'Yes',
			'No',
			'Yes',
		]);
	});
	const header = 'group_name,username,full_name,email,active,last_login,last_session,Jira Service Desk,Jira Software,Jira Core,Confluence';
	return [header, ...lines.map((cells) => cells.map((cell) => quote(cell, ',')).join(','))].join('\n');
};

/** The Portal-only customers page as a table file. */
export const portalColumns = (world: World, { titles, words }: Spelling): Columns => {
	const customers = [...world.customers.values()];
	return [
		[titles.name, customers.map(({ name }) => name)],
		[titles.email, customers.map(({ email }) => email)],
		[titles.last, customers.map(() => day)],
		['Status', customers.map(({ active }) => (active ? words.active : words.inactive))],
	];
};

/** The same as somebody copies it page by page, a cell a line, menus and page numbers between. */
export const portalLines = (world: World): string => {
	const customers = [...world.customers.values()];
	const perPage = 20;
	const pages = Array.from({ length: Math.ceil(customers.length / perPage) }, (_, page) => {
		const shown = customers.slice(page * perPage, (page + 1) * perPage);
		const people = shown.flatMap(({ name, email, active }) => [name, email, '3 Jan 2024', active ? 'Active' : 'Inactive', 'More actions']);
		const first = page * perPage + 1;
		return [
			'Name',
			'Email',
			'Last active',
			'Status',
			...people,
			`Showing ${first}–${first + shown.length - 1} of ${customers.length}`,
			'1 2 3',
		];
	});
	return ['Portal-only customers', 'Search', ...pages.flat()].join('\n');
};

/** The same as a saved page. */
export const portalHtml = (world: World): string => {
	const rows = [...world.customers.values()].map(
		({ name, email, active }) =>
			`<tr class="row">\n<td><div>${name}</div></td><td>${email.replace('@', '&#64;')}</td><td><span>${active ? 'Active' : 'Inactive'}</span></td><td><button>&hellip;</button></td></tr>`,
	);
	return `<!DOCTYPE html>\n<html><head><style>tr { color: red }</style><script>if (1 < 2) alert("<tr>")</script></head><body><h1>Portal-only customers</h1>\n<table><thead><tr><th>Full name</th><th>E-mail</th><th>Status</th><th>Actions</th></tr></thead>\n<tbody>${rows.join('\n')}</tbody></table></body></html>`;
};

export const shuffled = (columns: Columns, seed: number): Columns => makeSeededRandom(seed).shuffle(columns);
