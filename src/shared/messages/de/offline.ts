import { plural } from './numbers.ts';
import type * as en from '../en/offline.ts';

/** What a person reads of diagnosing against a snapshot. */
export const offlineWords: typeof en.offlineWords = {
	way: 'Wie geprüft wird',
	live: 'Site jetzt fragen',
	offline: 'Mit Snapshot',
	offlineHint: 'Ohne Netz und ohne Token. Die Befunde gelten für den Moment, in dem der Snapshot entstand.',
	target: 'Gegen welchen Snapshot',
	snapshot: 'Snapshot',
	none: 'Auf diesem Rechner gibt es keinen Snapshot.',
	toSnapshots: 'Snapshots',
	option: (when, standing) => `${when} · ${standing}`,
	taken: (when, ago) => (when === ago ? `Entstanden am ${when}.` : `Entstanden am ${when}, ${ago}.`),
	desk: 'Serviceprojekt',
	chooseDesk: 'Serviceprojekt wählen',
	deskMissing: (name) => `${name}: Kunden fehlen darin`,
	ofFiles:
		'Er besteht aus Dateien eines Admins. Sie sagen nicht, wer Kunde eines Serviceprojekts ist; aus dem Prüflauf lässt sich also kein Plan machen.',
	access: (when) => `Der Kundenzugang, wie er am ${when} angegeben wurde, liegt ihm bei; was Sie unten angeben, geht vor.`,
	lacks: (parts) => `Für dieses Serviceprojekt fehlt: ${parts}.`,
	unfinished: 'Sein Abruf brach vorzeitig ab.',
	asItIs: 'So verwenden, wie er ist',
	asItIsText: 'Zeilen sagen, wo nach Fehlendem gefragt worden wäre; nichts gilt deshalb als „nein“.',
	startHint: 'An die Site wird nichts gesendet.',
	against: (site, when) => `Gegen einen Snapshot von ${site} vom ${when}`,
	age: (age) =>
		`Alter des Snapshots, als dieser Prüflauf begann: ${age}. Die Site selbst wurde nicht gefragt: Was sich dort seither geändert hat, steckt nicht in diesen Befunden.`,
	missing: (parts) => `Darin fehlt: ${parts}. Zeilen sagen, wo danach gefragt worden wäre.`,
	noDesk:
		'Er ist von keinem Serviceprojekt; aus dem Prüflauf lässt sich also kein Plan machen: Prüfen Sie die Liste an der Site selbst, bevor etwas geändert wird.',
};

/** What a person reads of a run over everybody of a snapshot. */
export const everybodyWords: typeof en.everybodyWords = {
	button: 'Alle darin prüfen',
	title: 'Alle in diesem Snapshot prüfen',
	what: 'Ohne Liste: Wer in diesem Snapshot gesperrt, abgeschaltet, nicht eingeladen, ohne Rolle oder doppelt vorhanden ist, wird zur Liste. Jede Zeile sagt dann, was nicht stimmt und wie es sich beheben lässt.',
	start: 'Prüfen',
	listName: (site) => `Alle von ${site}`,
	withoutAddress: (count) =>
		`${plural(count, 'weitere Person hat', 'weitere Personen haben')} keine lesbare Adresse und ${count === 1 ? 'konnte' : 'konnten'} nicht geprüft werden.`,
};
