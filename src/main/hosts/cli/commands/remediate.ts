import { causeCodes } from '#shared/causes.ts';
import type { Plan, PlanRow, Rehearsed } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { rowResults } from '#shared/row-results.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { followPlan } from '../follow.ts';
import { causeTexts, countedCauses, failureSentence, planWords, resultTexts } from '../messages.ts';
import { planJson, planRows, remediatedRow } from '../plan-json.ts';
import { type SiteOptions, wayTo } from '../site-choice.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface RemediateOptions extends CommonOptions, SiteOptions {
	readonly plan: string;
	readonly dryRun?: boolean;
	readonly yes?: boolean;
	readonly first?: number;
	readonly retryFailed?: boolean;
	readonly confirm?: string;
	readonly json?: string;
	readonly failed?: string;
}

/** Good is a plan whose people are customers now, all of them. */
const exitCodeOfPlan = (plan: Plan, { counts, rowCount }: PlanResult): number => {
	if (plan.state !== 'finished') return exitCode.notFinished;
	return counts.added === rowCount ? exitCode.allGood : exitCode.someBlocked;
};

const printResult = ({ counts, causes, beyondRetry }: PlanResult): void => {
	print('');
	for (const result of rowResults.filter((one) => counts[one] > 0)) {
		print(`${String(counts[result]).padStart(7)}  ${result.padEnd(12)}  ${resultTexts[result].counted}`);
		if (result === 'added') continue;
		for (const cause of causeCodes) {
			const count = causes[result][cause];
			if (count !== undefined) print(`${String(count).padStart(15)}  now: ${causeTexts[cause].label}`);
		}
	}
	if (Object.keys(beyondRetry).length > 0) print(planWords.result.beyondRetry(countedCauses(beyondRetry)));
	print('');
};

const resumeCommand = ({ id, confirm }: Plan): string =>
	['invite-doctor remediate --plan', id, '--yes', ...(confirm === null ? [] : [`--confirm "${confirm}"`])].join(' ');

/** What somebody has to see of single people. */
const tellPeople = async (client: Client, planId: string): Promise<void> => {
	for await (const { row, email, billable } of planRows(client, { planId, billed: true })) {
		tell(`Line ${row}, ${email}: restored with billed roles: ${billable.join('; ')}`);
	}
	for await (const { row, email, rolesUnread } of planRows(client, { planId, outcomes: ['applied', 'rejected', 'needs-person'] })) {
		if (rolesUnread === true) tell(`Line ${row}, ${email}: ${planWords.detail.rolesUnread}`);
	}
	for (const { row, email } of need(await client.plans.stranded()).filter((one) => one.planId === planId)) {
		tell(`! Line ${row}, ${email} was removed and has no portal-only account yet. Resume with --retry-failed, or add the person manually.`);
	}
};

const writeJson = async (client: Client, planId: string, rows: AsyncIterable<PlanRow>, path: string): Promise<void> => {
	need(await writeFileAtomically(path, planJson(need(await client.plans.get({ planId })), rows, remediatedRow)));
};

const report = async (client: Client, planId: string, options: RemediateOptions): Promise<number> => {
	const plan = need(await client.plans.get({ planId }));
	const result = need(await client.plans.result({ planId }));
	printResult(result);
	await tellPeople(client, planId);
	if (plan.stop) tell(failureSentence(plan.stop));
	// The site of the run is not at its address: who resumes there is told the same again.
	if (plan.state !== 'finished' && plan.stop?.code !== 'site-changed') tell(`Resume with: ${resumeCommand(plan)}`);
	if (options.json !== undefined) await writeJson(client, planId, planRows(client, { planId }), options.json);
	if (options.failed !== undefined) {
		need(await writeFileAtomically(options.failed, [need(await client.plans.failedRows({ planId })).text]));
	}
	return exitCodeOfPlan(plan, result);
};

async function* asSeen(rows: AsyncIterable<PlanRow>, rehearsed: ReadonlyMap<number, Rehearsed>): AsyncGenerator<PlanRow> {
	for await (const row of rows) {
		const seen = rehearsed.get(row.id);
		yield seen === undefined || seen.stands ? row : { ...row, outcome: 'stale', after: seen.seen };
	}
}

/** The dry run: the same look at every row as before its change, and not one change. */
const rehearse = async (client: Client, planId: string, options: RemediateOptions): Promise<number> => {
	const rehearsed = need(await client.plans.rehearse({ planId, ...wayTo(options) }));
	const stale = rehearsed.filter(({ stands }) => !stands).length;
	const ready = rehearsed.length - stale;
	print(`Dry run: ${ready} rows would be changed, ${stale} would be skipped because the account changed. Nothing was sent.`);
	if (options.json !== undefined) {
		const byId = new Map(rehearsed.map((one) => [one.id, one]));
		await writeJson(client, planId, asSeen(planRows(client, { planId }), byId), options.json);
	}
	return exitCode.allGood;
};

/** `remediate --plan PLAN (--dry-run | --yes)`: a plan that was broken off goes on where it stood. */
export const remediateCommand = async (options: RemediateOptions): Promise<number> => {
	if ((options.dryRun === true) === (options.yes === true)) {
		return endWith({
			code: 'wrong-use',
			details: { what: 'Give --dry-run to see what would be done, or --yes to do it. Nothing was changed.' },
		});
	}
	return withClient(options, async (client) => {
		const { plan: planId, first, retryFailed, confirm } = options;
		const plan = need(await client.plans.get({ planId }));
		if (options.dryRun) return rehearse(client, planId, options);
		if (plan.state === 'finished' && !retryFailed) {
			tell(failureSentence({ code: 'plan-finished', details: { plan: planId } }));
			return report(client, planId, options);
		}
		need(await client.plans.start({ planId, first, retryFailed, confirm, ...wayTo(options) }));
		await followPlan(client, planId);
		return report(client, planId, options);
	});
};
