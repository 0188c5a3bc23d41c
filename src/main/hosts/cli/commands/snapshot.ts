import type { SnapshotInfo, SnapshotPart } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly, isWhole } from '#shared/snapshot-gaps.ts';
import { givenAccess } from '../access-option.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { followPull } from '../follow.ts';
import { adminFileLine, deletionWords, failureSentence } from '../messages.ts';
import { chosenSite, type SiteOptions } from '../site-choice.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface PullOptions extends CommonOptions, SiteOptions {
	readonly desk?: readonly string[];
	readonly access?: string;
	readonly update?: boolean;
}

const day = (time: string): string => time.slice(0, 16).replace('T', ' ');

const people = ({ parts }: SnapshotInfo, kind: SnapshotPart['kind']): number =>
	parts.filter((part) => part.kind === kind).reduce((sum, { records }) => sum + records, 0);

const lineOf = (snapshot: SnapshotInfo): string => {
	const { id, takenAt, state, site } = snapshot;
	const counts = isOfAdminFilesOnly(snapshot.parts)
		? 'admin files'
		: `${people(snapshot, 'accounts')} accounts, ${people(snapshot, 'directory')} in the directory, ${people(snapshot, 'customers')} customers`;
	return `${id}  ${day(takenAt)}  ${state.padEnd(10)}  ${site.url}  ${counts}`;
};

/** What is not there, and why: a reader of a verdict has to know. */
const gapsOf = ({ parts, desks }: SnapshotInfo): readonly string[] => {
	const keys = new Map(desks.map(({ id, key }) => [id, key]));
	return parts
		.filter(({ state }) => state !== 'complete')
		.map(({ kind, deskId, state, why }) => {
			const place = deskId === null ? '' : ` of ${keys.get(deskId) ?? deskId}`;
			return `${kind}${place}: ${state}${why === null ? '' : ` (${why})`}`;
		});
};

export const describe = (snapshot: SnapshotInfo): void => {
	print(lineOf(snapshot));
	for (const file of snapshot.adminFiles) print(`              ${adminFileLine(file)}`);
	for (const gap of gapsOf(snapshot)) print(`              ${gap}`);
};

/** `snapshot pull`: reads the site into a snapshot, or goes on with the one that was broken off. */
export const pullCommand = async (options: PullOptions): Promise<number> => {
	const access = givenAccess(options.access);
	const site = chosenSite(options);
	return withClient(options, async (client) => {
		const { snapshotId, resumed } = need(await client.snapshots.pull({ site, desks: options.desk, access, update: options.update }));
		tell(resumed ? `Resuming snapshot ${snapshotId}.` : `Snapshot ${snapshotId}`);
		const { snapshot, stop } = await followPull(client, snapshotId);
		describe(snapshot);
		if (stop !== null) {
			tell(failureSentence(stop));
			tell('The data pulled so far is saved. Resume with: invite-doctor snapshot pull');
			return exitCode.notFinished;
		}
		return isWhole(snapshot.parts) ? exitCode.allGood : exitCode.someBlocked;
	});
};

/** `snapshot remove-file ID PART [--yes]`: takes a file of an admin's out again. */
export const removeFileCommand = async (
	snapshotId: string,
	part: string,
	{ yes = false, ...options }: CommonOptions & { readonly yes?: boolean },
): Promise<number> =>
	withClient(options, async (client) => {
		const { adminFiles } = need(await client.snapshots.get({ snapshotId }));
		const file = adminFiles.find((one) => one.part === part);
		if (file === undefined) {
			const known = adminFiles.length === 0 ? 'It has none.' : `It has: ${adminFiles.map((one) => one.part).join(', ')}.`;
			return endWith({ code: 'wrong-use', details: { what: `Snapshot ${snapshotId} has no file ${part}. ${known}` } });
		}
		print(adminFileLine(file));
		if (!yes) {
			tell(deletionWords.nothingYet);
			return exitCode.wrongUse;
		}
		describe(need(await client.snapshots.removeAdminFile({ snapshotId, part })));
		return exitCode.allGood;
	});

/** `snapshot list`: newest first. A file that cannot be used is named, and hides no other. */
export const listCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { snapshots, unusable } = need(await client.snapshots.list());
		if (snapshots.length === 0 && unusable.length === 0) print('No snapshots yet. Pull one: invite-doctor snapshot pull --site NAME');
		for (const snapshot of snapshots) describe(snapshot);
		for (const { id, failure } of unusable) print(`${id}  ${failureSentence(failure)}`);
		return exitCode.allGood;
	});

export const exportCommand = async (id: string, file: string, options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		need(await client.snapshots.export({ snapshotId: id }, { context: { path: file } }));
		print(`Wrote snapshot ${id} to ${file}. It contains names and addresses, but no token.`);
		return exitCode.allGood;
	});
