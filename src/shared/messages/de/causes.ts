import type { CauseCode } from '../../causes.ts';
import type { CauseText, FixStep } from '../cause-text.ts';
import { formatCount } from './numbers.ts';

// Where Atlassian's own German name of a menu or button is not certain, its English one stands in quotes.

const customersPath = 'Serviceprojekt (Bereich) › Kunden › Kunden hinzufügen';
const managedAccountsPath = 'admin.atlassian.com › Verzeichnis › Verwaltete Konten';
const customerAccessPath = 'Jira-Einstellungen › Produkte (oder Apps) › Jira Service Management › „Customer access“';
const portalCustomersPath = {
	centralized: 'admin.atlassian.com › Apps (früher Produkte) › die Site › Jira Service Management › „Portal-only customers“',
	original: 'Site-Administration › Jira Service Management › „Portal-only customers“',
};

const addAgain: FixStep = {
	text: 'Danach die Adresse erneut hinzufügen.',
	path: customersPath,
	page: 'desk-customers',
};

const same = (...steps: readonly FixStep[]): CauseText['fix'] => ({ centralized: steps, original: steps });

const grantCentralized: FixStep = {
	text: '„Grant access“ › Jira Service Management › „Customer“ wählen. Diese Rolle ist kostenlos. Keine weiteren Rollen vergeben, damit keine Kosten entstehen.',
	path: 'Die Person › „Product access“ › „Grant access“',
};

const grantOriginal: FixStep = {
	text: '„Has access on site“ einschalten. Das reaktiviert die Person. „Jira Service Management – Customer“ einschalten und alle anderen Rollen ausschalten, damit keine Kosten entstehen.',
	path: 'Site-Administration › Benutzer › die Person › „Access“',
};

const findCentralized = (text: string): FixStep => ({
	text,
	path: 'admin.atlassian.com › Verzeichnis › Benutzer',
	page: 'directory-users',
});

const findOriginal = (text: string): FixStep => ({
	text,
	path: 'Site-Administration › Benutzer',
	page: 'directory-users',
});

const openAccess: FixStep = {
	text: '„Internal“ oder „External“ aktivieren. „External“ lässt jede Domain zu, sofern es nicht auf eine Domainliste beschränkt ist.',
	path: customerAccessPath,
	page: 'customer-access',
};

const admitOutsiders: FixStep = {
	text: 'Oder externe Kunden zulassen: „External“ aktivieren. Ist es auf eine Domainliste beschränkt, diese Domain dort ergänzen.',
	path: customerAccessPath,
	page: 'customer-access',
};

const onPortalCustomers = (text: string): CauseText['fix'] => ({
	centralized: [{ text, path: portalCustomersPath.centralized, page: 'portal-only-customers' }, addAgain],
	original: [{ text, path: portalCustomersPath.original, page: 'portal-only-customers' }, addAgain],
});

const checkManaged: FixStep = {
	text: 'Zur Kontrolle: die Person öffnen. Ist „Suggest changes“ ausgegraut, verwaltet eine andere Organisation das Konto.',
	path: 'admin.atlassian.com › Verzeichnis › Benutzer › die Person',
	page: 'directory-users',
};

const askOwners: FixStep = {
	text: 'Empfohlen: Die Person bittet die Administratoren ihrer Domain, das Konto zu reaktivieren. Dabei geht nichts verloren.',
};

const reactivateManaged: FixStep = {
	text: 'Das Konto suchen und reaktivieren („Reactivate account“).',
	path: managedAccountsPath,
	page: 'directory-users',
};

