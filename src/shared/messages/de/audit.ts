import { formatCount, formatMoment, plural } from './numbers.ts';
import type * as en from '../en/audit.ts';

export const auditProblems: typeof en.auditProblems = {
	'entry-changed': 'Ein Eintrag wurde nachträglich geändert.',
	'entry-missing': 'Ein Eintrag fehlt.',
	'journal-differs': 'Das Journal der Änderungen stimmt nicht mit dem Protokoll überein.',
	'database-damaged': 'Die Datendatei ist beschädigt.',
};

export const auditDifferenceText: typeof en.auditDifferenceText = (details) => {
	const entry = (seq: unknown, at: unknown): string =>
		`Eintrag ${formatCount(Number(seq))}${at === '' ? '' : ` vom ${formatMoment(String(at))}`}`;
	const log = details['logSeq'] === 0 ? 'das Protokoll ist leer' : `das Protokoll endet mit ${entry(details['logSeq'], details['logAt'])}`;
	const head = entry(details['headSeq'], details['headAt']);
	switch (details['problem']) {
		case 'head-missing':
			return `Die Datei audit-head.json, die den letzten Eintrag des Audit-Protokolls nennt, fehlt; ${log}.`;
		case 'head-unreadable':
			return `Die Datei audit-head.json, die den letzten Eintrag des Audit-Protokolls nennt, ist nicht lesbar; ${log}.`;
		case 'log-shorter':
			return `Im Audit-Protokoll fehlen Einträge: ${log}, aber audit-head.json nennt ${head}.`;
		case 'log-other':
			return `Das ist ein anderes Audit-Protokoll: Es enthält nicht ${head}, den audit-head.json nennt; ${log}.`;
		case 'chain-broken':
			return `Das Audit-Protokoll wurde geändert: audit-head.json nennt ${head}, aber Eintrag ${formatCount(Number(details['brokenSeq']))} passt nicht dazu; ${log}.`;
		default:
			return 'Das Audit-Protokoll auf diesem Rechner stimmt nicht mit audit-head.json überein.';
	}
};

export const eventTexts: typeof en.eventTexts = {
	'plan-created': 'Plan erstellt',
	confirmed: 'Entfernen bestätigt',
	started: 'Plan gestartet',
	paused: 'Plan angehalten',
	stopped: 'Plan abgebrochen',
	finished: 'Plan abgeschlossen',
	intent: 'Änderung steht bevor',
	applied: 'Geändert',
	rejected: 'Abgelehnt',
	unknown: 'Ergebnis unbekannt',
	'not-applied': 'Nicht geändert',
	'needs-person': 'Manuell prüfen',
	verified: 'Erneut geprüft',
	'run-deleted': 'Prüflauf gelöscht',
	'site-deleted': 'Site gelöscht',
	accepted: 'Protokoll akzeptiert',
};

const people = (count: number): string => plural(count, 'Person', 'Personen');

/** `to`: hinter „wollte“; `done`: hinter „hat“. */
const phrase = (object: string, to: string, done: string): en.ChangePhrase => ({ to: `${object} ${to}`, done: `${object} ${done}` });

export const auditSentences: typeof en.auditSentences = {
	changes: {
		restore: (person) => phrase(`den Zugriff von ${person}`, 'wiederherstellen', 'wiederhergestellt'),
		enable: (person) => phrase(`das Konto von ${person}`, 'reaktivieren', 'reaktiviert'),
		invite: (person) => phrase(`${person} mit der Kundenrolle`, 'einladen', 'eingeladen'),
		remove: (person) => phrase(`${person} aus dem Verzeichnis`, 'entfernen', 'entfernt'),
		'assign-role': (person) => phrase(`${person} die Kundenrolle`, 'erteilen', 'erteilt'),
		create: (person) => phrase(`ein Kundenkonto für ${person}`, 'erstellen', 'erstellt'),
		'invite-customer': (person, desk) => phrase(`${person} per E-Mail zu ${desk}`, 'einladen', 'eingeladen'),
		'add-to-desk': (person, desk) => phrase(`${person} zu ${desk}`, 'hinzufügen', 'hinzugefügt'),
		'add-to-organisation': (person) => phrase(`${person} zur Kundenorganisation`, 'hinzufügen', 'hinzugefügt'),
	},
	states: {
		intent: (who, { to }) => `${who} wird gleich ${to}`,
		applied: (who, { done }) => `${who} hat ${done}`,
		rejected: (who, { to }) => `${who} wollte ${to}: von der Site abgelehnt`,
		unknown: (who, { to }) => `${who} wollte ${to}. Das Ergebnis ist unbekannt`,
		'not-applied': (who, { to }) => `${who} wollte ${to}. Nichts wurde geändert`,
		'needs-person': (who, { to }) => `${who} wollte ${to}. Prüfen Sie das Ergebnis manuell`,
	},
	somebody: (row) => `die Person der Zeile ${formatCount(row + 1)}`,
	someDesk: 'dem Service-Projekt',
	was: (cause) => `vorher: ${cause}`,
	answered: (status) => `Antwort ${status}`,
	planMade: (who, rows, desk) => `${who} hat einen Plan für ${plural(rows, 'Zeile', 'Zeilen')} in ${desk} erstellt`,
	confirmed: (who, text) => `${who} hat „${text}“ bestätigt`,
	rechecked: (who, person, cause) => `${who} hat ${person} erneut geprüft: ${cause}`,
	recheckedMany: (who, count) => `${who} hat ${people(count)} erneut geprüft`,
	runDeleted: (who, rows, plans) =>
		`${who} hat einen Prüflauf mit ${plural(rows, 'Zeile', 'Zeilen')}${plans === 0 ? '' : ` und ${plural(plans, 'Plan', 'Plänen')}`} gelöscht`,
	siteDeleted: (who) => `${who} hat alles gelöscht, was zur Site gespeichert war`,
	accepted: (who, reason) => `${who} hat das Protokoll akzeptiert: „${reason}“`,
	other: (who, event) => `${who}: ${event}`,
};

