import type { CauseCode } from '../../causes.ts';
import type { CauseText, FixStep } from '../cause-text.ts';

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
	text: 'Die kostenlose Rolle vergeben: „Grant access“ › Jira Service Management › „Customer“. Alle anderen Rollen weglassen, damit nichts berechnet wird.',
	path: 'Die Person › „Product access“ › „Grant access“',
};

const grantOriginal: FixStep = {
	text: '„Has access on site“ einschalten: Das reaktiviert die Person. „Jira Service Management – Customer“ einschalten und alles andere aus, damit nichts berechnet wird.',
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
	text: '„Internal“ oder „External“ ankreuzen („External“ lässt Adressen jeder Domain zu, sofern keine Domainliste es einschränkt).',
	path: customerAccessPath,
	page: 'customer-access',
};

const admitOutsiders: FixStep = {
	text: 'Oder externe Kunden zulassen: „External“ ankreuzen und, falls es auf eine Domainliste beschränkt ist, diese Domain dort ergänzen.',
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
	text: 'Am besten: Die Person bittet die Administratoren ihrer Domain, das Konto zu aktivieren. Dabei geht nichts verloren.',
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
		verdict: ({ email, desk }) => `${email} hat ein aktives Konto und muss nur noch zu ${desk} hinzugefügt werden.`,
		fix: same({ text: 'Die Adresse hinzufügen.', path: customersPath, page: 'desk-customers' }),
	},
	'ready-new': {
		label: 'Bereit, neues Konto',
		verdict: ({ email }) => `Zu ${email} gibt es hier kein Konto; beim Hinzufügen entsteht ein Kundenkonto.`,
		fix: same({
			text: 'Die Adresse hinzufügen; ein Kundenkonto entsteht dabei.',
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
					'Die Person suchen und den Zugriff wiederherstellen („Restore access“). Frühere Rollen kommen mit zurück: prüfen, was davon berechnet wird.',
				),
				grantCentralized,
				addAgain,
			],
			original: [
				findOriginal('Die Person suchen. Mit dem Zugriff kommen frühere Rollen zurück: prüfen, was davon berechnet wird.'),
				grantOriginal,
				addAgain,
			],
		},
	},
	'not-invited': {
		label: 'Nicht in dieser Organisation',
		verdict: ({ email }) =>
			`${email} hat ein Atlassian-Konto, gehört aber nicht zu den Benutzern dieser Organisation oder nicht zum Verzeichnis dieser Site.`,
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
		verdict: ({ email }) => `${email} hat auf dieser Site ein reines Portalkonto, und es ist inaktiv.`,
		fix: onPortalCustomers('Die Adresse suchen, ihr Menü öffnen und „Grant access“ wählen.'),
	},
	'customer-access-closed': {
		label: 'Kundenzugang geschlossen',
		verdict: ({ email }) => `Zu ${email} gibt es kein Konto, und diese Site legt keines an: „Internal“ und „External“ sind beide aus.`,
		fix: same(openAccess, addAgain),
	},
	'domain-not-approved': {
		label: 'Domain nicht erlaubt',
		verdict: ({ email, domain }) => `Zu ${email} gibt es kein Konto, und der Kundenzugang der Site lässt ${domain} nicht zu.`,
		fix: {
			centralized: [
				{
					text: 'Wenn nur „Internal“ eingeschaltet ist: die Domain mit der Rolle „Jira Service Management – Customer“ genehmigen und „needs approval“ auslassen.',
					path: 'admin.atlassian.com › Apps (früher Produkte) › „App access settings“ (oder „User access settings“) › „Approved domains“',
					page: 'approved-domains',
				},
				admitOutsiders,
				addAgain,
			],
			original: [
				{
					text: 'Wenn nur „Internal“ eingeschaltet ist: die Domain mit der Rolle „Jira Service Management – Customer“ genehmigen und „needs approval“ auslassen.',
					path: 'Site-Administration › „Site access“',
					page: 'approved-domains',
				},
				admitOutsiders,
				addAgain,
			],
		},
	},
	'sign-up-not-allowed': {
		label: 'Registrierung nicht möglich',
		verdict: ({ email }) => `Die Site hat für ${email} kein Konto angelegt: Die Registrierung ist nicht verfügbar.`,
		fix: same(
			openAccess,
			{
				text: 'Prüfen Sie, ob Kunden das Projekt nutzen dürfen: „Service Project Customer – Portal Access“ bei Browse Projects und Create Issues.',
				path: 'Serviceprojekt › Project settings › Permissions',
			},
			addAgain,
		),
	},
	'managed-elsewhere': {
		label: 'Anderswo verwaltet',
		verdict: ({ email, domain }) =>
			`Das Konto ${email} verwaltet eine andere Organisation (wahrscheinlich die Inhaberin von ${domain}), und dort ist es deaktiviert.`,
		fix: {
			centralized: [
				checkManaged,
				askOwners,
				findCentralized(
					'Andernfalls: den Benutzer entfernen („Remove user“). Rollen und Gruppen gehen hier verloren; wird die Adresse danach hinzugefügt, entsteht ein Portalkonto.',
				),
				findCentralized('Prüfen, dass die Person nicht mehr zu finden ist.'),
				addAgain,
			],
			original: [
				checkManaged,
				askOwners,
				findOriginal(
					'Andernfalls: die Person von der Site entfernen. Rollen und Gruppen gehen hier verloren; wird die Adresse danach hinzugefügt, entsteht ein Portalkonto.',
				),
				findOriginal('Prüfen, dass die Person nicht mehr zu finden ist.'),
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
		label: 'Vom IdP deaktiviert',
		verdict: ({ email }) => `${email} ist durch Ihren Identitätsanbieter deaktiviert; Atlassian lässt das Konto hier niemanden aktivieren.`,
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
			`${email} hat das eigene Atlassian-Konto vermutlich gelöscht: Es ist deaktiviert und nach 14 Tagen endgültig weg.`,
		fix: same(
			{
				text: 'Bitten Sie die Person, die Löschung in ihren Kontoeinstellungen abzubrechen (id.atlassian.com). Dafür hat sie 14 Tage Zeit.',
			},
			{
				text: 'Ist das Konto schon gelöscht oder will die Person es nicht mehr, entfernen Sie sie hier und fügen Sie die Adresse neu hinzu: So entsteht ein reines Portalkonto.',
				path: 'admin.atlassian.com › Directory › Users › die Person › Remove user',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'email-not-verified': {
		label: 'E-Mail-Adresse nicht bestätigt',
		verdict: ({ email }) => `${email} hat ein Atlassian-Konto, dessen E-Mail-Adresse die Person nie bestätigt hat.`,
		fix: same(
			{
				text: 'Bitten Sie die Person, sich bei id.atlassian.com anzumelden und den Link in der Bestätigungsmail zu öffnen. Sie lässt sich dort neu senden.',
			},
			addAgain,
		),
	},
	'blocked-by-export-control': {
		label: 'Durch Exportkontrolle gesperrt',
		verdict: ({ email }) =>
			`Atlassian hat das Konto von ${email} wegen der Exportkontrolle gesperrt. Kein Administrator kann es aktivieren.`,
		fix: same({ text: 'Wenden Sie sich an den Atlassian Support.', path: 'support.atlassian.com/contact' }),
	},
	'deletion-pending': {
		label: 'Löschung steht an',
		verdict: ({ email }) => `${email} ist zur Löschung vorgemerkt: jetzt deaktiviert und nach Ablauf der Frist weg.`,
		fix: same(
			{
				text: 'Wenn Ihre Organisation das Konto verwaltet: öffnen und die Löschung abbrechen („Cancel deletion“). Wenn nicht, kann die Person sie über die E-Mail von Atlassian abbrechen.',
				path: managedAccountsPath,
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'duplicate-accounts': {
		label: 'Zwei Konten',
		verdict: ({ email }) =>
			`Zu ${email} gibt es hier zwei Konten, ein Atlassian-Konto und ein Portalkonto, und sie stehen einander im Weg.`,
		fix: onPortalCustomers('Die Adresse suchen und „Migrate to Atlassian account“ wählen: Ihre Anfragen ziehen zum Atlassian-Konto um.'),
	},
	'desk-permission-missing': {
		label: 'Projektberechtigung fehlt',
		verdict: ({ desk }) =>
			`Kunden haben in ${desk} keine Berechtigung, Anfragen zu sehen oder zu stellen; als Kunde kann es also niemand nutzen.`,
		fix: same(
			{
				text: '„Service Project Customer – Portal Access“ bei „Projekte durchsuchen“ und „Vorgänge erstellen“ hinzufügen.',
				path: 'Serviceprojekt › Projekteinstellungen › Berechtigungen',
			},
			addAgain,
		),
	},
	'service-management-offline': {
		label: 'Service Management offline',
		verdict: () =>
			'Die Organisation führt Jira Service Management auf dieser Site als offline. Bis es wieder online ist, lässt sich niemand hinzufügen.',
		fix: same({ text: 'Prüfen Sie das Abo von Jira Service Management.', path: 'admin.atlassian.com › Apps' }),
	},
	'caller-lacks-rights': {
		label: 'Keine Einsicht',
		verdict: ({ email }) => `${email} ließ sich nicht beurteilen: Das Konto des API-Tokens darf das Nötige nicht abfragen.`,
		fix: same({
			text: 'Das Token eines Site-Administrators verwenden, der auch Agent des Serviceprojekts ist, dazu einen API-Schlüssel der Organisation; dann den Prüflauf fortsetzen.',
			path: 'Invite Doctor › Sites',
		}),
	},
	'invalid-address': {
		label: 'Ungültige Adresse',
		verdict: ({ email }) => (email.trim() === '' ? 'In dieser Zeile steht keine E-Mail-Adresse.' : `„${email}“ ist keine E-Mail-Adresse.`),
		fix: same({ text: 'Die Zeile in Ihrer Liste berichtigen, dann die Liste erneut importieren.' }),
	},
	'probable-typo': {
		label: 'Wohl vertippt',
		verdict: ({ email, suggestion }) =>
			suggestion === null ? `${email} ist wahrscheinlich vertippt.` : `${email} ist wahrscheinlich vertippt: Ist ${suggestion} gemeint?`,
		fix: same({
			text: 'Die Person fragen oder Ihre Quelle prüfen, die Zeile in Ihrer Liste berichtigen, dann die Liste erneut importieren.',
		}),
	},
	'repeated-row': {
		label: 'Doppelte Zeile',
		verdict: ({ email }) => `${email} steht weiter oben schon in der Liste; der Befund steht bei der ersten Zeile.`,
		fix: same(),
	},
	undetermined: {
		label: 'Nicht feststellbar',
		verdict: ({ email }) => `Nichts, was sich abfragen ließ, klärt, warum ${email} nicht hinzugefügt werden kann.`,
		fix: same(
			{
				text: 'Unten steht, welche Fragen ohne Antwort blieben. Die meisten beantwortet ein API-Schlüssel der Organisation.',
				path: 'Invite Doctor › Sites',
			},
			{
				text: 'Oder selbst nachsehen: Steht die Adresse im Verzeichnis, unter den reinen Portalkunden, und ist der Kundenzugang für sie offen?',
				page: 'customer-access',
			},
		),
	},
	'not-checked': {
		label: 'Noch nicht geprüft',
		verdict: ({ email }) => `${email} wurde noch nicht geprüft.`,
		fix: same({ text: 'Den Prüflauf fortsetzen: Gefragt wird nur nach Zeilen ohne Befund.' }),
	},
};
