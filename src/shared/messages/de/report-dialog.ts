import type * as en from '../en/report-dialog.ts';

export const reportFormatTexts: typeof en.reportFormatTexts = {
	html: {
		label: 'Seite (HTML)',
		what: 'Eine Datei für jeden Browser: Zusammenfassung, Ursachen, was zu tun ist, und die Zeilen. In sich geschlossen. Keine Skripte.',
	},
	pdf: { label: 'PDF', what: 'Dieselbe Seite auf Papier, mit Seitenzahlen.' },
	print: { label: 'Seite zum Drucken', what: 'Öffnet die Seite in einem neuen Tab; drucken Sie sie von dort, auf Papier oder als PDF.' },
	xlsx: { label: 'Arbeitsmappe (Excel)', what: 'Ein Blatt pro Thema, mit allen Zeilen und ihren Belegen.' },
	csv: { label: 'Tabelle (CSV)', what: 'Alle Zeilen mit Ursache und Gewissheit.' },
	json: { label: 'Daten (JSON)', what: 'Alles, für ein Programm.' },
};

export const reportDialogWords: typeof en.reportDialogWords = {
	button: 'Bericht…',
	title: 'Bericht erstellen',
	loading: 'Die letzten Einstellungen werden geladen…',
	client: 'Auftraggeber',
	clientHint: 'Wird oben auf der Seite und in der Arbeitsmappe angezeigt.',
	logo: 'Logo',
	logoHint: 'PNG oder SVG, höchstens 200 KB; nur auf der Seite.',
	chooseLogo: 'Logo wählen',
	removeLogo: 'Logo entfernen',
	logoPreview: 'Gewähltes Logo',
	people: 'Personenbezogene Daten',
	personal: 'Mit Adressen und Namen',
	personalText: 'Zum Weiterarbeiten mit den Zeilen. Arbeitsmappe und Tabelle enthalten alle ursprünglichen Spalten.',
	anonymous: 'Ohne personenbezogene Daten',
	anonymousText: 'Personen werden nummeriert. Ohne Adressen, Namen, Konto-IDs, Notizen und ursprüngliche Zellen.',
	maskDomains: 'Auch die Domains nummerieren',
	maskDomainsText: 'Eine Domain kann einer einzelnen Person gehören.',
	maskOrganisations: 'Auch die Kundenorganisationen nummerieren',
	language: 'Sprache',
	format: 'Format',
	make: 'Bericht erstellen',
	remembered: 'Auftraggeber, Logo und Auswahl werden für diese Site gespeichert.',
	saved: (name) => `Gespeichert als ${name}.`,
	downloading: (name) => `${name} wird heruntergeladen.`,
	ready: 'Der Bericht ist fertig.',
	readyHint: 'Der Link funktioniert einmal und zehn Minuten lang. Drucken Sie die Seite aus dem Tab, in dem sie sich öffnet.',
	openPage: 'Seite zum Drucken öffnen',
};
