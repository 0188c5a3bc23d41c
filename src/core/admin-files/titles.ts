import { type ColumnRole, columnRoles } from '#shared/admin-files.ts';
import { keySet, titleKey } from './title-key.ts';

const titles = (text: string): ReadonlySet<string> => keySet(text, titleKey);

/**
 * Titles by role. The English ones are Atlassian's, old and new; the others are what a translated console, or somebody
 * who translated the header, would write. Titles change without notice: whatever is not here is mapped by a person once.
 */
const titlesByRole: Readonly<Record<Exclude<ColumnRole, 'service-management'>, ReadonlySet<string>>> = {
	address: titles(
		'email, e-mail, email address, e-mail address, mail, user email, primary email, E-Mail-Adresse, Mailadresse, adresse e-mail, courriel, adresse courriel, correo, correo electrónico, dirección de correo electrónico, indirizzo e-mail, indirizzo email, posta elettronica, e-mailadres, endereço de e-mail, endereço de email, e-post, e-postadress, sähköposti, adres e-mail, メール, メールアドレス, электронная почта, 电子邮件, 이메일',
	),
	name: titles(
		'name, user name, username, full name, full_name, display name, user, customer, Benutzername, Benutzer, vollständiger Name, Anzeigename, Kunde, nom, nom complet, nom d’utilisateur, utilisateur, nombre, nombre completo, nombre de usuario, usuario, nome, nome completo, nome utente, utente, naam, volledige naam, gebruikersnaam, gebruiker, nome de usuário, namn, navn, nazwa użytkownika, imię i nazwisko, 名前, 氏名, имя',
	),
	'account-id': titles(
		'user id, account id, Atlassian ID, Atlassian account ID, aaid, id, Benutzer-ID, Konto-ID, Account-ID, identifiant, ID de l’utilisateur, ID utilisateur, identifiant du compte, ID de usuario, ID de cuenta, ID utente, ID account, gebruikers-ID, ID do usuário, ID da conta, ユーザー ID, アカウント ID',
	),
	status: titles(
		'status, user status, account status, active, is active, state, enabled, access, has access, has access on site, Benutzerstatus, Kontostatus, Aktiv, Zustand, Zugriff, Zugang, statut, statut de l’utilisateur, statut du compte, actif, accès, estado, estado del usuario, estado de la cuenta, activo, acceso, stato, stato utente, stato dell’utente, stato account, attivo, accesso, gebruikersstatus, actief, toegang, status do usuário, estado do usuário, ativo, acesso, tila, stan, ステータス, 状態, статус',
	),
	'last-active': titles(
		'last active, last seen, last login, last_login, last log in, last session, last_session, last activity, zuletzt aktiv, letzte Anmeldung, zuletzt angemeldet, zuletzt gesehen, letzte Aktivität, dernière activité, dernière connexion, dernière visite, última actividad, último acceso, último inicio de sesión, ultima attività, ultimo accesso, laatst actief, laatste aanmelding, última atividade, último acesso, senast aktiv, ostatnia aktywność, 最終アクティブ, последняя активность',
	),
	claimed: titles(
		'claimed, claimed by another organization, claimed by another organisation, claimed elsewhere, is claimed, beansprucht, von anderer Organisation beansprucht, von einer anderen Organisation beansprucht, revendiqué, revendiqué par une autre organisation, reclamada, reclamado, reclamada por otra organización, rivendicato, rivendicato da un’altra organizzazione, geclaimd, reivindicada, reivindicado, 要求済み',
	),
	managed: titles(
		'managed, managed account, is managed, managed by this organization, managed by this organisation, verwaltet, verwaltetes Konto, géré, compte géré, gestionada, cuenta gestionada, administrada, gestito, account gestito, beheerd, beheerd account, gerenciada, conta gerenciada, 管理対象',
	),
	'email-verified': titles(
		'verified email, email verified, e-mail verified, verified e-mail, is email verified, email verification, Verifizierte E-Mail, E-Mail verifiziert, bestätigte E-Mail, E-Mail bestätigt, e-mail vérifié, adresse e-mail vérifiée, e-mail validé, correo verificado, correo electrónico verificado, email verificata, e-mail verificata, e-mail geverifieerd, e-mail verificado, 確認済みメール',
	),
	groups: titles(
		'group name, group_name, groups, group, group membership, group 1, Gruppe, Gruppen, Gruppenname, Gruppenmitgliedschaft, groupe, groupes, nom du groupe, grupo, grupos, nombre del grupo, gruppo, gruppi, groep, groepen, nome do grupo, グループ',
	),
};

/** What stands at the end of a title and is no site, e.g. in `Jira Service Management (access)`. */
const noSite = keySet(
	'access, product access, has access, role, roles, site access, user, users, customer, agent, app, product, Zugriff, Zugang, Rolle, accès, rôle, acceso, rol, accesso, ruolo, toegang, acesso',
	titleKey,
);

/**
 * Service management under its names so far, as Atlassian's exports head such a column: alone, with "access to" before it, or
 * with the site or a word for access behind it. "Filter Jira Service Management" is somebody's own column. Customer Service
 * Management is another product.
 */
const serviceManagement =
	/^(?:(?:product)?access(?:to)?|(?:produkt)?zugriff(?:auf)?|zugang(?:zu)?|acces(?:a)?|acceso(?:a)?|accesso(?:a)?|toegang(?:tot)?|acesso(?:ao?)?)?(?:jiraservicemanagement|jiraservicedesk|servicedesk|servicemanagement|jsm)(?:cloud)?(.*)$/;

/** A column that says when a product was last used is none that says who may use it. */
const lastSeen = /^(?:lastseen|lastactive|lastlogin|zuletzt|letzte|derni|ultim|laatst|senast|ostatni)/;

/** Whether the column says who may use service management, of this or of another site. */
export const isServiceManagement = (title: string): boolean => {
	const rest = serviceManagement.exec(titleKey(title))?.[1];
	return rest !== undefined && (rest === '' || noSite.has(rest) || siteInTitle(title) !== null);
};

/** Characters; no title that names a site is longer. */
const longestTitle = 300;

/** The site that is named in a title such as `Jira Service Management - acme`; `null` where none is. */
export const siteInTitle = (title: string): string | null => {
	if (title.length > longestTitle) return null;
	const [, site] = /(?:\s[-–—]|[:(/|@])\s*([^\s()]+)\)?\s*$/.exec(title.trim()) ?? [];
	return site === undefined || noSite.has(titleKey(site)) ? null : site.toLowerCase();
};

const product =
	/\b(?:jira|confluence|service (?:management|desk)|atlas|bitbucket|trello|compass|loom|rovo|focus|goals|statuspage|opsgenie)\b/i;

/** The sites that columns of products name, e.g. `Last seen in Jira - acme`. */
export const sitesIn = (titles: readonly string[]): readonly string[] => [
	...new Set(titles.flatMap((title) => (product.test(title.slice(0, longestTitle)) ? (siteInTitle(title) ?? []) : []))),
];

/** Whether a column of this title can have the role. */
export const hasRole = (title: string, role: ColumnRole): boolean => {
	if (role === 'service-management') return isServiceManagement(title);
	const key = titleKey(title);
	return titlesByRole[role].has(key) || (role === 'last-active' && lastSeen.test(key));
};

/** The first role that a column of this title can have; `null` for one that is left alone. */
export const roleOf = (title: string): ColumnRole | null => columnRoles.find((role) => hasRole(title, role)) ?? null;
