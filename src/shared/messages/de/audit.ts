import { formatCount, formatMoment, plural } from './numbers.ts';
import type * as en from '../en/audit.ts';

export const auditProblems: typeof en.auditProblems = {
	'entry-changed': 'Ein Eintrag wurde nachträglich geändert.',
	'entry-missing': 'Ein Eintrag fehlt.',
	'journal-differs': 'Das Journal der Änderungen sagt nicht, was das Protokoll sagt.',
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
			return `Das Audit-Protokoll ist kürzer, als es war: ${log}; audit-head.json nennt ${head}.`;
		case 'log-other':
			return `Das Audit-Protokoll ist ein anderes: audit-head.json nennt ${head}, und der steht nicht darin; ${log}.`;
		case 'chain-broken':
			return `Das Audit-Protokoll wurde geändert: audit-head.json nennt ${head}, und Eintrag ${formatCount(Number(details['brokenSeq']))} folgt nicht daraus; ${log}.`;
		default:
			return 'Das Audit-Protokoll auf diesem Rechner ist nicht das, das audit-head.json nennt.';
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
	unknown: 'Ausgang unbekannt',
	'not-applied': 'Nicht geschehen',
	'needs-person': 'Von Hand zu klären',
	verified: 'Nachgesehen',
	accepted: 'Protokoll so angenommen',
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
	unsoundNext: 'Sichern Sie zuallererst eine Kopie des Datenordners.',
	atEntry: (seq) => `Eintrag ${formatCount(seq)}:`,
	accept: {
		how: 'Solange das nicht geklärt ist, wird an keiner Site etwas geändert; alles andere geht weiter. Wenn Sie den Grund kennen, etwa weil eine Sicherung eingespielt wurde, nehmen Sie das Protokoll so an, wie es ist: Es geht dann von hier aus weiter, mit einem Eintrag, der das sagt.',
		reason: 'Warum es abweicht',
		example: 'Sicherung vom Montag eingespielt',
		accept: 'Protokoll so annehmen',
		accepted: (seq) => `Angenommen: Eintrag ${formatCount(seq)} sagt es.`,
		before: (seq, user, at, reason) =>
			`Eintrag ${formatCount(seq)}: ${user} hat das Protokoll am ${formatMoment(at)} so angenommen: „${reason}“`,
	},
};
