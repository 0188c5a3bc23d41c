import { defaultCallbackPort } from '../../oauth.ts';
import { inBrackets, plainDetail } from '../failure-text.ts';
import type * as english from '../en/sign-in.ts';

const rowsKept = 'Bisherige Befunde sind gespeichert.';
const nothingKept = 'Es wurde nichts gespeichert.';
const signInAgain = {
	window: 'Melden Sie sich auf der Seite der Site erneut an und setzen Sie dann fort.',
	commandLine: 'Melden Sie sich mit „site sign-in“ erneut an und setzen Sie dann fort.',
};

export const signInFaultTexts: typeof english.signInFaultTexts = {
	'sign-in-needed': (details) =>
		details['why'] === 'absent'
			? {
					happened: 'Auf diesem Rechner hat sich noch niemand bei dieser Site angemeldet.',
					kept: rowsKept,
					next: { window: 'Melden Sie sich auf der Seite der Site an.', commandLine: 'Melden Sie sich mit „site sign-in“ an.' },
				}
			: { happened: 'Ihre Anmeldung bei dieser Site ist beendet.', kept: rowsKept, next: signInAgain },
	'sign-in-unfinished': (details) =>
		details['why'] === 'late'
			? { happened: 'Die Anmeldung hat länger als fünf Minuten gedauert.', kept: nothingKept, next: 'Versuchen Sie es erneut.' }
			: details['why'] === 'code'
				? { happened: 'Atlassian akzeptiert die Antwort der eigenen Seite nicht.', kept: nothingKept, next: 'Versuchen Sie es erneut.' }
				: {
						happened: 'Der Zugriff wurde auf der Seite von Atlassian nicht erlaubt.',
						kept: nothingKept,
						next: 'Versuchen Sie es erneut und wählen Sie „Accept“.',
					},
	'sign-in-other-site': (details) => ({
		happened: `Der Zugriff wurde für eine andere Site erlaubt${inBrackets(plainDetail(details, 'sites'))}.`,
		kept: nothingKept,
		next: `Melden Sie sich erneut an. Wählen Sie auf der Seite von Atlassian ${plainDetail(details, 'site') || 'diese Site'}.`,
	}),
	'oauth-app-rejected': () => ({
		happened: 'Atlassian akzeptiert Client-ID und Secret der App nicht.',
		kept: rowsKept,
		next: {
			window:
				'Vergleichen Sie beides mit den Einstellungen der App in der Developer Console, und geben Sie es auf der Seite der Site neu ein.',
			commandLine:
				'Vergleichen Sie beides mit den Einstellungen der App in der Developer Console, und geben Sie es mit „site sign-in --oauth“ neu ein.',
		},
	}),
	'callback-port-taken': (details) => ({
		happened: `Ein anderes Programm auf diesem Rechner verwendet den Port ${plainDetail(details, 'port') || 'der Callback-Adresse'}.`,
		next: {
			window:
				'Beenden Sie es. Oder geben Sie auf der Seite der Site einen anderen Port an, und tragen Sie die neue Callback-Adresse in der App ein.',
			commandLine:
				'Beenden Sie es. Oder geben Sie einen anderen --callback-port an, und tragen Sie die neue Callback-Adresse in der App ein.',
		},
	}),
};

export const signInWords: typeof english.signInWords = {
	kind: 'OAuth-App',
	label: 'OAuth-Anmeldung',
	hint: 'Für eine App, die Ihre Firma auf developer.atlassian.com registriert hat. Sie melden sich im Browser an; niemand erstellt ein API-Token.',
	clientId: 'Client-ID',
	clientIdHint: 'developer.atlassian.com › Ihre App › Settings',
	clientSecret: 'Client-Secret',
	clientSecretHint: 'Auf derselben Seite. Wird im Schlüsselbund gespeichert.',
	clientSecretKept: 'Leer lassen, um das Secret zu behalten',
	port: 'Callback-Port',
	portHint: `Ein freier Port dieses Rechners, meist ${defaultCallbackPort}`,
	portInvalid: 'Geben Sie eine Zahl von 1024 bis 65535 ein',
	register: 'In der App eintragen',
	registerHint:
		'Atlassian vergleicht die Callback-Adresse genau. Fügen Sie diese Scopes der Jira API und der Jira Service Management API hinzu; offline_access braucht keinen Eintrag.',
	callback: 'Callback-URL (Authorization › OAuth 2.0)',
	scopes: 'Scopes (Permissions)',
	added: (name) => `${name} hinzugefügt. Melden Sie sich jetzt an.`,
	absent: 'Nicht angemeldet. Melden Sie sich an, um diese Site zu prüfen.',
	change: 'App und Schlüssel…',
	button: 'Anmelden…',
	again: 'Erneut anmelden…',
	title: (site) => `Bei ${site} anmelden`,
	text: 'Ihr Browser öffnet die Seite von Atlassian. Wählen Sie dort die Site und stimmen Sie zu. Kehren Sie dann zu diesem Fenster zurück.',
	start: 'Atlassian öffnen',
	starting: 'Die Site wird kontaktiert…',
	waiting: 'Stimmen Sie im Browser zu.',
	notOpened: 'Es ließ sich kein Browser öffnen. Öffnen Sie diese Adresse in einem Browser auf diesem Rechner.',
	noPage: 'Keine Seite geöffnet?',
	pageAddress: 'Adresse der Seite',
	done: (site) => `Bei ${site} angemeldet.`,
	doneAs: (site, email) => `Bei ${site} als ${email} angemeldet.`,
	pages: {
		agreed: { title: 'Zugriff erlaubt', text: 'Kehren Sie zu Invite Doctor zurück. Sie können diese Seite schließen.' },
		declined: {
			title: 'Zugriff nicht erlaubt',
			text: 'Kehren Sie zu Invite Doctor zurück, um es erneut zu versuchen. Sie können diese Seite schließen.',
		},
		unknown: {
			title: 'Hier gibt es nichts zu tun',
			text: 'Diese Seite gehört zu keiner Anmeldung von Invite Doctor. Es wurde nichts geändert.',
		},
	},
};
