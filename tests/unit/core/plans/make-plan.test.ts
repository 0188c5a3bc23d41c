import { describe, expect, it } from 'vitest';
import { makePlan, type PlanDraft, type PlanRequest } from '#core/plans/make-plan.ts';
import { causeCatalogue, type CauseCode } from '#shared/causes.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { isGuided } from '#shared/remedies.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { closedAccess, openAccess, proof } from '../../../support/evidence.ts';

const rowOf = (id: number, cause: CauseCode, change: Partial<RunRowDetail> = {}): RunRowDetail => {
	const { remedy } = causeCatalogue[cause];
	const evidence = [proof('directory entry', { accountId: `5b-${id}` })];
	const shown = { cause, certainty: 'proven', remedy } as const;
	return {
		id,
		row: id + 2,
		email: `person${id}@brightwater.example`,
		name: null,
		organisation: null,
		suggestion: null,
		cells: [],
		cleaned: [],
		...shown,
		verdict: { ...shown, evidence },
		...change,
	};
};

const pace = { admin: 10, site: 90, deskCustomers: 4.5 };
const plan = async (rows: readonly RunRowDetail[], change: Partial<PlanRequest> = {}): Promise<PlanDraft> => {
	const made = await makePlan({
		rows,
		choices: cautiousChoices,
		access: openAccess,
		pace,
		digest: (text) => `digest of ${text}`,
		...change,
	});
	if (!made.ok) throw new Error(made.failure.code);
	return made.value;
};
const replacing = { ...cautiousChoices, managedElsewhere: 'replace-with-portal-account' } as const;

describe('a plan', () => {
	it('has a row for every verdict with a remedy, and none for the others', async () => {
		const causes = Object.keys(causeCatalogue) as CauseCode[];
		const { rows } = await plan(causes.map((cause, id) => rowOf(id, cause)));
		expect(rows.map(({ remedy }) => remedy)).toEqual(causes.flatMap((cause) => causeCatalogue[cause].remedy ?? []));
		for (const { remedy, steps } of rows) expect(steps.length === 0).toBe(isGuided(remedy));
	});

	it('leaves out the remedies that were ticked off', async () => {
		const rows = [rowOf(0, 'ready-new'), rowOf(1, 'access-revoked'), rowOf(2, 'managed-elsewhere')];
		const without = ['restore-access', 'replace-with-portal-account'] as const;
		const { rows: planned, confirm } = await plan(rows, { choices: { ...replacing, without } });
		expect(planned.map(({ id }) => id)).toEqual([0]);
		expect(confirm).toBeNull();
	});

	it('of rows without remedies is none', async () => {
		const made = await makePlan({
			rows: [rowOf(0, 'already-customer')],
			choices: cautiousChoices,
			access: openAccess,
			pace,
			digest: String,
		});
		expect(made).toMatchObject({ ok: false, failure: { code: 'plan-empty' } });
	});

	it('removes nobody unless that was asked for, and then asks for the number to be typed', async () => {
		const rows = [rowOf(0, 'managed-elsewhere'), rowOf(1, 'managed-elsewhere'), rowOf(2, 'ready-new')];
		expect(await plan(rows)).toMatchObject({ confirm: null });
		expect((await plan(rows)).rows[0]).toMatchObject({ remedy: 'ask-owning-organisation', steps: [] });
		expect(await plan(rows, { choices: replacing })).toMatchObject({ confirm: 'remove 2' });
		expect((await plan(rows, { choices: replacing })).rows[0]?.steps).toEqual(['remove', 'create', 'add-to-desk']);
	});

	it('does not plan to remove whom External would then keep out', async () => {
		const { rows, confirm } = await plan([rowOf(0, 'managed-elsewhere')], { choices: replacing, access: closedAccess });
		expect(rows[0]?.remedy).toBe('ask-owning-organisation');
		expect(confirm).toBeNull();
	});

	it('binds the confirmation to the exact set of people, in whatever order', async () => {
		const one = rowOf(0, 'managed-elsewhere');
		const two = rowOf(1, 'managed-elsewhere');
		const people = async (...rows: RunRowDetail[]): Promise<string> => (await plan(rows, { choices: replacing })).people;
		const bound = await people(one, two);
		expect(await people(two, one)).toBe(bound);
		expect(await people(one, rowOf(2, 'managed-elsewhere'))).not.toBe(bound);
		const another = rowOf(1, 'managed-elsewhere');
		const renewed = { ...another, verdict: { ...another.verdict, evidence: [proof('x', { accountId: '5b-new' })] } };
		expect(await people(one, renewed)).not.toBe(bound);
	});

	it('puts people into the customer organisation of the list only where that was asked for', async () => {
		const named = { organisation: 'Brightwater' };
		const rows = [rowOf(0, 'ready-new', named), rowOf(1, 'ready-new'), rowOf(2, 'already-customer', named)];
		expect((await plan(rows)).rows.flatMap(({ steps }) => steps)).not.toContain('add-to-organisation');
		const joined = (await plan(rows, { choices: { ...cautiousChoices, organisations: true } })).rows;
		expect(joined.map(({ steps }) => steps)).toEqual([
			['create', 'add-to-desk', 'add-to-organisation'],
			['create', 'add-to-desk'],
			['add-to-organisation'],
		]);
	});

	it('remembers the accounts the diagnosis saw', async () => {
		expect((await plan([rowOf(7, 'access-revoked')])).rows[0]?.accountIds).toEqual(['5b-7']);
	});

	it('tells what it takes: more rows, more calls and more time', async () => {
		const few = (await plan([rowOf(0, 'ready-new')])).estimate;
		const many = (await plan(Array.from({ length: 100 }, (_, id) => rowOf(id, 'ready-new')))).estimate;
		expect(few).toMatchObject({ changes: 2 });
		expect(many.changes).toBe(200);
		expect(many.calls).toBeGreaterThan(few.calls);
		expect(many.ms).toBeGreaterThan(few.ms);
	});
});
