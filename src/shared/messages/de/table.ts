import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/table.ts';

/** The table of a run: its columns, its menu, what is copied from it, and filters that were kept. */
export const tableWords: typeof en.tableWords = {
	columns: {
		button: 'Spalten',
		menu: 'Spalten der Tabelle',
		remedy: 'Maßnahme',
		reset: 'Spalten zurücksetzen',
		keys: 'Alt+← → verschiebt diese Spalte, Umschalt+← → macht sie schmaler oder breiter',
		widthKeys: 'Umschalt+← → macht diese Spalte schmaler oder breiter',
		moved: (column, place, of) => `${column} ist jetzt Spalte ${formatCount(place)} von ${formatCount(of)}.`,
		resized: (column, widthPx) => `${column} ist jetzt ${formatCount(widthPx)} Pixel breit.`,
	},
	menu: {
		label: 'Aktionen für diese Zeile',
		open: 'Details öffnen',
		copyAddress: 'Adresse kopieren',
		copyCells: (rows) => (rows === 1 ? 'Als Zellen kopieren' : `${formatCount(rows)} Zeilen als Zellen kopieren`),
		filterCause: (cause) => `Nur „${cause}“ zeigen`,
		filterDomain: (domain) => `Nur ${domain} zeigen`,
		selectCause: (cause) => `Alle mit „${cause}“ auswählen`,
		plan: (rows) => (rows === 1 ? 'Behebung dieser Zeile planen…' : `Behebung von ${formatCount(rows)} ausgewählten Zeilen planen…`),
		enterKey: 'Enter',
		copyKeys: 'Strg+C',
		macCopyKeys: '⌘C',
		thisRow: (email) => `Die Zeile von ${email}`,
	},
	copy: {
		copying: (rows) => `${plural(rows, 'Zeile wird', 'Zeilen werden')} kopiert…`,
		copied: (rows) => `${plural(rows, 'Zeile', 'Zeilen')} kopiert.`,
		refused: 'Kopieren fehlgeschlagen.',
		refusedNext: 'Wählen Sie weniger Zeilen, oder erstellen Sie einen Bericht als CSV oder Excel.',
	},
	saved: {
		button: 'Gespeicherte Filter',
		title: 'Gespeicherte Filter',
		none: 'Noch keine gespeicherten Filter.',
		list: 'Gespeicherte Filter',
		name: 'Name des aktuellen Filters',
		save: 'Filter speichern',
		nothing: 'Kein Filter gesetzt. Wählen Sie zuerst eine Ursache, eine Gewissheit oder einen Suchbegriff.',
		full: 'Es lassen sich keine weiteren Filter speichern. Entfernen Sie zuerst einen.',
		replaces: 'Ersetzt den gleichnamigen Filter.',
		use: (name) => `${name} anwenden`,
		remove: (name) => `${name} entfernen`,
		command: (name) => `Filter: ${name}`,
	},
};
