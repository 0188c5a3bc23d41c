import type { Client } from '../client.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { endWith, need } from '../command-ended.ts';
import { exitCode } from '../exit-codes.ts';
import { causeTexts } from '../messages.ts';
import { type SiteOptions, wayTo } from '../site-choice.ts';
import { print } from '../../terminal.ts';

/** The rows of a line: a cell that was split has several. Lines are in order, so each look halves what is left. */
const rowsOnLine = async (client: Client, runId: string, line: number): Promise<readonly number[]> => {
	const ids = need(await client.runs.rowIds({ runId, filter: {}, sort: { by: 'row', descending: false } }));
	const lineAt = async (place: number): Promise<number> => need(await client.runs.rows({ runId, ids: [ids[place] ?? 0] }))[0]?.row ?? 0;
	let [low, high] = [0, ids.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((await lineAt(middle)) < line) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while (end < ids.length && (await lineAt(end)) === line) end += 1;
	return ids.slice(low, end);
};

const oneRowOn = async (client: Client, runId: string, line: string): Promise<number> => {
	const wrongUse = (what: string): never => endWith({ code: 'wrong-use', details: { what } });
	if (!/^\d{1,7}$/.test(line)) return wrongUse(`"${line}" is not the number of a line.`);
	const [id, other] = await rowsOnLine(client, runId, Number(line));
	if (id === undefined) return wrongUse(`The run has no line ${line}.`);
	return other === undefined ? id : wrongUse(`Line ${line} was split into several rows. Correct them in the window.`);
};

/** `run correct RUN LINE ADDRESS`: an invalid or mistyped address, and what is found with the right one. */
export const correctRowCommand = async (
	runId: string,
	line: string,
	address: string,
	options: CommonOptions & SiteOptions,
): Promise<number> =>
	withClient(options, async (client) => {
		const id = await oneRowOn(client, runId, line);
		need(await client.runs.correctRow({ runId, id, text: address, ...wayTo(options) }));
		const { email, verdict } = need(await client.runs.row({ runId, id }));
		print(`Line ${line}: ${email}: ${causeTexts[verdict.cause].label} (${verdict.certainty})`);
		return exitCode.allGood;
	});
