import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/audit.ts';

export const auditProblems: typeof en.auditProblems = {
	'entry-changed': 'Ein Eintrag wurde nachträglich geändert.',
	'entry-missing': 'Ein Eintrag fehlt.',
	'journal-differs': 'Das Journal der Änderungen sagt nicht, was das Protokoll sagt.',
	'anchor-missing': 'Die Marke, die außerhalb der Datendatei liegt, fehlt.',
	'anchor-damaged': 'Die Marke, die außerhalb der Datendatei liegt, ist beschädigt.',
	'anchor-differs': 'Die Marke, die außerhalb der Datendatei liegt, gehört zu einem anderen Protokoll.',
	'database-changed': 'Die Regeln, die das Protokoll vor Änderungen schützen, sind nicht mehr in der Datendatei.',
	'database-damaged': 'Die Datendatei ist beschädigt.',
	'log-cut-off': 'Das Ende des Protokolls wurde abgeschnitten.',
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
	unknown: 'Ausgang unbekannt',
	'not-applied': 'Nicht geschehen',
	'needs-person': 'Von Hand zu klären',
	verified: 'Nachgesehen',
};

export const hostTexts: typeof en.hostTexts = {
	electron: 'Desktop-App',
	browser: 'Browser',
	cli: 'Befehlszeile',
};

export const auditWords: typeof en.auditWords = {
	title: 'Audit-Protokoll',
	intro:
		'Jede vorgenommene oder versuchte Änderung: von wem und auf welcher Site. Einträge werden nie geändert oder gelöscht, und jeder ist mit dem vorigen versiegelt.',
	emptyTitle: 'Noch nichts verzeichnet',
	emptyText: 'Der erste Eintrag entsteht, wenn ein Plan erstellt wird.',
	loading: 'Das Audit-Protokoll wird gelesen…',
	table: 'Einträge, neueste zuerst',
	columns: { seq: 'Eintrag', at: 'Wann', event: 'Was', site: 'Site', actor: 'Wer', details: 'Einzelheiten' },
	show: 'Zeigen',
	hide: 'Verbergen',
	detailsOf: (seq, isOpen) => `Einzelheiten zu Eintrag ${formatCount(seq)} ${isOpen ? 'verbergen' : 'zeigen'}`,
	hash: 'Siegel',
	newer: 'Neuere',
	older: 'Ältere',
	range: (from, to, total) => `${formatCount(from)}–${formatCount(to)} von ${formatCount(total)}`,
	verify: 'Überprüfen',
	export: 'Exportieren',
	exported: (name) => `Gespeichert als ${name}.`,
	sound: (entries) => `${plural(entries, 'Eintrag ist', 'Einträge sind')} wie geschrieben, und nichts fehlt.`,
	soundEmpty: 'Es gibt noch keinen Eintrag, und keiner fehlt.',
	unsound: (problems) => `${plural(problems, 'Stelle ist', 'Stellen sind')} nicht wie geschrieben`,
	unsoundNext: 'Sichern Sie zuallererst eine Kopie des Datenordners. Solange das nicht geklärt ist, wird an keiner Site etwas geändert.',
	atEntry: (seq) => `Eintrag ${formatCount(seq)}:`,
};
