import type { AdminFileFault } from '../../admin-files.ts';
import type { FailureDetails } from '../../outcome.ts';
import { type Advice, type FailureText, inBrackets, plainDetail } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

const inLine = (details: FailureDetails): string => {
	const line = plainDetail(details, details['line'] === undefined ? 'row' : 'line');
	return line === '' ? '' : ` (Zeile ${line})`;
};

/** Why a file of an admin's was not added. */
const faults: Record<AdminFileFault, (details: FailureDetails) => string> = {
	'not-found': () => 'Die Datei ist nicht da.',
	unreadable: (details) => `Die Datei lässt sich nicht lesen${inBrackets(plainDetail(details, 'reason'))}.`,
	empty: () => 'Diese Datei ist leer.',
	binary: (details) => `Das ist keine Textdatei${inBrackets(plainDetail(details, 'kind'))}.`,
	encrypted: () => 'Diese Datei ist mit einem Kennwort geschützt.',
	damaged: () => 'Diese Datei ist beschädigt oder wurde nicht vollständig heruntergeladen.',
	'too-large': () => 'Diese Datei ist größer als 64 MB.',
	'too-many-rows': () => 'Diese Datei hat mehr als 1.000.000 Zeilen.',
	'too-many-columns': (details) => `In dieser Datei hat eine Zeile mehr als 256 Spalten${inLine(details)}: Prüfen Sie das Trennzeichen.`,
	'cell-too-large': (details) =>
		`Eine Zelle dieser Datei ist größer als 32 KB${inLine(details)}: Oft ist ein Anführungszeichen nicht geschlossen.`,
	'header-only': () => 'Diese Datei hat eine Kopfzeile und niemanden darunter.',
	'no-header': () => 'Keine Zeile dieser Datei benennt ihre Spalten, und ohne das lässt sich eine solche Datei nicht lesen.',
	'no-addresses': () => 'In dieser Datei steht keine E-Mail-Adresse.',
	'no-status-beside': (details) => `Neben jemandem in diesem Text steht kein Status oder mehr als einer${inLine(details)}.`,
	'not-whole': (details) =>
		`Diese Tabelle enthält ${plainDetail(details, 'shown')} der ${plainDetail(details, 'total')} Personen, von denen sie spricht; sie ist also nicht vollständig.`,
};

const again =
	'Speichern Sie den Export erneut als CSV, oder kopieren Sie die Tabelle mit Kopfzeile und allen Seiten; wählen Sie die Datei dann.';

const advice: Readonly<Partial<Record<AdminFileFault, string | Advice>>> = {
	'not-found': 'Prüfen Sie ihren Namen und ihren Ordner.',
	encrypted: 'Speichern Sie sie ohne das Kennwort; wählen Sie sie dann.',
	'no-status-beside': {
		window: again,
		commandLine:
			'Kopieren Sie die Tabelle mit der Statusspalte, oder speichern Sie sie als CSV. Wo nur eines von beiden vermerkt ist, geben Sie an, was kein Vermerk bedeutet: --values active=.',
	},
	'not-whole': { window: again, commandLine: 'Fügen Sie die übrigen Seiten hinzu, oder lassen Sie --complete weg.' },
};

export const adminFileFaultText = (details: FailureDetails): FailureText => ({
	happened: textOf(faults, details['fault'], () => 'Diese Datei lässt sich nicht verwenden.')(details),
	next: textOf(advice, details['fault'], again),
});
