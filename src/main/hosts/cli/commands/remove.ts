import type { Deletable } from '#shared/deletion.ts';
import { print, tell } from '../../terminal.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { need } from '../command-ended.ts';
import { exitCode } from '../exit-codes.ts';
import { deletionWords as text } from '../messages.ts';

interface RemoveOptions extends CommonOptions {
	readonly yes?: boolean;
}

/** Says what goes; deletes it where that was confirmed. `told` is what was deleted, in a sentence. */
const remove = (of: Deletable, told: string, { yes = false, ...options }: RemoveOptions): Promise<number> =>
	withClient(options, async (client) => {
		const counts = need(await client.deletion.preview({ of }));
		print(text.goes);
		for (const line of text.counts(counts)) print(`  ${line}`);
		if (counts.stranded > 0) tell(text.stranded(counts.stranded));
		if (!yes) {
			tell(text.nothingYet);
			return exitCode.wrongUse;
		}
		const { isWiped } = need(await client.deletion.carryOut({ of }));
		print(told);
		if (!isWiped) tell(text.notWiped);
		return exitCode.allGood;
	});

/** `run remove RUN [--yes]`. */
export const removeRunCommand = (runId: string, options: RemoveOptions): Promise<number> =>
	remove({ kind: 'run', runId }, `${text.done.run}. ${text.stays}`, options);

/** `snapshot remove ID [--yes]`. */
export const removeSnapshotCommand = (snapshotId: string, options: RemoveOptions): Promise<number> =>
	remove({ kind: 'snapshot', snapshotId }, `${text.done.snapshot}. ${text.staysOfSnapshot}`, options);

/** `site remove NAME [--with-runs] [--yes]`. */
export const removeSiteCommand = (
	name: string,
	{ withRuns = false, ...options }: RemoveOptions & { readonly withRuns?: boolean },
): Promise<number> =>
	remove({ kind: 'site', name, withRuns }, `${text.done.site(name)}. ${withRuns ? text.stays : text.siteOnlyText}`, options);

/** `client remove CLIENT [--yes]`. */
export const removeClientCommand = (client: string, options: RemoveOptions): Promise<number> =>
	remove({ kind: 'client', client }, `${text.done.client(client)}. ${text.stays}`, options);
