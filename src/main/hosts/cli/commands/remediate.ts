import { planResult } from '#core/plans/plan-result.ts';
import { causeCodes } from '#shared/causes.ts';
import { type Plan, type PlanResult, type PlanRow, rowResults } from '#shared/plan.ts';
import type { App } from '../../../services/app.ts';
import type { Services } from '../../../services/compose.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { failedRowsCsv, planJson, remediatedRow } from '../../../services/reports/plan-report.ts';
import type { SiteConnection } from '../../../services/sites/site-connection.ts';
import { type SiteOptions, siteOfRun } from '../credentials.ts';
import { exitCode } from '../exit-codes.ts';
import { followPlan } from '../follow-plan.ts';
import { causeLabels, failureSentence, resultLabels } from '../messages.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { endWith, need, print, tell } from '../terminal.ts';

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

const printResult = (plan: Plan, { counts, causes }: PlanResult, rows: readonly PlanRow[]): void => {
	print('');
	for (const result of rowResults.filter((one) => counts[one] > 0)) {
		print(`${String(counts[result]).padStart(7)}  ${result.padEnd(12)}  ${resultLabels[result]}`);
		if (result === 'added') continue;
		for (const cause of causeCodes) {
			const count = causes[result][cause];
			if (count !== undefined) print(`${String(count).padStart(15)}  now: ${causeLabels[cause]}`);
		}
	}
	print('');
	for (const { row, email, billable } of rows.filter((one) => one.billable.length > 0)) {
		tell(`Line ${row}, ${email}: came back with roles that are billed: ${billable.join('; ')}`);
	}
	for (const { row, email } of rows.filter(({ stranded }) => stranded)) {
		tell(
			`! Line ${row}, ${email} was removed and has no portal-only account yet. Go on with --retry-failed, or add the person on the page.`,
		);
	}
	if (plan.stop) tell(failureSentence(plan.stop));
	if (plan.state !== 'finished') tell(`Go on with: invite-doctor remediate --plan ${plan.id} --yes`);
};

const report = async ({ plans, store }: Services, planId: string, options: RemediateOptions): Promise<number> => {
	const plan = need(plans.plan(planId));
	const rows = [...plans.allRows(planId)];
	const result = planResult(plans, planId);
	printResult(plan, result, rows);
	if (options.json !== undefined) need(await writeFileAtomically(options.json, planJson(plan, rows, remediatedRow)));
	if (options.failed !== undefined) need(await writeFileAtomically(options.failed, failedRowsCsv(plan, plans, store)));
	return exitCodeOfPlan(plan, result);
};

/** The dry run: the same look at every row as before its change, and not one change. */
const rehearse = async (services: Services, site: SiteConnection, options: RemediateOptions): Promise<number> => {
	const rehearsed = new Map(need(await services.remediation.rehearse(options.plan, site)).map((one) => [one.id, one]));
	const rows = [...services.plans.allRows(options.plan)].map((row): PlanRow => {
		const seen = rehearsed.get(row.id);
		return seen === undefined || seen.stands ? row : { ...row, outcome: 'stale', after: seen.seen };
	});
	const stale = rows.filter(({ outcome }) => outcome === 'stale').length;
	const ready = rehearsed.size - stale;
	print(`Dry run: ${ready} rows would be changed, ${stale} would be set aside because the account changed. Nothing was sent.`);
	if (options.json !== undefined) {
		need(await writeFileAtomically(options.json, planJson(need(services.plans.plan(options.plan)), rows, remediatedRow)));
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
	return withServices(options, async (services: App & Services) => {
		const plan = need(services.plans.plan(options.plan));
		const site = await siteOfRun(services, plan.runId, options);
		if (options.dryRun) return rehearse(services, site, options);
		const { first, retryFailed, confirm } = options;
		if (plan.state === 'finished' && !retryFailed) {
			tell(failureSentence({ code: 'plan-finished', details: { plan: plan.id } }));
			return report(services, plan.id, options);
		}
		need(services.remediation.start(plan.id, site, { first, retryFailed, confirm }));
		await followPlan(services, plan.id);
		return report(services, plan.id, options);
	});
};
