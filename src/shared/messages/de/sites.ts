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
	page: {
		back: 'Alle Sites',
		absentTitle: 'Diese Site gibt es hier nicht',
		absentText: (name) => `Auf diesem Rechner heißt keine Site „${name}“: Sie wurde entfernt oder heißt anders.`,
		facts: 'Über diese Site',
		client: 'Auftraggeber',
		clientHint: 'Wem die Site gehört. Leer: niemandem.',
		nobody: 'nicht angegeben',
		changeClient: 'Auftraggeber ändern',
		sayClient: 'Auftraggeber angeben',
		save: 'Speichern',
		clientSet: (site, client) => `${site} gehört jetzt zu ${client}.`,
		clientTaken: (site) => `${site} gehört jetzt zu keinem Auftraggeber.`,
		power: 'Änderungen',
		lastRun: 'Letzter Prüflauf',
		account: 'Konto',
		management: 'Benutzerverwaltung',
		added: 'Hinzugefügt',
		connection: 'Verbindung',
		connectionHint:
			'Als wer gefragt wird, welche Rechte da sind und was verborgen bleibt. Es wird nur gefragt und an der Site nichts geändert.',
	},
	readOnly: {
		label: 'nur lesend',
		title: 'Nur lesen',
		hint: 'Die Tokens werden nur zum Lesen benutzt. Pläne lassen sich erstellen und übergeben, nicht ausführen.',
		set: (site: string) => `${site} ist jetzt nur lesend: Die Tokens werden zum Lesen benutzt, und kein Plan wird ausgeführt.`,
		taken: (site: string) => `${site} ist nicht mehr nur lesend: Pläne lassen sich ausführen.`,
	},
	tokens: {
		enter: 'Token eingeben…',
		replace: 'Token ersetzen…',
		title: (name) => `Token von ${name}`,
		text: 'Ein leeres Feld lässt das Token, wie es ist. Prüfläufe, Snapshots und was über die Site bekannt ist, bleiben.',
		save: 'Token speichern',
		kept: (name) => `Die Token von ${name} wurden gespeichert.`,
		nothing: 'Geben Sie ein neues Token oder einen neuen Schlüssel ein',
	},
	form: {
		client: 'Auftraggeber',
		clientHint: 'Wem die Site gehört, wenn Sie viele betreuen',
		expires: 'Token gültig bis',
		expiresHint: 'Der Tag, der beim Anlegen des API-Tokens angezeigt wurde; sonst verrät ihn nichts',
	},
};

/** What is said of a token beside its name. */
export const tokenTexts: typeof en.tokenTexts = {
	missing: () => 'fehlt',
	rejected: () => 'von der Site im letzten Prüflauf abgelehnt',
	expired: ({ day }) => `abgelaufen am ${day ?? 'einem unbekannten Tag'}`,
	expiring: ({ days }) => daysLeft(days ?? 0),
	until: ({ day }) => `bis ${day ?? 'zu einem unbekannten Tag'}`,
	present: () => 'gespeichert',
};
