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
	'not-atlassian': 'Ein Link beginnt mit https:// und führt zu *.atlassian.net oder *.atlassian.com.',
	'unknown-placeholder': 'In geschweiften Klammern steht ein Name, der oben nicht aufgeführt ist.',
};

export const linkWords: typeof en.linkWords = {
	edit: 'Links bearbeiten…',
	title: 'Links zu den Seiten von Atlassian',
	intro: 'Atlassian verschiebt seine Seiten hin und wieder. Berichtigen Sie hier eine Adresse, und jedes „Seite öffnen“ verwendet sie.',
	names: (names) => `Wird für Sie eingesetzt: ${names}.`,
	reset: 'Zurücksetzen',
	resetOf: (page) => `${page} zurücksetzen`,
	save: 'Speichern',
	saved: 'Die Links wurden gespeichert.',
};
