import type { DeletionCounts } from '../../deletion.ts';
import { plural } from './numbers.ts';

/** What is deleted, asked before and told afterwards: in the window and on the command line. */
export const deletionWords = {
	button: 'Delete…',
	of: (name: string) => `Delete ${name}`,
	title: { run: 'Delete this run?', snapshot: 'Delete this snapshot?', site: (name: string) => `Delete ${name}?` },
	clientTitle: (client: string) => `Delete ${client} with everything?`,
	how: 'What to delete',
	siteOnly: 'Only the site and its tokens',
	siteOnlyText: 'Runs, snapshots, manual checks and the customer access you declared stay.',
	withRuns: 'The site with everything',
	withRunsText: 'Also its runs and plans, snapshots, manual checks and declarations.',
	goes: 'Deleted for good:',
	/** One line for each kind of thing; none of what there is none of. */
	counts: ({ sites, runs, rows, plans, snapshots, checks }: DeletionCounts): readonly string[] => [
		...(sites > 0 ? [`${plural(sites, 'site', 'sites')} with tokens`] : []),
		...(runs > 0 ? [`${plural(runs, 'run', 'runs')} with ${plural(rows, 'row', 'rows')}`] : []),
		...(plans > 0 ? [`${plural(plans, 'plan', 'plans')} with all results`] : []),
		...(snapshots > 0 ? [plural(snapshots, 'snapshot', 'snapshots')] : []),
		...(checks > 0 ? [plural(checks, 'manual check', 'manual checks')] : []),
	],
	stranded: (count: number) =>
		`${plural(count, 'person was', 'people were')} removed and ${count === 1 ? 'has' : 'have'} no portal-only account yet. After this, nothing here names them.`,
	stays:
		'Nothing changes on the site. The audit log keeps what was done, but no names or addresses. Copies of the data file from earlier versions are deleted too.',
	staysOfSite: 'Nothing changes on the site.',
	staysOfSnapshot: 'Runs that used it keep their verdicts. Nothing changes on the site.',
	confirm: 'Delete',
	confirmFor: { run: 'Delete run', snapshot: 'Delete snapshot', site: 'Delete site', client: 'Delete client' },
	keep: 'Keep',
	counting: 'Counting…',
	done: {
		run: 'Run deleted',
		snapshot: 'Snapshot deleted',
		site: (name: string) => `${name} deleted`,
		client: (name: string) => `${name} deleted`,
	},
	notWiped: 'Another Invite Doctor is using the data file. Its free space is cleared at the next start.',
	/** On the command line. */
	nothingYet: 'Nothing was deleted. To delete it, add --yes.',
};