export const causeTexts: Record<CauseCode, CauseText> = {
	'already-customer': {
		label: 'Bereits Kunde',
		verdict: ({ email, desk }) => `${email} ist bereits Kunde von ${desk} und hat ein aktives Konto.`,
		fix: same(),
	},
	'ready-existing': {
		label: 'Bereit, mit Konto',
		verdict: ({ email, desk }) => `${email} hat ein aktives Konto. Fügen Sie es zu ${desk} hinzu.`,
		fix: same({ text: 'Die Adresse hinzufügen.', path: customersPath, page: 'desk-customers' }),
	},
	'ready-new': {
		label: 'Bereit, neues Konto',
		verdict: ({ email }) => `${email} hat hier kein Konto. Beim Hinzufügen wird ein Kundenkonto erstellt.`,
		fix: same({
			text: 'Die Adresse hinzufügen. Dabei wird ein Kundenkonto erstellt.',
			path: customersPath,
			page: 'desk-customers',
		}),
	},
	'access-revoked': {
		label: 'Zugriff gesperrt',
		verdict: ({ email }) => `${email} hat ein Atlassian-Konto, aber der Zugriff auf diese Organisation ist gesperrt.`,
		fix: {
			centralized: [
				findCentralized(
					'Die Person suchen und den Zugriff wiederherstellen („Restore access“). Das stellt auch frühere Rollen wieder her. Prüfen, welche davon kostenpflichtig sind.',
				),
				grantCentralized,
				addAgain,
			],
			original: [
				findOriginal(
					'Die Person suchen. Mit dem Zugriff werden auch frühere Rollen wiederhergestellt. Prüfen, welche davon kostenpflichtig sind.',
				),
				grantOriginal,
				addAgain,
			],
		},
	},
	'not-invited': {
		label: 'Nicht in dieser Organisation',
		verdict: ({ email }) =>
			`${email} hat ein Atlassian-Konto, ist aber nicht in dieser Organisation oder nicht im Verzeichnis dieser Site.`,
		fix: {
			centralized: [
				findCentralized(
					'„Benutzer einladen“ wählen, die Adresse eingeben und Jira Service Management nur mit der Rolle „Customer“ auswählen.',
				),
				addAgain,
			],
			original: [findOriginal('„Benutzer einladen“ wählen und die Adresse eingeben.'), grantOriginal, addAgain],
		},
	},
	'role-missing': {
		label: 'Kundenrolle fehlt',
		verdict: ({ email }) => `${email} hat ein aktives Atlassian-Konto, aber keine Jira-Service-Management-Rolle auf dieser Site.`,
		fix: {
			centralized: [findCentralized('Die Person suchen.'), grantCentralized, addAgain],
			original: [findOriginal('Die Person suchen.'), grantOriginal, addAgain],
		},
	},
	'portal-account-inactive': {
		label: 'Portalkonto inaktiv',
		verdict: ({ email }) => `${email} hat auf dieser Site ein inaktives Portalkonto.`,
		fix: onPortalCustomers('Die Adresse suchen, ihr Menü öffnen und „Grant access“ wählen.'),
	},
	'customer-access-closed': {
		label: 'Kundenzugang geschlossen',
		verdict: ({ email }) => `${email} hat kein Konto, und diese Site erstellt keines. „Internal“ und „External“ sind beide aus.`,
		fix: same(openAccess, addAgain),
	},
	'domain-not-approved': {
		label: 'Domain nicht genehmigt',
		verdict: ({ email, domain }) => `${email} hat kein Konto, und der Kundenzugang lässt ${domain} nicht zu.`,
		fix: {
			centralized: [
				{
					text: 'Wenn nur „Internal“ aktiviert ist: die Domain mit der Rolle „Jira Service Management – Customer“ genehmigen. Keine Genehmigung verlangen.',
					path: 'admin.atlassian.com › Apps (früher Produkte) › „App access settings“ (oder „User access settings“) › „Approved domains“',
					page: 'approved-domains',
				},
				admitOutsiders,
				addAgain,
			],
			original: [
				{
					text: 'Wenn nur „Internal“ aktiviert ist: die Domain mit der Rolle „Jira Service Management – Customer“ genehmigen. Keine Genehmigung verlangen.',
					path: 'Site-Administration › „Site access“',
					page: 'approved-domains',
				},
				admitOutsiders,
				addAgain,
			],
		},
	},
	'sign-up-not-allowed': {
		label: 'Registrierung nicht verfügbar',
		verdict: ({ email }) => `Die Site hat für ${email} kein Konto erstellt. Die Registrierung ist nicht verfügbar.`,
		fix: same(
			openAccess,
			{
				text: 'Prüfen, ob Kunden das Serviceprojekt nutzen dürfen: „Projekte durchsuchen“ und „Vorgänge erstellen“ brauchen „Service Project Customer – Portal Access“.',
				path: 'Serviceprojekt › Projekteinstellungen › Berechtigungen',
			},
			addAgain,
		),
	},
	'managed-elsewhere': {
		label: 'Von anderer Organisation verwaltet',
		verdict: ({ email, domain }) =>
			`Eine andere Organisation verwaltet ${email} und hat das Konto deaktiviert. Wahrscheinlich gehört ihr ${domain}.`,
		fix: {
			centralized: [
				checkManaged,
				askOwners,
				findCentralized(
					'Andernfalls: den Benutzer entfernen („Remove user“). Rollen und Gruppen gehen hier verloren. Wird die Adresse erneut hinzugefügt, wird ein Portalkonto erstellt.',
				),
				findCentralized('Prüfen, ob die Person wirklich nicht mehr zu finden ist.'),
				addAgain,
			],
			original: [
				checkManaged,
				askOwners,
				findOriginal(
					'Andernfalls: die Person von der Site entfernen. Rollen und Gruppen gehen hier verloren. Wird die Adresse erneut hinzugefügt, wird ein Portalkonto erstellt.',
				),
				findOriginal('Prüfen, ob die Person wirklich nicht mehr zu finden ist.'),
				addAgain,
			],
		},
	},
	'deactivated-here': {
		label: 'Von Ihrer Organisation deaktiviert',
		verdict: ({ email }) => `Ihre Organisation verwaltet das Konto von ${email} und hat es deaktiviert.`,
		fix: {
			centralized: [reactivateManaged, grantCentralized, addAgain],
			original: [reactivateManaged, grantOriginal, addAgain],
		},
	},
	'deactivated-by-idp': {
		label: 'Vom Identitätsanbieter deaktiviert',
		verdict: ({ email }) => `Ihr Identitätsanbieter hat ${email} deaktiviert. In Atlassian lässt sich das Konto nicht reaktivieren.`,
		fix: same(
			{
				text: 'Die Person im Identitätsanbieter aktivieren und der Gruppe zuordnen, die mit Atlassian synchronisiert wird.',
				path: 'Ihr Identitätsanbieter (Entra ID, Okta, Google, …) › Benutzer',
			},
			{
				text: 'Die nächste Synchronisierung abwarten oder eine starten.',
				path: 'admin.atlassian.com › Sicherheit › Identitätsanbieter',
			},
			addAgain,
		),
	},
	'deactivated-by-person': {
		label: 'Von der Person deaktiviert',
		verdict: ({ email }) =>
			`${email} hat das eigene Atlassian-Konto vermutlich gelöscht. Es ist jetzt deaktiviert und wird nach 14 Tagen gelöscht.`,
		fix: same(
			{
				text: 'Die Person bitten, die Löschung in ihren Kontoeinstellungen abzubrechen (id.atlassian.com). Das ist 14 Tage lang möglich.',
			},
			{
				text: 'Ist das Konto schon gelöscht oder will die Person es nicht mehr: die Person hier entfernen und die Adresse erneut hinzufügen. Dabei wird ein Portalkonto erstellt.',
				path: 'admin.atlassian.com › Verzeichnis › Benutzer › die Person › „Remove user“',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'email-not-verified': {
		label: 'E-Mail-Adresse nicht bestätigt',
		verdict: ({ email }) => `${email} hat ein Atlassian-Konto, dessen E-Mail-Adresse nicht bestätigt ist.`,
		fix: same(
			{
				text: 'Die Person bitten, sich bei id.atlassian.com anzumelden und den Link in der Bestätigungs-E-Mail zu öffnen. Die E-Mail lässt sich dort erneut senden.',
			},
			addAgain,
		),
	},
	'blocked-by-export-control': {
		label: 'Durch Exportkontrolle gesperrt',
		verdict: ({ email }) =>
			`Atlassian hat das Konto von ${email} wegen der Exportkontrolle gesperrt. Kein Administrator kann es reaktivieren.`,
		fix: same({ text: 'Den Atlassian Support kontaktieren.', path: 'support.atlassian.com/contact' }),
	},
	'deletion-pending': {
		label: 'Löschung steht an',
		verdict: ({ email }) =>
			`${email} ist zur Löschung vorgemerkt. Das Konto ist jetzt deaktiviert und wird nach Ablauf der Frist gelöscht.`,
		fix: same(
			{
				text: 'Wenn Ihre Organisation das Konto verwaltet: öffnen und „Cancel deletion“ wählen. Andernfalls kann die Person die Löschung über die E-Mail von Atlassian abbrechen.',
				path: managedAccountsPath,
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'duplicate-accounts': {
		label: 'Doppelte Konten',
		verdict: ({ email }) => `${email} hat hier zwei aktive Konten: ein Atlassian-Konto und ein Portalkonto.`,
		fix: onPortalCustomers(
			'Die Adresse suchen und „Migrate to Atlassian account“ wählen. Ihre Anfragen gehen auf das Atlassian-Konto über.',
		),
	},
	'desk-permission-missing': {
		label: 'Projektberechtigung fehlt',
		verdict: ({ desk }) => `Kunden dürfen in ${desk} keine Anfragen sehen oder erstellen. Niemand kann es als Kunde nutzen.`,
		fix: same(
			{
				text: '„Service Project Customer – Portal Access“ bei „Projekte durchsuchen“ und „Vorgänge erstellen“ hinzufügen.',
				path: 'Serviceprojekt › Projekteinstellungen › Berechtigungen',
			},
			addAgain,
		),
	},
	'service-management-offline': {
		label: 'Jira Service Management offline',
		verdict: () => 'Jira Service Management ist auf dieser Site offline. Bis es wieder online ist, lässt sich niemand hinzufügen.',
		fix: same({ text: 'Das Abonnement von Jira Service Management prüfen.', path: 'admin.atlassian.com › Apps' }),
	},
	'caller-lacks-rights': {
		label: 'Fehlende Berechtigungen',
		verdict: ({ email }) => `${email} konnte nicht geprüft werden. Dem Konto des API-Tokens fehlen Berechtigungen.`,
		fix: same({
			text: 'Das Token eines Site-Administrators verwenden, der auch Agent des Serviceprojekts ist, sowie einen API-Schlüssel der Organisation. Dann den Prüflauf fortsetzen.',
			path: 'Invite Doctor › Sites',
		}),
	},
	'invalid-address': {
		label: 'Ungültige Adresse',
		verdict: ({ email }) => (email.trim() === '' ? 'Diese Zeile hat keine E-Mail-Adresse.' : `„${email}“ ist keine E-Mail-Adresse.`),
		fix: same({ text: 'Die Adresse im Prüflauf oder in Ihrer Liste korrigieren.' }),
	},
	'probable-typo': {
		label: 'Möglicher Tippfehler',
		verdict: ({ email, suggestion }) =>
			suggestion === null ? `Möglicher Tippfehler in ${email}.` : `Möglicher Tippfehler in ${email}. Meinten Sie ${suggestion}?`,
		fix: same({
			text: 'Die Adresse mit der Person oder Ihrer Quelle abgleichen. Dann im Prüflauf oder in Ihrer Liste korrigieren.',
		}),
	},
	'repeated-row': {
		label: 'Doppelte Zeile',
		verdict: ({ firstLine }) => (firstLine === null ? 'Duplikat einer früheren Zeile.' : `Duplikat von Zeile ${formatCount(firstLine)}.`),
		fix: same(),
	},
	undetermined: {
		label: 'Nicht feststellbar',
		verdict: ({ email }) => `Die verfügbaren Daten zeigen nicht, warum ${email} nicht hinzugefügt werden kann.`,
		fix: same(
			{
				text: 'Siehe unten, welche Prüfungen ohne Antwort blieben. Ein API-Schlüssel der Organisation beantwortet die meisten.',
				path: 'Invite Doctor › Sites',
			},
			{
				text: 'Oder manuell prüfen: Ist die Adresse im Verzeichnis oder unter „Portal-only customers“, und lässt der Kundenzugang sie zu?',
				page: 'customer-access',
			},
		),
	},
	'not-checked': {
		label: 'Noch nicht geprüft',
		verdict: ({ email }) => `${email} wurde noch nicht geprüft.`,
		fix: same({ text: 'Den Prüflauf fortsetzen. Er prüft nur Zeilen ohne Befund.' }),
	},
};
