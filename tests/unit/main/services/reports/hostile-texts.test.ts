import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '#shared/run.ts';
import { need } from '../../../../support/demo-app.ts';
import { startsFormula, unwritableIn } from '../../../../support/character-checks.ts';
import { splitLikeExcel, withoutApostrophes } from '../../../../support/spreadsheet.ts';
import { hostileTexts } from '../../../../support/hostile-texts.ts';
import { readWorkbook, unzip } from '../../../../support/read-workbook.ts';
import { asked, type ReportedPerson, type ReportedRun, reportedRun } from '../../../../support/reported-run.ts';
import { actor, applied, at, newPlan, planRow } from '../../storage/plans/plan-samples.ts';

/** Every text in every place: each cell, each question, each answer, the list's name, its columns, the client. */
const people: readonly ReportedPerson[] = hostileTexts.map((text, index) => ({
	cells: [text, index % 2 === 0 ? text : `x${index}@${'a'.repeat(5)}.example`, text, text],
	cause: index % 2 === 0 ? 'invalid-address' : 'access-revoked',
	evidence: [{ ...asked(`directory entry of ${text}`, { status: text, [text]: [text] }), source: text, at: text }, asked(text, text)],
	suggestion: text,
}));

const hostileRun = async (): Promise<ReportedRun> => {
	const reported = await reportedRun({
		people,
		columns: hostileTexts.slice(0, 4),
		listName: hostileTexts.slice(0, 9).join(' '),
		account: hostileTexts[2] ?? '',
	});
	const { runs, plans, runId } = reported;
	const [script = ''] = hostileTexts;
	runs.setDesk(runId, { id: '1', key: script, name: script });
	runs.setFindings(runId, [
		{ cause: 'desk-permission-missing', certainty: 'proven', remedy: null, evidence: [asked(script, { [script]: script })] },
	]);
	const remedy = { remedy: 'restore-access', steps: ['restore'], before: { cause: 'access-revoked', certainty: 'proven' } } as const;
	need(plans.create(newPlan(), [planRow(1, remedy)], actor));
	need(plans.setState('plan-1', 'running', null, at(1)));
	need(plans.setRow('plan-1', 1, { ...applied, outcome: 'rejected', said: script, billable: [script] }));
	return reported;
};

const request = { client: hostileTexts.slice(0, 17).join('') };

/** As CSV shows it: no file of ours holds NUL or ESC. */
const shown = (text: string): string => text.toWellFormed().replaceAll('\u0000', '␀').replaceAll('\u001B', '␛');

/** All a report is made of. */
const elements = new Set(
	'a b bdi body caption code dd details div dl dt figure footer h1 h2 h3 h4 head header html img li main meta nav ol p rect section span style summary svg table tbody td text th thead time title tr ul'.split(
		' ',
	),
);
const attributes = new Set(
	'alt aria-hidden aria-label aria-labelledby charset class colspan content datetime dominant-baseline height href http-equiv id lang name preserveAspectRatio role rx scope src text-anchor viewBox width x y'.split(
		' ',
	),
);

describe('whatever strangers wrote', () => {
	it('is text in the HTML report: no element, attribute or address of its own', async () => {
		const page = await (await hostileRun()).text('html', request);
		const tags = [...page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>|<(?!!doctype html>)/g)];
		expect(tags.length).toBeGreaterThan(500);
		expect(tags.filter(([, , name]) => name === undefined).map(({ index }) => page.slice(index, index + 80))).toEqual([]);
		expect(tags.filter(([, , name = '']) => !elements.has(name)).map(([tag]) => tag)).toEqual([]);
		const given = tags.flatMap(([, , , list = '']) => [...list.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)]);
		expect(given.filter(([, name = '']) => !attributes.has(name)).map(([attribute]) => attribute)).toEqual([]);
		const addresses = given.filter(([, name]) => name === 'href' || name === 'src').map(([, , value = '']) => value);
		expect(addresses.filter((address) => !/^#[a-z-]+$/.test(address))).toEqual([]);
	});

	it('leaves one style and one policy in the HTML report, and no character a page may not hold', async () => {
		const page = await (await hostileRun()).text('html', request);
		expect(page.match(/<style>/g)).toHaveLength(1);
		expect(page.match(/<meta http-equiv/g)).toEqual(['<meta http-equiv']);
		expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`);
		expect(unwritableIn(page)).toEqual([]);
	});

	it('is text in the workbook: there is no formula, link or macro', async () => {
		const bytes = await (await hostileRun()).bytes('xlsx', request);
		for (const [path, content] of unzip(bytes)) {
			const xml = content.toString('utf8');
			expect(xml, path).not.toMatch(/<f>|<hyperlink|<oleObject|vbaProject|externalLink/);
			expect(unwritableIn(xml), path).toEqual([]);
		}
		const cells = readWorkbook(bytes).flatMap(({ rows }) => rows.flat());
		const hostile = cells.filter((cell) => cell !== undefined && startsFormula(cell.text) && cell.type !== 'n');
		expect(hostile.length).toBeGreaterThan(20);
		expect(new Set(hostile.map((cell) => cell?.type))).toEqual(new Set(['inlineStr']));
	});

	it('is kept in the workbook as it was, up to what a cell holds', async () => {
		const sheets = readWorkbook(await (await hostileRun()).bytes('xlsx', request));
		const notes =
			sheets
				.find(({ name }) => name === 'Rows')
				?.rows.slice(1)
				.map((row) => row[4]?.text ?? '') ?? [];
		const expected = hostileTexts.map((text) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text.toWellFormed()));
		expect(notes).toEqual(expected);
	});

	it('is text in the CSV report: no cell of it starts a formula', async () => {
		const text = await (await hostileRun()).text('csv', request);
		const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n' });
		expect(errors).toEqual([]);
		const rows = data.filter((row) => row.length > 1);
		expect(rows).toHaveLength(hostileTexts.length + 1);
		expect(new Set(rows.map((row) => row.length))).toEqual(new Set([13]));
		expect(rows.flat().filter((cell) => startsFormula(cell))).toEqual([]);
		expect(rows.slice(1).map((row) => withoutApostrophes(row[4] ?? ''))).toEqual(hostileTexts.map(shown));
		for (const delimiter of [',', ';', '\t']) {
			const fields = splitLikeExcel(text.replace(/^\uFEFF/, ''), delimiter).flat();
			expect(fields.filter(startsFormula), delimiter).toEqual([]);
		}
	});

	it('is data in the JSON report', async () => {
		const report = JSON.parse(await (await hostileRun()).text('json', request)) as RunReport;
		expect(report.rows).toHaveLength(hostileTexts.length);
		const answers = report.rows.map(({ evidence }) => evidence[1]?.answer);
		expect(answers.map((answer) => (typeof answer === 'string' ? answer.toWellFormed() : answer))).toEqual(
			hostileTexts.map((one) => one.toWellFormed()),
		);
	});
});
