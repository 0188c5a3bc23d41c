import { plural } from './numbers.ts';
import type * as en from '../en/offline.ts';

/** What a person reads of diagnosing against a snapshot. */
export const offlineWords: typeof en.offlineWords = {
	way: 'Quelle',
	live: 'Live-Site prüfen',
	offline: 'Snapshot verwenden',
	offlineHint: 'Ohne Netz und ohne Token. Die Befunde zeigen den Stand des Snapshots.',
	target: 'Verwendeter Snapshot',
	snapshot: 'Snapshot',
	none: 'Keine Snapshots auf diesem Rechner.',
	toSnapshots: 'Snapshots',
	option: (when, standing) => `${when} · ${standing}`,
	taken: (when, ago) => (when === ago ? `Erstellt am ${when}.` : `Erstellt am ${when}, ${ago}.`),
	desk: 'Serviceprojekt',
	chooseDesk: 'Serviceprojekt wählen',
	deskMissing: (name) => `${name}: Kunden nicht enthalten`,
	ofFiles:
		'Dieser Snapshot enthält nur Admin-Dateien. Sie nennen keine Kunden eines Serviceprojekts; aus dem Prüflauf lassen sich daher keine Behebungen planen.',
	access: (when) => `Der Snapshot enthält den am ${when} angegebenen Kundenzugang. Ihre Eingaben unten haben Vorrang.`,
	lacks: (parts) => `Für dieses Serviceprojekt fehlt: ${parts}.`,
	unfinished: 'Der Abruf wurde unterbrochen.',
	asItIs: 'Trotzdem verwenden',
	asItIsText: 'Zeilen nennen die fehlenden Daten. Fehlendes gilt nie als „nein“.',
	startHint: 'An die Site wird nichts gesendet.',
	against: (site, when) => `Auf Basis eines Snapshots von ${site} vom ${when}`,
	age: (age) =>
		`${age === null ? 'Der Snapshot ist vom Tag dieses Prüflaufs' : `Alter des Snapshots beim Start dieses Prüflaufs: ${age}`}. Spätere Änderungen an der Site sind nicht berücksichtigt.`,
	missing: (parts) => `Es fehlt: ${parts}. Betroffene Zeilen weisen darauf hin.`,
	noDesk:
		'Der Snapshot hat kein Serviceprojekt; aus diesem Prüflauf lassen sich daher keine Behebungen planen. Prüfen Sie die Liste zuerst an der Live-Site: Dafür ist ein Konto nötig.',
};

/** What a person reads of a run over everybody of a snapshot. */
export const everybodyWords: typeof en.everybodyWords = {
	button: 'Alle darin prüfen',
	title: 'Alle in diesem Snapshot prüfen',
	what: 'Keine Liste nötig. Prüft alle im Snapshot, die gesperrt, deaktiviert, nicht eingeladen oder ohne Rolle sind oder doppelte Konten haben. Jede Zeile zeigt Ursache und Behebung.',
	start: 'Prüfen',
	listName: (site) => `Alle von ${site}`,
	withoutAddress: (count) =>
		`${plural(count, 'weitere Person hat', 'weitere Personen haben')} keine lesbare Adresse und ${count === 1 ? 'konnte' : 'konnten'} nicht geprüft werden.`,
};
