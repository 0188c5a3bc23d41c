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
	'not-atlassian': 'A link begins with https:// and leads to *.atlassian.net or *.atlassian.com.',
	'unknown-placeholder': 'There is a name in braces that is not one of those listed above.',
};

export const linkWords = {
	edit: 'Edit links…',
	title: 'Links to Atlassian’s pages',
	intro: 'Atlassian moves its pages now and then. Correct an address here, and every “Open the page” uses it.',
	names: (names: string) => `Filled in for you: ${names}.`,
	reset: 'Reset',
	resetOf: (page: string) => `Reset ${page}`,
	save: 'Save',
	saved: 'The links were saved.',
};
