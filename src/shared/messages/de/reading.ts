import type * as en from '../en/reading.ts';
import { formatCount, plural } from './numbers.ts';

const listed = (names: readonly string[]): string => names.map((name) => `„${name}“`).join(', ');
const listedOr = (names: readonly string[], otherwise: string): string => (names.length === 0 ? otherwise : listed(names));
const inColumns = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${listed(names)})`);

export const readingWords: typeof en.readingWords = {
	people: (count) => plural(count, 'Person gelesen', 'Personen gelesen'),
	label: 'Was gelesen wurde',
	show: 'Zeigen',
	hide: 'Verbergen',
	lineOf: ({ line, text }) => (text === '' ? `Zeile ${formatCount(line)}` : `Zeile ${formatCount(line)}: ${text}`),
	more: (count) => `und ${formatCount(count)} weitere`,
	taken: {
		hiddenRows: 'Mit verborgenen Zeilen',
		frames: 'Mit den Zeilen um die Tabelle',
		addresses: { each: 'Eine Zeile je Adresse', split: 'Zellen mit mehreren Adressen sind geteilt', column: 'Nur die Adressspalte' },
		tables: 'Mit allen Tabellen',
		headerLine: (line) => (line === 0 ? 'Keine Zeile mit Spaltentiteln' : `Spaltentitel in Zeile ${formatCount(line)}`),
		guests: 'Gäste mit ihrer eigenen Adresse',
	},
	undo: 'Zurücknehmen',
};

export const readingItems: typeof en.readingItems = {
	above: ({ count }) => `${plural(count, 'Zeile', 'Zeilen')} über der Tabelle nicht gelesen`,
	between: ({ count }) => `${plural(count, 'Zeile', 'Zeilen')} zwischen den Personen nicht gelesen`,
	below: ({ count }) => `${plural(count, 'Zeile', 'Zeilen')} unter der Tabelle nicht gelesen`,
	hidden: ({ count }) => plural(count, 'verborgene Zeile', 'verborgene Zeilen'),
	several: ({ count }) => `${plural(count, 'Zelle enthält', 'Zellen enthalten')} mehrere Adressen`,
	placeholders: ({ count }) => `${plural(count, 'Beispielzeile', 'Beispielzeilen')} einer Vorlage`,
	uncalculated: ({ count }) => `${plural(count, 'Formel wurde', 'Formeln wurden')} nie berechnet: Mappe in Excel speichern`,
	guests: ({ count }) => `${plural(count, 'Gast', 'Gäste')} mit einem Verzeichnisnamen statt einer Adresse`,
	'no-mailbox': ({ count }) => `${plural(count, 'Verzeichnisname', 'Verzeichnisnamen')} statt einer Adresse`,
	'other-columns': ({ count, columns }) =>
		`${plural(count, 'Adresse', 'Adressen')} in anderen Spalten nicht verwendet${inColumns(columns)}`,
	'somebody-elses': ({ count, columns }) =>
		`${plural(count, 'Adresse gehört', 'Adressen gehören')} jemand anderem${inColumns(columns)}: nicht verwendet`,
	'from-other-column': ({ count, columns }) => `${plural(count, 'Adresse', 'Adressen')} aus ${listedOr(columns, 'anderen Spalten')}`,
	'other-tables': ({ count }) => `${plural(count, 'Person', 'Personen')} in anderen Tabellen dieser Datei`,
	'other-sheets': ({ sheets }) =>
		`${sheets.map(({ name, people }) => `Blatt „${name}“ enthält ${plural(people, 'Person', 'Personen')}`).join(', ')}: nicht gelesen`,
	excluded: ({ count }) => `${plural(count, 'Zeile', 'Zeilen')} von Ihnen weggelassen`,
	'no-names': () => 'keine Namen gefunden: Neue Kunden heißen wie ihre Adresse',
};

export const readingOffers: typeof en.readingOffers = {
	above: 'Diese Zeilen mitnehmen',
	between: 'Diese Zeilen mitnehmen',
	below: 'Diese Zeilen mitnehmen',
	hidden: 'Verborgene Zeilen mitnehmen',
	several: 'Diese Zellen teilen',
	'other-columns': 'Eine Zeile je Adresse',
	'from-other-column': 'Nur eine Spalte verwenden',
	'other-tables': 'Alle Tabellen mitnehmen',
	'other-sheets': 'Alle Blätter mitnehmen',
	guests: 'Deren eigene Adressen verwenden',
};
