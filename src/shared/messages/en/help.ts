export const helpWords = {
	title: 'Guide',
	pages: 'Pages of the guide',
	loading: 'Opening the page…',
	broken: 'This page of the guide could not be opened.',
	brokenNext: 'Reload the window and try again.',
	page: {
		'first-steps': 'First steps',
		admins: 'For admins: a list of invitations',
		consultants: 'For consultants: auditing clients’ sites',
		fixing: 'Fixing in batches',
		offline: 'Without the site',
		permissions: 'Permissions and tokens',
		causes: 'Every cause, and what helps',
		article: 'Atlassian’s article, check by check',
		keyboard: 'Keyboard',
	},
};
