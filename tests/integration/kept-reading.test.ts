import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { Asked } from '#shared/contract.ts';
import type { RunReport } from '#shared/run.ts';
import { composeOnDemo, need, startDemo } from '../support/demo-app.ts';
import { readWorkbook } from '../support/read-workbook.ts';

const text = [
	'Project Alpha;;',
	'as of 2026-11-20, asked by otto@boss.example;;',
	';;',
	'Name;E-mail;E-mail 2',
	'Ann Lee;ann@x.example;ann@home.example',
	'Bob Ray;bob@x.example;',
	'Cy Fox;cy@x.example;',
	'Total: 3 people;;',
].join('\n');

const open = async () => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 2 }) });
	const app = await composeOnDemo(demo);
	const { services } = app;
	const { listId, preview } = need(await services.lists.open({ name: 'people.csv', text }, null));
	need(await services.lists.edit(listId, (check) => check.exclude([2], true)));
	const asked = { listId, mapping: preview.mapping, site: 'demo', desk: demo.deskKey };
	const { runId } = need(await services.starts.start(asked));
	for await (const progress of services.runs.watch(runId)) void progress;
	const report = async (format: 'html' | 'xlsx' | 'json', wanted: Partial<Asked['reports']['make']> = {}): Promise<Buffer> => {
		const path = join(app.dataDir, `${Math.random()}.${format}`);
		const plain = { client: '', logo: null, personal: true, maskDomains: false, maskOrganisations: false, language: 'en' } as const;
		need(await services.reports.make({ runId, format, ...plain, ...wanted }, { path }));
		return readFileSync(path);
	};
	return { services, runId, report };
};

describe('what was read of a list, and what was not', () => {
	it('is kept with its run, with the rows that somebody left out, and goes on to a run of the same rows', async () => {
		const { services, runId } = await open();
		const reading = need(services.store.reading(runId));
		expect(reading).toMatchObject({ format: { kind: 'text' }, mapping: { email: 1, name: 0 }, account: { people: 2, choices: {} } });
		expect(reading?.account.items.map(({ kind, count }) => [kind, count])).toEqual([
			['above', 2],
			['below', 1],
			['other-columns', 1],
			['excluded', 1],
		]);
		expect(reading?.account.items.at(-1)).toMatchObject({ lines: [{ line: 7, text: 'Cy Fox · cy@x.example' }] });
		const again = need(await services.starts.again({ runId }));
		expect(need(services.store.reading(again.runId))).toEqual(reading);
		for await (const progress of services.runs.watch(again.runId)) void progress;
	});

	it('stands in every report, with its lines', async () => {
		const { services, runId, report } = await open();
		const page = (await report('html')).toString();
		expect(page).toContain('What was read');
		for (const said of [
			'2 lines above the table not read',
			'Line 2: as of 2026-11-20, asked by otto@boss.example',
			'1 row left out by you',
		]) {
			expect(page).toContain(said);
		}
		const cells =
			readWorkbook(await report('xlsx'))[0]
				?.rows.flat()
				.map((cell) => cell?.text) ?? [];
		expect(cells).toEqual(expect.arrayContaining(['1 line below the table not read', 'Line 8: Total: 3 people']));
		expect((await report('html', { language: 'de' })).toString()).toContain('1 Zeile von Ihnen weggelassen');
		const data = JSON.parse((await report('json')).toString()) as RunReport;
		expect(data.reading).toEqual(need(services.store.reading(runId)));
	});

	it('names neither lines nor columns in a report without personal data', async () => {
		const { report } = await open();
		for (const format of ['html', 'json'] as const) {
			const made = (await report(format, { personal: false })).toString();
			expect(made).not.toMatch(/boss\.example|home\.example|Project Alpha|E-mail 2|Cy Fox/);
			expect(made).toMatch(/2 lines above the table not read|"kind": "above"/);
		}
	});
});
