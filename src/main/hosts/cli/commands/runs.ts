import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { resultWords } from '../messages.ts';
import { print } from '../../terminal.ts';
import { need } from '../command-ended.ts';

/** `runs`: newest first. */
export const runsCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const runs = need(await client.runs.list());
		if (runs.length === 0) print('No runs yet.');
		for (const run of runs) {
			const state = run.state.padEnd(8);
			print(
				`${run.id}  ${run.startedAt.slice(0, 16).replace('T', ' ')}  ${state}  ${run.checkedCount}/${run.rowCount}  ${run.site.name}  ${run.desk?.key ?? '-'}  ${run.listName}`,
			);
		}
		return exitCode.allGood;
	});

/** `run rename RUN NAME`. */
export const renameCommand = async (runId: string, name: string, options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		need(await client.runs.rename({ runId, name }));
		print(resultWords.runs.renamed(name));
		return exitCode.allGood;
	});
