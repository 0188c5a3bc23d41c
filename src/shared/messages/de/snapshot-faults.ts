import type { FailureDetails } from '../../outcome.ts';
import type { SnapshotFault } from '../../snapshot.ts';
import { inBrackets } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

/** Why a file was not taken for a snapshot. */
const faults: Record<SnapshotFault, string> = {
	'unreadable-file': 'Die Datei lässt sich nicht lesen.',
	'no-database': 'Diese Datei ist kein Snapshot: Sie ist nicht einmal eine Datenbank.',
	archive: 'Diese Datei ist ein Archiv. Entpacken Sie den Snapshot zuerst.',
	'cut-off': 'Das Ende dieser Datei fehlt: Sie wurde nicht vollständig kopiert oder heruntergeladen.',
	'too-large': 'Diese Datei ist größer als 1 GB: Das ist kein Snapshot.',
	'foreign-database': 'Diese Datei ist die Datenbank eines anderen Programms oder der App selbst und kein Snapshot.',
	'newer-version': 'Diesen Snapshot hat eine neuere Version von Invite Doctor geschrieben.',
	'unknown-version': 'Diese Datei nennt sich Snapshot, aber in einer Version, die es nie gab.',
	'unsupported-form': 'Diese Datei ist eine Datenbank in einer Form, in der kein Snapshot exportiert wird. Exportieren Sie sie erneut.',
	'has-views': 'Diese Datei bringt eigene Views mit, die kein Snapshot hat. Sie wurde nicht weiter geöffnet.',
	'has-triggers': 'Diese Datei bringt eigene Trigger mit, die kein Snapshot hat. Sie wurde nicht weiter geöffnet.',
	'has-virtual-tables': 'Diese Datei bringt virtuelle Tabellen mit, die kein Snapshot hat. Sie wurde nicht weiter geöffnet.',
	'other-tables': 'Die Tabellen dieser Datei sind nicht die eines Snapshots.',
	damaged: 'Diese Datei ist beschädigt: Ihre Seiten passen nicht zusammen.',
	'too-many-records': 'Diese Datei enthält mehr Einträge, als irgendeine Site hat.',
	'cell-too-large': 'Diese Datei enthält einen Wert, der größer ist als jeder in einem Snapshot.',
	'wrong-type': 'Diese Datei enthält Bytes oder Zahlen, wo ein Snapshot Text enthält.',
	'header-invalid': 'Diese Datei sagt nicht oder nicht glaubhaft, von welcher Site und von wann sie ist.',
	'part-invalid': 'Diese Datei beschreibt einen Teil, den kein Snapshot hat.',
	'record-invalid': 'Diese Datei enthält einen Eintrag, der nicht von seiner Art ist.',
	'record-missing': 'In dieser Datei fehlen Einträge, oder ihre Reihenfolge ist gestört.',
	'record-stray': 'Diese Datei enthält Einträge, die zu keinem ihrer Teile gehören.',
	'content-changed': 'Der Inhalt dieser Datei wurde nach dem Abruf verändert: Ihre Prüfsummen passen nicht.',
	'still-pulled':
		'Das ist die Datei eines abgebrochenen Abrufs. Setzen Sie den Abruf dort fort, wo er begann, und exportieren Sie ihn dann.',
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
