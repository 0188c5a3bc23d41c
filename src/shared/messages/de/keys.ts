import type * as en from '../en/keys.ts';

export const keyWords: typeof en.keyWords = {
	title: 'Tastenkürzel',
	control: 'Strg',
	groups: [
		{
			title: 'Überall',
			keys: [
				[['Strg', 'K'], 'Seite, Aktion, Einstellung, Prüflauf, Site oder Person finden'],
				[['?'], 'diese Tasten anzeigen'],
				[['Tab'], 'erste Taste auf einer Seite: zum Inhalt springen'],
				[['Esc'], 'oberstes Fenster oder Dialog schließen'],
			],
		},
		{
			title: 'Tabellen',
			keys: [
				[['↑', '↓', 'Bild ↑', 'Bild ↓'], 'bewegen'],
				[['Enter'], 'Zeile öffnen'],
				[['Leertaste'], 'Zeile auswählen'],
				[['Umschalt', '↑', '↓'], 'Bereich auswählen'],
				[['Strg', 'A'], 'alle gefilterten Zeilen auswählen'],
				[['Strg', 'C'], 'ausgewählte Zeilen als Zellen kopieren'],
				[['Umschalt', 'F10'], 'Menü der Zeile öffnen'],
				[['/'], 'suchen, oder einfach tippen'],
			],
		},
		{
			title: 'Liste importieren',
			keys: [
				[['F2'], 'Zelle bearbeiten'],
				[['F8'], 'nächster Hinweis, mit Umschalt der vorige'],
				[['a'], 'Vorschlag annehmen, mit Umschalt in allen passenden Zeilen'],
				[['x'], 'Zeile weglassen oder aufnehmen'],
				[['Strg', 'Z'], 'rückgängig, mit Umschalt wiederholen'],
			],
		},
		{
			title: 'Manuelle Aufgaben',
			keys: [
				[['j', 'k'], 'nächste und vorige Aufgabe'],
				[['Enter'], 'Adresse kopieren und Seite öffnen'],
				[['c'], 'Adresse kopieren'],
				[['d'], 'als erledigt markieren und erneut prüfen'],
				[['s'], 'überspringen'],
				[['l'], 'aufschieben'],
				[['x'], 'nicht möglich'],
			],
		},
	],
};
