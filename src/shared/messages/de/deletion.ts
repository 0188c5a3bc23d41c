import type * as english from '../en/deletion.ts';
import { plural } from './numbers.ts';

export const deletionWords: typeof english.deletionWords = {
	button: 'Löschen…',
	of: (name) => `${name} löschen`,
	title: { run: 'Diesen Prüflauf löschen?', snapshot: 'Diesen Snapshot löschen?', site: (name) => `${name} löschen?` },
	clientTitle: (client) => `${client} mit allen Daten löschen?`,
	how: 'Was gelöscht wird',
	siteOnly: 'Nur die Site und ihre Token',
	siteOnlyText: 'Prüfläufe, Snapshots, manuelle Prüfungen und die Angaben zum Kundenzugriff bleiben.',
	withRuns: 'Die Site mit allen Daten',
	withRunsText: 'Auch ihre Prüfläufe und Pläne, Snapshots, manuellen Prüfungen und Angaben.',
	goes: 'Endgültig gelöscht:',
	counts: ({ sites, runs, rows, plans, snapshots, checks }) => [
		...(sites > 0 ? [`${plural(sites, 'Site', 'Sites')} mit Token`] : []),
		...(runs > 0 ? [`${plural(runs, 'Prüflauf', 'Prüfläufe')} mit ${plural(rows, 'Zeile', 'Zeilen')}`] : []),
		...(plans > 0 ? [`${plural(plans, 'Plan', 'Pläne')} mit allen Ergebnissen`] : []),
		...(snapshots > 0 ? [plural(snapshots, 'Snapshot', 'Snapshots')] : []),
		...(checks > 0 ? [plural(checks, 'manuelle Prüfung', 'manuelle Prüfungen')] : []),
	],
	stranded: (count) =>
		`${plural(count, 'Person wurde', 'Personen wurden')} entfernt und ${count === 1 ? 'hat' : 'haben'} noch kein Portalkonto. Danach sind sie hier nirgends mehr genannt.`,
	stays:
		'An der Site ändert sich nichts. Das Audit-Protokoll behält, was getan wurde, aber keine Namen und Adressen. Kopien der Datendatei aus früheren Versionen werden ebenfalls gelöscht.',
	staysOfSite: 'An der Site ändert sich nichts.',
	staysOfSnapshot: 'Prüfläufe, die ihn verwendet haben, behalten ihre Befunde. An der Site ändert sich nichts.',
	confirm: 'Löschen',
	confirmFor: { run: 'Prüflauf löschen', snapshot: 'Snapshot löschen', site: 'Site löschen', client: 'Auftraggeber löschen' },
	keep: 'Behalten',
	counting: 'Wird gezählt…',
	done: {
		run: 'Prüflauf gelöscht',
		snapshot: 'Snapshot gelöscht',
		site: (name) => `${name} gelöscht`,
		client: (name) => `${name} gelöscht`,
	},
	notWiped: 'Ein anderer Invite Doctor verwendet die Datendatei. Ihr freier Speicher wird beim nächsten Start bereinigt.',
	nothingYet: 'Nichts wurde gelöscht. Zum Löschen: --yes.',
};
