export const linkTexts = {
	'customer-access': 'Customer access',
	'desk-customers': 'Customers of a service project',
	'directory-users': 'Directory users',
	'directory-users-original': 'Users, original user management',
	'portal-only-customers': 'Portal-only customers',
	'portal-only-customers-original': 'Portal-only customers, original user management',
	'approved-domains': 'Approved domains',
	'approved-domains-original': 'Site access, original user management',
};

export const templateProblems = {
	'not-atlassian': 'Enter a link that starts with https:// and leads to *.atlassian.net or *.atlassian.com.',
	'unknown-placeholder': 'Only the names in braces listed above can be used.',
};

export const linkWords = {
	edit: 'Edit links…',
	title: 'Links to Atlassian’s pages',
	intro: 'Atlassian sometimes moves its pages. Correct a link here and every “Open the page” uses it.',
	names: (names: string) => `Filled in automatically: ${names}.`,
	reset: 'Reset',
	resetOf: (page: string) => `Reset ${page}`,
	save: 'Save',
	saved: 'Links saved.',
};
