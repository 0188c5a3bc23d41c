import { plural } from './numbers.ts';

/** What a person reads of diagnosing against a snapshot. */
export const offlineWords = {
	way: 'Source',
	live: 'Check the live site',
	offline: 'Use a snapshot',
	offlineHint: 'Needs no network and no token. Verdicts show the state when the snapshot was taken.',
	target: 'Snapshot to use',
	snapshot: 'Snapshot',
	none: 'No snapshots on this machine.',
	toSnapshots: 'Snapshots',
	option: (when: string, standing: string) => `${when} · ${standing}`,
	taken: (when: string, ago: string) => (when === ago ? `Taken ${when}.` : `Taken ${when}, ${ago}.`),
	desk: 'Service project',
	chooseDesk: 'Choose a service project',
	deskMissing: (name: string) => `${name}: customers not included`,
	ofFiles:
		'This snapshot contains admin files only. They do not list the customers of a service project, so you cannot plan fixes from the run.',
	access: (when: string) => `The snapshot includes customer access as declared on ${when}. What you enter below overrides it.`,
	lacks: (parts: string) => `Missing for this service project: ${parts}.`,
	unfinished: 'The pull was interrupted.',
	asItIs: 'Use it anyway',
	asItIsText: 'Rows name the missing data. Missing data never counts as “no”.',
	startHint: 'Nothing is sent to the site.',
	against: (site: string, when: string) => `Based on a snapshot of ${site}, taken ${when}`,
	age: (age: string | null) =>
		`The snapshot was ${age === null ? 'of the same day' : `${age} old`} when this run started. Later changes on the site are not included.`,
	missing: (parts: string) => `Missing: ${parts}. Affected rows name the missing data.`,
	noDesk:
		'The snapshot has no service project, so you cannot plan fixes from this run. Check the list on the live site first: this needs an account.',
};

/** What a person reads of a run over everybody of a snapshot. */
export const everybodyWords = {
	button: 'Check everyone in it',
	title: 'Check everyone in this snapshot',
	what: 'No list needed. Checks everyone in the snapshot who is suspended, deactivated, not invited, without a role or has duplicate accounts. Each row shows the cause and the fix.',
	start: 'Check',
	listName: (site: string) => `Everyone on ${site}`,
	withoutAddress: (count: number) =>
		`${plural(count, 'more person has', 'more people have')} no readable address and could not be checked.`,
};
