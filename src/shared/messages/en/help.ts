export const helpWords = {
	title: 'Guide',
	pages: 'Pages of the guide',
	loading: 'Opening the page…',
	broken: 'This guide page could not be opened.',
	brokenNext: 'Reload the window and try again.',
	page: {
		'first-steps': 'First steps',
		admins: 'For admins: a list of invitations',
		consultants: 'For consultants: auditing clients’ sites',
		fixing: 'Fixing in batches',
		offline: 'Working offline',
		permissions: 'Permissions and tokens',
		causes: 'Causes and fixes',
		article: 'Atlassian’s article, check by check',
		keyboard: 'Keyboard',
	},
};
