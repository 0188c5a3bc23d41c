import type * as en from '../en/report-dialog.ts';

export const reportFormatTexts: typeof en.reportFormatTexts = {
	html: {
		label: 'Seite (HTML)',
		what: 'Eine Datei für jeden Browser: Zusammenfassung, Ursachen, was zu tun ist, und die Zeilen. Sie enthält alles Nötige, und nichts darin wird ausgeführt.',
	},
	pdf: { label: 'PDF', what: 'Dieselbe Seite auf Papier, mit Seitenzahlen.' },
	print: { label: 'Seite zum Drucken', what: 'Öffnet die Seite in einem neuen Tab; drucken Sie sie von dort, auf Papier oder als PDF.' },
	xlsx: { label: 'Arbeitsmappe (Excel)', what: 'Ein Blatt für jede Frage, mit allen Zeilen und ihren Belegen.' },
	csv: { label: 'Tabelle (CSV)', what: 'Alle Zeilen mit Ursache und Gewissheit.' },
	json: { label: 'Daten (JSON)', what: 'Alles, für ein Programm.' },
};

export const reportDialogWords: typeof en.reportDialogWords = {
	button: 'Bericht…',
	title: 'Bericht erstellen',
	loading: 'Die letzten Einstellungen werden gelesen…',
	client: 'Auftraggeber',
	clientHint: 'Steht oben auf der Seite und der Arbeitsmappe.',
	logo: 'Logo',
	logoHint: 'PNG oder SVG, höchstens 200 KB; nur auf der Seite.',
	chooseLogo: 'Logo wählen',
	removeLogo: 'Logo entfernen',
	logoPreview: 'Das gewählte Logo',
	people: 'Personen darin',
	personal: 'Mit Adressen und Namen',
	personalText: 'Für alle, die mit den Zeilen weiterarbeiten: Arbeitsmappe und Tabelle enthalten alle ursprünglichen Spalten.',
	anonymous: 'Ohne personenbezogene Daten',
	anonymousText:
		'Personen werden nummeriert. Keine Adresse, kein Name, keine Konto-ID, keine Notiz und keine ursprüngliche Zelle ist enthalten.',
	maskDomains: 'Auch die Domains nummerieren',
	maskDomainsText: 'Eine Domain kann einer einzelnen Person gehören.',
	maskOrganisations: 'Auch die Kundenorganisationen nummerieren',
	language: 'Sprache',
	format: 'Als',
	make: 'Bericht erstellen',
	remembered: 'Auftraggeber, Logo und Auswahl werden für diese Site gemerkt.',
	saved: (name) => `Gespeichert als ${name}.`,
	downloading: (name) => `${name} wird heruntergeladen.`,
	ready: 'Der Bericht ist fertig.',
	readyHint: 'Der Link gilt einmal und zehn Minuten lang. Drucken Sie die Seite aus dem Tab, in dem sie sich öffnet.',
	openPage: 'Seite zum Drucken öffnen',
};
