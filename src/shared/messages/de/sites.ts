import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/sites.ts';

const sites = (count: number): string => plural(count, 'Site', 'Sites');
const daysLeft = (days: number): string => (days === 0 ? 'läuft heute ab' : `läuft in ${plural(days, 'Tag', 'Tagen')} ab`);

/** All sites in a table, and the page of one. */
export const sitesWords: typeof en.sitesWords = {
	table: 'Sites',
	columns: { site: 'Site', causes: 'Zeilen des letzten Prüflaufs', run: 'Letzter Prüflauf', snapshot: 'Snapshot', tokens: 'Token' },
	nobody: 'Kein Auftraggeber',
	group: (count, blocked) => `${sites(count)}${blocked === 0 ? '' : ` · ${plural(blocked, 'Zeile', 'Zeilen')} blockiert`}`,
	neverRun: 'Noch kein Prüflauf',
	noSnapshot: 'Keiner',
	checked: (checked, rows) => `${formatCount(checked)} von ${formatCount(rows)} geprüft`,
	cause: (count, label) => `${label} ${formatCount(count)}`,
	moreCauses: (count) => plural(count, 'weitere Ursache', 'weitere Ursachen'),
	apiToken: 'API-Token',
	orgApiKey: 'Org.-Schlüssel',
	edit: {
		button: 'Bearbeiten…',
		title: (site) => `${site} bearbeiten`,
		emailHint: 'Das Konto, zu dem das API-Token gehört. Ersetzen Sie für ein anderes Konto auch das Token.',
		desk: 'Standard-Serviceprojekt',
		deskHint: 'Sein Schlüssel. Beim Import einer Liste ist es bereits gewählt.',
		save: 'Speichern',
		saved: 'Site gespeichert',
	},
	page: {
		back: 'Alle Sites',
		absentTitle: 'Site nicht gefunden',
		absentText: (name) => `Auf diesem Rechner gibt es keine Site „${name}“. Sie wurde entfernt oder umbenannt.`,
		facts: 'Über diese Site',
		client: 'Auftraggeber',
		clientHint: 'Ohne Auftraggeber leer lassen.',
		nobody: 'Keiner',
		changeClient: 'Auftraggeber ändern',
		sayClient: 'Auftraggeber festlegen',
		save: 'Speichern',
		clientSet: (site, client) => `${site} gehört jetzt zu ${client}.`,
		clientTaken: (site) => `${site} gehört jetzt zu keinem Auftraggeber.`,
		power: 'Änderungen',
		lastRun: 'Letzter Prüflauf',
		account: 'Konto',
		management: 'Benutzerverwaltung',
		added: 'Hinzugefügt',
		connection: 'Verbindung',
		connectionHint: 'Konto, Berechtigungen und nicht verfügbare Daten. Die Prüfung liest nur; an der Site ändert sich nichts.',
	},
	addressOnly: {
		label: 'Nur Adresse',
		how: 'Anmeldung',
		withAccount: 'Mit Konto',
		without: 'Nur Adresse',
		hint: 'Für einen Auftraggeber, an dessen Site Sie sich nicht anmelden können. Sie arbeiten mit Dateien und Snapshots und können später ein Konto hinzufügen.',
		can: 'Sie können Dateien und Snapshots dieser Site hinzufügen, Listen dagegen prüfen und den Kundenzugang angeben.',
		cannot: 'Ohne Konto kann Invite Doctor hier keine Listen live prüfen, keine Snapshots abrufen und keine Pläne ausführen.',
		add: 'Konto hinzufügen…',
		addTitle: (name) => `Konto für ${name}`,
		incomplete: 'Geben Sie die E-Mail-Adresse des Kontos und sein API-Token ein',
		notPulled: 'Nur Adresse: kann nicht abgerufen werden. Fügen Sie Dateien hinzu, oder öffnen Sie einen Snapshot.',
	},
	readOnly: {
		label: 'schreibgeschützt',
		title: 'Schreibgeschützt',
		hint: 'Token werden nur zum Lesen verwendet. Sie können Pläne erstellen und übergeben, aber nicht ausführen.',
		set: (site: string) => `${site} ist jetzt schreibgeschützt. Pläne lassen sich nicht ausführen.`,
		taken: (site: string) => `${site} ist nicht mehr schreibgeschützt. Pläne lassen sich ausführen.`,
	},
	tokens: {
		enter: 'Token eingeben…',
		replace: 'Token ersetzen…',
		title: (name) => `Token von ${name}`,
		text: 'Lassen Sie ein Feld leer, um das Token zu behalten. Prüfläufe, Snapshots und Einstellungen der Site bleiben erhalten.',
		save: 'Token speichern',
		kept: (name) => `Token von ${name} gespeichert.`,
		nothing: 'Geben Sie ein neues Token oder einen neuen Schlüssel ein',
	},
	form: {
		client: 'Auftraggeber',
		clientHint: 'Der Auftraggeber, zu dem die Site gehört',
		expires: 'Token gültig bis',
		expiresHint: 'Wird beim Erstellen des API-Tokens angezeigt; per API nicht verfügbar',
	},
};

/** What is said of a token beside its name. */
export const tokenTexts: typeof en.tokenTexts = {
	missing: () => 'fehlt',
	rejected: () => 'im letzten Prüflauf abgelehnt',
	expired: ({ day }) => `abgelaufen am ${day ?? 'einem unbekannten Tag'}`,
	expiring: ({ days }) => daysLeft(days ?? 0),
	until: ({ day }) => `bis ${day ?? 'zu einem unbekannten Tag'}`,
	present: () => 'gespeichert',
};
