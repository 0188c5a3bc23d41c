import type { ExportFault } from '../../admin-files.ts';
import { textOf } from '../text-of.ts';

/** Why a file of an admin's was not added. */
const faults: Record<ExportFault, string> = {
	'not-found': 'Die Datei ist nicht mehr da.',
	unreadable: 'Die Datei lässt sich nicht lesen.',
	empty: 'Diese Datei ist leer.',
	binary: 'Das ist keine Textdatei.',
	encrypted: 'Diese Datei ist mit einem Kennwort geschützt.',
	damaged: 'Diese Datei ist beschädigt oder wurde nicht vollständig heruntergeladen.',
	'too-large': 'Diese Datei ist größer als 64 MB.',
	'too-many-rows': 'Diese Datei hat mehr als 1.000.000 Zeilen.',
	'too-many-columns': 'In dieser Datei hat eine Zeile mehr als 256 Spalten: Prüfen Sie das Trennzeichen.',
	'cell-too-large': 'Eine Zelle dieser Datei ist größer als 32 KB: Oft ist ein Anführungszeichen nicht geschlossen.',
	'header-only': 'Diese Datei hat eine Kopfzeile und niemanden darunter.',
	'no-header': 'Keine Zeile dieser Datei benennt ihre Spalten, und ohne das lässt sich eine solche Datei nicht lesen.',
	'no-addresses': 'In dieser Datei steht keine E-Mail-Adresse.',
	'no-status-beside': 'Neben jemandem in diesem Text steht kein Status oder mehr als einer.',
	'not-whole': 'Diese Tabelle gibt an, dass sie nur einen Teil der Personen zeigt; sie ist also nicht vollständig.',
};

export const exportFaultText = (fault: unknown): string => textOf(faults, fault, 'Diese Datei lässt sich nicht verwenden.');