export const hostTexts: typeof en.hostTexts = {
	electron: 'Desktop-App',
	browser: 'Browser',
	cli: 'Befehlszeile',
};

export const auditWords: typeof en.auditWords = {
	title: 'Audit-Protokoll',
	intro:
		'Alle vorgenommenen oder versuchten Änderungen: von wem und auf welcher Site. Einträge werden nie gelöscht, und jeder ist mit dem vorigen versiegelt. Wenn Sie einen Prüflauf löschen, verlieren seine Einträge Namen und Adressen.',
	emptyTitle: 'Noch keine Einträge',
	emptyText: 'Der erste Eintrag entsteht, wenn Sie einen Plan erstellen.',
	loading: 'Das Audit-Protokoll wird geladen…',
	table: 'Einträge, neueste zuerst',
	columns: { seq: 'Eintrag', at: 'Wann', event: 'Was geschah', details: 'Einzelheiten' },
	filters: {
		label: 'Einträge filtern',
		site: 'Site',
		anySite: 'Alle Sites',
		plan: 'Plan',
		anyPlan: 'Alle Pläne',
		planOf: (list, when) => `${list}, ${when}`,
		person: 'Adresse suchen',
		step: 'Schritt',
		anyStep: 'Alle Schritte',
		since: 'Von',
		until: 'Bis',
		clear: 'Filter zurücksetzen',
		none: 'Keine passenden Einträge.',
	},
	show: 'Zeigen',
	hide: 'Verbergen',
	detailsOf: (seq, isOpen) => `Einzelheiten zu Eintrag ${formatCount(seq)} ${isOpen ? 'verbergen' : 'zeigen'}`,
	hash: 'Siegel',
	newer: 'Neuere',
	older: 'Ältere',
	range: (from, to, total) => `${formatCount(from)}–${formatCount(to)} von ${formatCount(total)}`,
	verify: 'Überprüfen',
	export: { csv: 'Als CSV exportieren', jsonl: 'Als JSONL exportieren' },
	csvColumns: {
		seq: 'Eintrag',
		at: 'Zeit (UTC)',
		account: 'Konto',
		user: 'Benutzer',
		host: 'Über',
		site: 'Site',
		event: 'Ereignis',
		sentence: 'Was geschah',
		plan: 'Plan',
		person: 'Adresse',
		step: 'Schritt',
		status: 'Antwort',
		hash: 'Siegel',
	},
	exported: (name) => `Gespeichert als ${name}.`,
	sound: (entries) => `${plural(entries, 'Eintrag', 'Einträge')} überprüft. Nichts geändert, nichts fehlt.`,
	soundEmpty: 'Noch keine Einträge, und keiner fehlt.',
	unsound: (problems) => `${plural(problems, 'Problem', 'Probleme')} gefunden`,
	unsoundNext: 'Sichern Sie zuerst den Datenordner.',
	atEntry: (seq) => `Eintrag ${formatCount(seq)}:`,
	accept: {
		how: 'Bis das geklärt ist, sind Änderungen an Sites gesperrt. Alles andere funktioniert. Wenn Sie den Grund kennen, etwa eine wiederhergestellte Sicherung, akzeptieren Sie das Protokoll. Es wird dann von hier fortgesetzt, mit einem Eintrag darüber.',
		reason: 'Grund',
		example: 'z. B. Sicherung vom Montag wiederhergestellt',
		accept: 'Protokoll akzeptieren',
		accepted: (seq) => `Akzeptiert. Festgehalten in Eintrag ${formatCount(seq)}.`,
		before: (seq, user, at, reason) =>
			`Eintrag ${formatCount(seq)}: ${user} hat das Protokoll am ${formatMoment(at)} akzeptiert: „${reason}“`,
	},
};
