import type { Asked } from '#shared/contract.ts';
import type { PlanRow } from '#shared/plan.ts';
import { isForPeople, resultOfRow } from '#shared/row-results.ts';
import { print } from '../../terminal.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { endWith, need } from '../command-ended.ts';
import { exitCode } from '../exit-codes.ts';
import { guidedWords } from '../messages.ts';
import { planRows } from '../plan-json.ts';

export interface TasksOptions extends CommonOptions {
	readonly plan: string;
	readonly cannot?: string;
	readonly later?: boolean;
	readonly reopen?: boolean;
}

type Note = Asked['plans']['note']['note'];

/** `undefined`: nothing is said, only shown. */
const saidIn = ({ cannot, later, reopen }: TasksOptions): Note | undefined => {
	const said: readonly Note[] = [
		...(cannot === undefined ? [] : [{ kind: 'cannot' as const, reason: cannot }]),
		...(later === true ? [{ kind: 'later' as const }] : []),
		...(reopen === true ? [null] : []),
	];
	if (said.length > 1) return endWith({ code: 'wrong-use', details: { what: 'Give one of --cannot, --later and --reopen.' } });
	return said[0];
};

const lineOf = ({ row, email, remedy, note }: PlanRow): string => {
	const said = note === undefined ? '' : `  ${guidedWords.note(note)} (${note.user}, ${note.at.slice(0, 10)})`;
	return `${String(row).padStart(7)}  ${email}  ${remedy}${said}`;
};

/** What is left to people, of everybody or of these. */
const openRows = async (client: Client, planId: string, addresses: ReadonlySet<string>): Promise<readonly PlanRow[]> => {
	const found: PlanRow[] = [];
	for await (const row of planRows(client, { planId, outcomes: ['guided', 'needs-person'] })) {
		if (isForPeople(resultOfRow(row)) && (addresses.size === 0 || addresses.has(row.email))) found.push(row);
	}
	return found;
};

/** `tasks --plan PLAN [ADDRESS…] [--cannot REASON | --later | --reopen]`: what only people can do, and what was said of it. */
export const tasksCommand = async (given: readonly string[], options: TasksOptions): Promise<number> => {
	const note = saidIn(options);
	if (note !== undefined && given.length === 0) {
		return endWith({ code: 'wrong-use', details: { what: 'Enter the addresses of these tasks.' } });
	}
	return withClient(options, async (client) => {
		const addresses = new Set(given.map((address) => address.trim().toLowerCase()));
		const rows = await openRows(client, options.plan, addresses);
		const strange = [...addresses].find((address) => !rows.some(({ email }) => email === address));
		if (strange !== undefined) {
			return endWith({ code: 'wrong-use', details: { what: `This plan has no manual task for ${strange}. Nothing was changed.` } });
		}
		if (note !== undefined) need(await client.plans.note({ planId: options.plan, ids: rows.map(({ id }) => id), note }));
		const shown = note === undefined ? rows : await openRows(client, options.plan, addresses);
		if (shown.length === 0) print('No manual tasks are open in this plan.');
		for (const row of shown) print(lineOf(row));
		return exitCode.allGood;
	});
};
