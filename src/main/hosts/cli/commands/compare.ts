import type { ComparedCause, ComparedRow } from '#shared/comparison.ts';
import type { RunRow } from '#shared/run.ts';
import { csvLine } from '../../../files/csv.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { causeTexts, resultWords } from '../messages.ts';
import { print } from '../../terminal.ts';
import { need } from '../command-ended.ts';

const labelOf = (cause: ComparedCause): string => (cause === 'absent' ? resultWords.compare.absent : causeTexts[cause].label);

const causeCells = (row: RunRow | null): readonly string[] => (row === null ? ['absent', ''] : [row.cause, row.certainty]);
const doneCells = (row: RunRow | null): readonly string[] => (row?.after === undefined ? ['', ''] : [row.after.cause, row.after.at]);

/** A comparison is made anew for each page: few long ones. */
const pageRows = 10_000;

async function* changedRows(client: Client, runs: { readonly before: string; readonly after: string }): AsyncGenerator<ComparedRow> {
	for (let start = 0; ; start += pageRows) {
		const { total, rows } = need(await client.runs.compared({ ...runs, start, count: pageRows }));
		yield* rows;
		if (start + pageRows >= total) return;
	}
}

async function* comparisonCsv(rows: AsyncIterable<ComparedRow>): AsyncGenerator<string> {
	const causes = ['Cause before', 'Certainty before', 'Cause after', 'Certainty after'];
	yield `\uFEFF${csvLine(['Address', 'Name', 'Organisation', ...causes, 'Cause after plan', 'Seen after plan'])}`;
	for await (const { before, after } of rows) {
		const { email = '', name = null, organisation = null } = after ?? before ?? {};
		yield csvLine([email, name ?? '', organisation ?? '', ...causeCells(before), ...causeCells(after), ...doneCells(before)]);
	}
}

/** `compare RUN RUN [--csv FILE]`: who went from what to what. */
export const compareCommand = async (before: string, after: string, options: CommonOptions & { readonly csv?: string }): Promise<number> =>
	withClient(options, async (client) => {
		const transitions = need(await client.runs.compare({ before, after }));
		const changed = transitions.filter(({ from, to }) => from !== to);
		const same = transitions.reduce((total, { from, to, rows }) => (from === to ? total + rows : total), 0);
		print('');
		for (const { from, to, rows } of changed) print(`${String(rows).padStart(7)}  ${labelOf(from)}  →  ${labelOf(to)}`);
		if (changed.length > 0) print('');
		print(`${changed.reduce((total, { rows }) => total + rows, 0)} people changed, ${same} unchanged.`);
		const added = transitions.reduce((total, { addedByPlan }) => total + addedByPlan, 0);
		if (added > 0) print(`${added} of them were added by a plan of the first run.`);
		if (options.csv !== undefined) {
			need(await writeFileAtomically(options.csv, comparisonCsv(changedRows(client, { before, after }))));
		}
		return exitCode.allGood;
	});

const afterText = ({ after }: RunRow): string => (after === undefined ? '' : `, after the plan ${after.cause} (${after.certainty})`);

/** `history ADDRESS [--site NAME]`: what the runs so far said of one person. */
export const historyCommand = async (address: string, options: CommonOptions & { readonly site?: string }): Promise<number> =>
	withClient(options, async (client) => {
		const entries = need(await client.runs.history({ email: address, site: options.site }));
		if (entries.length === 0) print('No run contains this address.');
		for (const { run, row } of entries) {
			const when = run.startedAt.slice(0, 16).replace('T', ' ');
			print(
				`${when}  ${run.site.name}  ${run.desk?.key ?? '-'}  line ${row.row}  ${row.cause} (${row.certainty})${afterText(row)}  run ${run.id}`,
			);
		}
		return exitCode.allGood;
	});
