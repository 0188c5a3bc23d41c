import type * as en from '../en/help.ts';

/** The pages themselves are in English. */
export const helpWords: typeof en.helpWords = {
	title: 'Anleitung (englisch)',
	pages: 'Seiten der Anleitung, auf Englisch',
	loading: 'Die Seite wird geöffnet…',
	broken: 'Diese Seite der Anleitung ließ sich nicht öffnen.',
	brokenNext: 'Laden Sie das Fenster neu und versuchen Sie es erneut.',
	page: {
		'first-steps': 'Erste Schritte',
		admins: 'Für Admins: eine Einladungsliste',
		consultants: 'Für Berater: Sites von Auftraggebern',
		fixing: 'Stapelweise beheben',
		offline: 'Offline arbeiten',
		permissions: 'Berechtigungen und Token',
		causes: 'Ursachen und Behebungen',
		article: 'Der Artikel von Atlassian, Schritt für Schritt',
		keyboard: 'Tastatur',
	},
};
