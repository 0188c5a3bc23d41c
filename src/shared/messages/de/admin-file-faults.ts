import type { AdminFileFault } from '../../admin-files.ts';
import type { FailureDetails } from '../../outcome.ts';
import { type Advice, type FailureText, inBrackets, plainDetail, textOf } from '../failure-text.ts';

const inLine = (details: FailureDetails): string => {
	const line = plainDetail(details, details['line'] === undefined ? 'row' : 'line');
	return line === '' ? '' : ` (Zeile ${line})`;
};

/** Why a file of an admin's was not added. */
const faults: Record<AdminFileFault, (details: FailureDetails) => string> = {
	'not-found': () => 'Datei nicht gefunden.',
	unreadable: (details) => `Die Datei lässt sich nicht lesen${inBrackets(plainDetail(details, 'reason'))}.`,
	empty: () => 'Diese Datei ist leer.',
	binary: (details) => `Das ist keine Textdatei${inBrackets(plainDetail(details, 'kind'))}.`,
	encrypted: () => 'Diese Datei ist mit einem Kennwort geschützt.',
	damaged: () => 'Diese Datei ist beschädigt oder unvollständig.',
	'too-large': () => 'Diese Datei ist größer als 64 MB.',
	'too-many-rows': () => 'Diese Datei hat mehr als 1.000.000 Zeilen.',
	'too-many-columns': (details) => `In dieser Datei hat eine Zeile mehr als 256 Spalten${inLine(details)}. Prüfen Sie das Trennzeichen.`,
	'cell-too-large': (details) =>
		`Eine Zelle dieser Datei ist größer als 32 KB${inLine(details)}. Prüfen Sie, ob ein Anführungszeichen nicht geschlossen ist.`,
	'header-only': () => 'Diese Datei hat eine Kopfzeile, aber keine Personen darunter.',
	'no-header': () => 'Diese Datei hat keine Kopfzeile. Diese Art von Datei braucht eine.',
	'no-addresses': () => 'In dieser Datei steht keine E-Mail-Adresse.',
	'no-status-beside': (details) => `Eine Person hat hier keinen oder mehr als einen Status${inLine(details)}.`,
	'not-whole': (details) =>
		`Diese Tabelle ist unvollständig: Sie enthält ${plainDetail(details, 'shown')} von ${plainDetail(details, 'total')} Personen.`,
};

const again =
	'Speichern Sie den Export erneut als CSV oder kopieren Sie die Tabelle mit Kopfzeile und allen Seiten. Wählen Sie dann die Datei.';

const advice: Readonly<Partial<Record<AdminFileFault, string | Advice>>> = {
	'not-found': 'Prüfen Sie Name und Ordner.',
	encrypted: 'Speichern Sie sie ohne Kennwort und wählen Sie sie dann.',
	'no-status-beside': {
		window: again,
		commandLine:
			'Kopieren Sie die Tabelle mit der Statusspalte oder speichern Sie sie als CSV. Ist nur ein Status vermerkt, geben Sie an, was kein Vermerk bedeutet: --values active=.',
	},
	'not-whole': { window: again, commandLine: 'Fügen Sie die übrigen Seiten hinzu oder lassen Sie --complete weg.' },
};

export const adminFileFaultText = (details: FailureDetails): FailureText => ({
	happened: textOf(faults, details['fault'], () => 'Diese Datei lässt sich nicht verwenden.')(details),
	next: textOf(advice, details['fault'], again),
});
