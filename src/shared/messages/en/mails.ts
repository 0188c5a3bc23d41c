import { formatCount, plural } from './numbers.ts';

/** Invitation emails: the choice in a plan, and how many a site may send. */
export const mailWords = {
	choice: {
		title: 'New accounts',
		without: 'Without an invitation email',
		withoutText: 'The account is created and added. Atlassian sends nothing; tell the people yourself.',
		with: 'With an invitation email',
		withText:
			'Atlassian emails each person an invitation to the service project; your site decides what it says. An email is never sent twice to the same person. People who already have an account are added without one.',
	},
	/** Before anything is sent. */
	willGet: (people: number) =>
		`${plural(people, 'person gets', 'people get')} an invitation email from Atlassian. It cannot be taken back.`,
	days: (perDay: number, days: number) =>
		`Limit: ${formatCount(perDay)} in 24 hours. The plan then stops and shows when to resume: ${plural(days, 'day', 'days')} in all.`,
	budget: {
		title: 'Invitation emails',
		intro:
			'Free plans of Jira Service Management send 100 emails a day. Plans on this site never send more invitations than this in any 24 hours.',
		label: 'Emails in 24 hours',
		state: (perDay: number, sent: number, isSet: boolean) =>
			`${formatCount(perDay)} in 24 hours${isSet ? '' : ' (the default)'}, ${formatCount(sent)} sent in the last 24 hours`,
		save: 'Save',
		useDefault: 'Use the default',
		saved: (site: string, perDay: number) => `Saved: ${site} sends at most ${formatCount(perDay)} invitation emails in 24 hours.`,
	},
};
