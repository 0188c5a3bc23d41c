import { type CommonOptions, withClient } from '../client.ts';
import { exitCode, exitCodeOf } from '../exit-codes.ts';
import { columnsLine, readingLines, resultWords } from '../messages.ts';
import { printSummary } from '../run-summary.ts';
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

/** `run show RUN`: what was read of its list and what was not, then the result. */
export const showCommand = async (runId: string, options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const run = need(await client.runs.get({ runId }));
		const reading = need(await client.runs.reading({ runId }));
		const { addable } = need(await client.runs.breakdown({ runId }));
		print(run.listName);
		if (reading !== null) {
			print(columnsLine({ mapping: reading.mapping, columns: run.columns }));
			for (const line of readingLines(reading.account, true)) print(line);
		}
		printSummary(run, need(await client.runs.unlock({ runId })), addable);
		return exitCodeOf(run);
	});

/** `run rename RUN NAME`. */
export const renameCommand = async (runId: string, name: string, options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		need(await client.runs.rename({ runId, name }));
		print(resultWords.runs.renamed(name));
		return exitCode.allGood;
	});
