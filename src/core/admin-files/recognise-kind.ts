import { type AdminFileKind, adminFileKinds } from '#shared/admin-files.ts';
import { isServiceManagement, roleOf, siteInTitle } from './titles.ts';
import { keySet, titleKey } from './title-key.ts';

interface Hint {
	readonly kind: AdminFileKind;
	readonly weight: number;
	readonly titles: ReadonlySet<string>;
}

const hint = (kind: AdminFileKind, weight: number, titles: string): Hint => ({ kind, weight, titles: keySet(titles, titleKey) });

/** Columns that only one kind has, or has more often than the others. Sources: atlassian-api.md section 5, "CSV exports". */
const hints: readonly Hint[] = [
	hint(
		'users',
		4,
		'added to org, org role, group_name, group name, Zur Organisation hinzugefügt, Organisationsrolle, Gruppenname, ajouté à l’organisation, rôle dans l’organisation, agregado a la organización, rol en la organización, aggiunto all’organizzazione, ruolo nell’organizzazione, toegevoegd aan organisatie, organisatierol',
	),
	hint(
		'users',
		3,
		'user status, groups, group membership, group 1, last_session, last session, Benutzerstatus, Gruppen, statut de l’utilisateur, groupes, estado del usuario, grupos, stato utente, stato dell’utente, gruppi, gebruikersstatus, groepen',
	),
	hint('users', 1, 'user id, Benutzer-ID, ID de l’utilisateur, ID de usuario, ID utente, gebruikers-ID'),
	hint(
		'domains',
		3,
		'verified email, email verified, verifizierte E-Mail, E-Mail verifiziert, Verifizierte E-Mail-Adresse, e-mail vérifié',
	),
	hint('domains', 1, 'Atlassian ID'),
	hint(
		'managed',
		8,
		'policy name, password requirements, idle session duration, Richtlinienname, Name der Richtlinie, Passwortanforderungen, Kennwortanforderungen, Sitzungsdauer bei Inaktivität, nom de la politique, nombre de la política, nome della policy',
	),
	hint('managed', 2, 'billable, abrechenbar, kostenpflichtig, facturable, facturado, fatturabile, factureerbaar'),
	hint(
		'portal',
		4,
		'actions, action, portal-only, Aktionen, Aktion, acciones, acción, azioni, azione, acties, actie, ações, ação, portal-only customer, portal-only customers',
	),
];

/** A claimed column is what the domains' export is made for; nothing outweighs it. */
const claimedWeight = 12;

const byFileName: readonly (readonly [RegExp, AdminFileKind])[] = [
	[/portal|customer|kunden/i, 'portal'],
	[/domain|domän|domaine|dominio/i, 'domains'],
	[/managed|verwaltet|beheerd/i, 'managed'],
	[/users|benutzer|utilisateurs|usuarios|utenti|gebruikers/i, 'users'],
];

/** Weaker than what a single telling column says. */
const fileNameWeight = 2;
/** Less is no more than a guess. */
const enough = 2;
/** A header that is this telling is believed whatever the file is called. */
const telling = 8;

const addTitle = (scores: Map<AdminFileKind, number>, title: string): void => {
	const key = titleKey(title);
	const add = (kind: AdminFileKind, weight: number): void => void scores.set(kind, (scores.get(kind) ?? 0) + weight);
	for (const { kind, weight, titles } of hints) if (titles.has(key)) add(kind, weight);
	const role = roleOf(title);
	if (role === 'claimed') add('domains', claimedWeight);
	// A column for each product and site, and one for when it was used last: only Export users has them.
	if (role === 'last-active' && key.startsWith('lastseenin')) add('users', 3);
	if (isServiceManagement(title) && siteInTitle(title) !== null) add('users', 2);
};

/**
 * The kind of file by its column titles, then by its name. `null` where they fit several kinds or none: a header of name,
 * address and status may be anything, and what a file proves depends on what it is.
 */
export const recogniseKind = (columns: readonly string[], fileName: string): AdminFileKind | null => {
	const scores = new Map<AdminFileKind, number>();
	for (const title of columns) addTitle(scores, title);
	const named = byFileName.find(([pattern]) => pattern.test(fileName))?.[1];
	if (named !== undefined) scores.set(named, (scores.get(named) ?? 0) + fileNameWeight);
	const [best, second] = adminFileKinds.map((kind) => ({ kind, score: scores.get(kind) ?? 0 })).sort((a, b) => b.score - a.score);
	if (best === undefined || best.score < enough || best.score <= (second?.score ?? 0)) return null;
	// Name and header speak of different files: a person has to say which of them is wrong.
	return named !== undefined && named !== best.kind && best.score < telling ? null : best.kind;
};

const named: Readonly<Record<AdminFileKind, { readonly file: string; readonly page: string }>> = {
	users: { file: 'export users', page: 'Export users' },
	managed: { file: 'export managed accounts', page: 'Export managed accounts' },
	domains: { file: 'export accounts from domains', page: 'Export accounts from domains' },
	portal: { file: 'portal-only customers list', page: 'the Portal-only customers list' },
};

/** How evidence calls a file of this kind. */
export const fileWords = (kind: AdminFileKind): string => named[kind].file;
/** What to ask an admin for. */
export const pageWords = (kind: AdminFileKind): string => named[kind].page;
