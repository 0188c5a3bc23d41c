import { describe, expect, it } from 'vitest';
import { readWorkbook, sheetNamed, textsOf } from '../../../../support/read-workbook.ts';
import { asked, type ReportedPerson, reportedRun } from '../../../../support/reported-run.ts';
import { need } from '../../../../support/demo-app.ts';
import { actor, applied, at, newPlan, planRow, seenAs } from '../../storage/plans/plan-samples.ts';

const people: readonly ReportedPerson[] = [
	{
		cells: ['Ann', 'Ann@Brightwater.example', 'Brightwater', 'VIP', 'one cell more'],
		cause: 'access-revoked',
		evidence: [asked('directory entry of ann@brightwater.example', { status: 'suspended' }), asked('what follows from it', 'because')],
	},
	{ cells: ['Ben', 'ben@mosswood.example'], cause: 'already-customer', evidence: [asked('directory entry of ben@mosswood.example')] },
	{ cells: ['Cara', 'n/a'], cause: 'invalid-address' },
];

describe('the workbook', () => {
	it('has a sheet for each question', async () => {
		const sheets = readWorkbook(await (await reportedRun({ people })).bytes('xlsx'));
		expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Rows', 'Who cannot be added and why', 'Decisions', 'Domains', 'Evidence']);
	});

	it('keeps every original column as it was, with the result behind it', async () => {
		const [titles, ann, ben] = textsOf(sheetNamed(readWorkbook(await (await reportedRun({ people })).bytes('xlsx')), 'Rows'));
		expect(titles?.slice(0, 9)).toEqual(['Line', 'Name', 'E-mail', 'Organisation', 'Notes', 'Address', 'Cause', 'Cause code', 'Certainty']);
		expect(ann?.slice(0, 9)).toEqual([
			'2',
			'Ann',
			'Ann@Brightwater.example',
			'Brightwater',
			'VIP',
			'ann@brightwater.example',
			'Access suspended',
			'access-revoked',
			'Proven',
		]);
		expect(ann?.[9]).toContain('Restore access');
		expect(ann?.[11]).toBe(
			'directory entry of ann@brightwater.example: status: suspended (POST /admin/v2/orgs/{orgId}/directories/-/users/search, 2026-11-23T09:01:00.000Z)\nwhat follows from it: because (POST /admin/v2/orgs/{orgId}/directories/-/users/search, 2026-11-23T09:01:00.000Z)',
		);
		expect(ben?.slice(1, 5)).toEqual(['Ben', 'ben@mosswood.example', '', '']);
	});

	it('freezes the titles and filters on them, over all rows', async () => {
		const rows = sheetNamed(readWorkbook(await (await reportedRun({ people })).bytes('xlsx')), 'Rows');
		expect(rows.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
		expect(rows.xml).toContain('<autoFilter ref="A1:L4"/>');
		expect(rows.xml.match(/<col /g)).toHaveLength(12);
	});

	it('writes numbers as numbers and times as times', async () => {
		const sheets = readWorkbook(await (await reportedRun({ people })).bytes('xlsx'));
		const [, evidence] = sheetNamed(sheets, 'Evidence').rows;
		expect(evidence?.[0]).toMatchObject({ type: 'n', text: '2' });
		// 23 November 2026 is day 46349; 09:01 is a little more than three eighths of it.
		expect(evidence?.[5]?.type).toBe('n');
		expect(Number(evidence?.[5]?.text)).toBeCloseTo(46_349 + (9 * 60 + 1) / 1440, 8);
	});

	it('lists who cannot be added, in a sentence each', async () => {
		const sheet = sheetNamed(readWorkbook(await (await reportedRun({ people })).bytes('xlsx')), 'Who cannot be added and why');
		const rows = textsOf(sheet).slice(1);
		expect(rows.map(([line]) => line)).toEqual(['2', '4']);
		expect(rows[0]?.[5]).toBe('ann@brightwater.example has an Atlassian account whose access to this organisation is suspended.');
	});

	it('tells what was changed once something was', async () => {
		const { bytes, plans } = await reportedRun({ people });
		const remedy = { remedy: 'restore-access', steps: ['restore'], before: { cause: 'access-revoked', certainty: 'proven' } } as const;
		need(plans.create(newPlan(), [planRow(0, remedy)], actor));
		need(plans.setState('plan-1', 'running', null, at(1)));
		need(plans.setRow('plan-1', 0, applied));
		need(plans.saveAfter('plan-1', [seenAs(0, 'already-customer')], actor));
		const [, row] = textsOf(sheetNamed(readWorkbook(await bytes('xlsx')), 'Changes'));
		expect(row).toEqual([
			'2',
			'ann@brightwater.example',
			'Restore access, grant the Customer role, then add.',
			'Access suspended',
			'Already a customer',
			'Added',
		]);
	});
});
