import { plural } from './numbers.ts';

/** What a person reads of diagnosing against a snapshot. */
export const offlineWords = {
	way: 'How to find out',
	live: 'Ask the site now',
	offline: 'Use a snapshot',
	offlineHint: 'No network and no token are used. Verdicts are those of the moment the snapshot was taken.',
	target: 'Against which snapshot',
	snapshot: 'Snapshot',
	none: 'There is no snapshot on this machine.',
	toSnapshots: 'Snapshots',
	option: (when: string, standing: string) => `${when} · ${standing}`,
	taken: (when: string, ago: string) => (when === ago ? `Taken ${when}.` : `Taken ${when}, ${ago}.`),
	desk: 'Service project',
	chooseDesk: 'Choose a service project',
	deskMissing: (name: string) => `${name}: its people are not in it`,
	ofFiles: 'It consists of files of an admin. They do not tell who is a customer of a service project, so no plan can be made of the run.',
	access: (when: string) => `Customer access as declared on ${when} is kept with it; what you say below goes before it.`,
	lacks: (parts: string) => `Missing for this service project: ${parts}.`,
	unfinished: 'Its pull broke off before its end.',
	asItIs: 'Use it as it is',
	asItIsText: 'Rows say where something that is missing would have been asked; nothing is taken for a “no”.',
	startHint: 'Nothing is sent to the site.',
	against: (site: string, when: string) => `Against a snapshot of ${site}, taken ${when}`,
	age: (age: string) =>
		`It was ${age} old when this run began. The site itself was not asked: what has changed there since is not in these verdicts.`,
	missing: (parts: string) => `Missing in it: ${parts}. Rows say where that would have been asked.`,
	noDesk: 'It is of no service project, so no plan can be made of it: check the list on the site itself before anything is changed.',
};

/** What a person reads of a run over everybody of a snapshot. */
export const everybodyWords = {
	button: 'Check everybody in it',
	title: 'Check everybody in this snapshot',
	what: 'Without a list: whoever of this snapshot is suspended, switched off, not invited, without a role or there twice becomes the list. Each row then says what is wrong and how it is put right.',
	start: 'Check them',
	listName: (site: string) => `Everybody of ${site}`,
	withoutAddress: (count: number) =>
		`${plural(count, 'more person has', 'more people have')} no address that can be read, and could not be looked at.`,
};
