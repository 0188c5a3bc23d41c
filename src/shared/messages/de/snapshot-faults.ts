import type { FailureDetails } from '../../outcome.ts';
import type { SnapshotFault } from '../../snapshot.ts';
import { inBrackets, textOf } from '../failure-text.ts';

/** Why a file was not taken for a snapshot. */
const faults: Record<SnapshotFault, string> = {
	'unreadable-file': 'Die Datei lässt sich nicht lesen.',
	'no-database': 'Diese Datei ist kein Snapshot. Sie ist keine Datenbank.',
	archive: 'Diese Datei ist ein Archiv. Entpacken Sie den Snapshot zuerst.',
	'cut-off': 'Diese Datei ist unvollständig. Kopieren oder laden Sie sie erneut.',
	'too-large': 'Diese Datei ist zu groß für einen Snapshot (über 1 GB).',
	'foreign-database': 'Diese Datei ist kein Snapshot, sondern eine andere Datenbank.',
	'newer-version': 'Dieser Snapshot stammt von einer neueren Version von Invite Doctor.',
	'unknown-version': 'Dieser Snapshot hat eine unbekannte Version.',
	'unsupported-form': 'Diese Datenbank hat eine nicht unterstützte Form. Exportieren Sie den Snapshot erneut.',
	'has-views': 'Diese Datei enthält Views. Snapshots haben keine, daher wurde sie nicht geöffnet.',
	'has-triggers': 'Diese Datei enthält Trigger. Snapshots haben keine, daher wurde sie nicht geöffnet.',
	'has-virtual-tables': 'Diese Datei enthält virtuelle Tabellen. Snapshots haben keine, daher wurde sie nicht geöffnet.',
	'other-tables': 'Die Tabellen dieser Datei sind nicht die eines Snapshots.',
	damaged: 'Diese Datei ist beschädigt.',
	'too-many-records': 'Diese Datei enthält zu viele Einträge.',
	'cell-too-large': 'Diese Datei enthält einen zu großen Wert.',
	'wrong-type': 'Diese Datei enthält Bytes oder Zahlen, wo Text erwartet wird.',
	'header-invalid': 'Diese Datei hat keine gültige Site oder kein gültiges Datum.',
	'part-invalid': 'Diese Datei enthält einen unbekannten Teil.',
	'record-invalid': 'Diese Datei enthält einen ungültigen Eintrag.',
	'record-missing': 'In dieser Datei fehlen Einträge, oder ihre Reihenfolge ist gestört.',
	'record-stray': 'Diese Datei enthält Einträge, die zu keinem ihrer Teile gehören.',
	'content-changed': 'Der Inhalt dieser Datei wurde nach dem Abruf verändert. Die Prüfsummen stimmen nicht.',
	'still-pulled':
		'Das ist die Datei eines unterbrochenen Abrufs. Setzen Sie den Abruf auf seinem Rechner fort und exportieren Sie ihn dann.',
};

/** The sentence, and where in the file it was found. */
export const snapshotFaultText = ({ fault, part, position, reason, version }: FailureDetails): string => {
	const found = [
		...(part === undefined ? [] : [String(part)]),
		...(position === undefined ? [] : [`Eintrag ${String(position)}`]),
		...(version === undefined ? [] : [`Version ${String(version)}`]),
		...(reason === undefined ? [] : [String(reason)]),
	];
	return textOf(faults, fault, 'Diese Datei lässt sich nicht als Snapshot verwenden.').replace(/\.$/, `${inBrackets(...found)}.`);
};
