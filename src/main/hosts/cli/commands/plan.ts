import { causeCodes, type CauseCode } from '#shared/causes.ts';
import type { Plan } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { mailWords, planWords, remedySentence } from '../messages.ts';
import { planJson, plannedRow, planRows } from '../plan-json.ts';
import { print } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface PlanOptions extends CommonOptions {
	readonly run: string;
	readonly cause?: readonly string[];
	readonly replaceManagedElsewhere?: boolean;
	readonly organisations?: boolean;
	readonly invite?: boolean;
	readonly json?: string;
}

const readCauses = (named: readonly string[] | undefined): readonly CauseCode[] | undefined => {
	const causes = named?.flatMap((text) => text.split(',')).filter((text) => text !== '');
	const unknown = causes?.find((code) => !(causeCodes as readonly string[]).includes(code));
	if (unknown !== undefined) {
		return endWith({ code: 'wrong-use', details: { what: `There is no cause "${unknown}". There are: ${causeCodes.join(', ')}.` } });
	}
	return causes as readonly CauseCode[] | undefined;
};

const minutes = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`);

/** Rows per remedy, what each does, and what is left to a person. */
const printPlan = (plan: Plan, { remedies }: PlanResult): void => {
	print('');
	for (const { remedy, rowCount, example } of remedies) {
		const how = example.guided ? 'manual' : example.steps.join(' → ');
		print(`${String(rowCount).padStart(7)}  ${remedy.padEnd(28)}  ${how}`);
		print(`         ${remedySentence(remedy)}`);
	}
	print('');
	const { changes, calls, ms } = plan.estimate;
	print(`${changes} changes, about ${calls} calls and ${minutes(ms)}. Nothing was sent yet. Plan ${plan.id}`);
	const { mails } = plan.estimate;
	if (mails !== undefined) print(mailWords.willGet(mails));
	if (plan.confirm !== null) print(`It removes people from the organisation. To carry it out, add --confirm "${plan.confirm}".`);
};

/** `plan --run RUN [--cause CODE…]`: what would be done, stored; nothing is sent. */
export const planCommand = async (options: PlanOptions): Promise<number> => {
	const causes = readCauses(options.cause);
	return withClient(options, async (client) => {
		const choices = {
			managedElsewhere: options.replaceManagedElsewhere ? ('replace-with-portal-account' as const) : ('ask-owning-organisation' as const),
			organisations: options.organisations === true,
			...(options.invite === true ? { invite: true } : {}),
		};
		const filter = causes === undefined ? {} : { causes: [...causes] };
		// Where the site is not stored, its tokens come from the environment, and so does whose they are.
		const account = process.env['INVITE_DOCTOR_EMAIL'] || undefined;
		const { planId } = need(await client.plans.create({ runId: options.run, filter, choices, account }));
		const plan = need(await client.plans.get({ planId }));
		printPlan(plan, need(await client.plans.result({ planId })));
		if (options.json !== undefined) need(await writeFileAtomically(options.json, planJson(plan, planRows(client, { planId }), plannedRow)));
		return exitCode.allGood;
	});
};

/** `plans`: newest first. */
export const plansCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const all = need(await client.plans.list({ runId: null }));
		if (all.length === 0) print('No plans yet. Make one: invite-doctor plan --run RUN');
		for (const { id, createdAt, state, site, desk, listName, rowCount, outcomes } of all) {
			const when = createdAt.slice(0, 16).replace('T', ' ');
			const byCalls = rowCount - (outcomes.guided ?? 0);
			const tried = planWords.page.ended(byCalls - (outcomes['not-reached'] ?? 0), byCalls);
			print(`${id}  ${when}  ${state.padEnd(8)}  ${tried}  ${site.name}  ${desk.key}  ${listName}`);
		}
		for (const { email, site, planId } of need(await client.plans.stranded())) {
			print(`! ${email} was removed from ${site} and has no portal-only account yet: remediate --plan ${planId} --yes --retry-failed`);
		}
		return exitCode.allGood;
	});
