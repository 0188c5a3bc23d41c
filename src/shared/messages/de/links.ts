import type * as en from '../en/links.ts';

export const linkTexts: typeof en.linkTexts = {
	'customer-access': 'Kundenzugang („Customer access“)',
	'desk-customers': 'Kunden eines Serviceprojekts',
	'directory-users': 'Benutzer des Verzeichnisses',
	'directory-users-original': 'Benutzer, ursprüngliche Benutzerverwaltung',
	'portal-only-customers': 'Reine Portalkunden („Portal-only customers“)',
	'portal-only-customers-original': 'Reine Portalkunden, ursprüngliche Benutzerverwaltung',
	'approved-domains': 'Genehmigte Domains',
	'approved-domains-original': 'Site-Zugriff, ursprüngliche Benutzerverwaltung',
};

export const templateProblems: typeof en.templateProblems = {
	'not-atlassian': 'Geben Sie einen Link ein, der mit https:// beginnt und zu *.atlassian.net oder *.atlassian.com führt.',
	'unknown-placeholder': 'In geschweiften Klammern sind nur die oben aufgeführten Namen möglich.',
};

export const linkWords: typeof en.linkWords = {
	edit: 'Links bearbeiten…',
	title: 'Links zu den Seiten von Atlassian',
	intro: 'Atlassian verschiebt manchmal Seiten. Korrigieren Sie hier einen Link, und jedes „Seite öffnen“ verwendet ihn.',
	names: (names) => `Wird automatisch eingesetzt: ${names}.`,
	reset: 'Zurücksetzen',
	resetOf: (page) => `${page} zurücksetzen`,
	save: 'Speichern',
	saved: 'Links gespeichert.',
};
