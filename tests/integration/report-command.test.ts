import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '#shared/run.ts';
import { planOnDemo } from '../support/remediation.ts';
import { readWorkbook, sheetNamed } from '../support/read-workbook.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

describe('report', () => {
	it('writes every format for a client, and again without personal data', async () => {
		const { run, plan, dir, demo } = await planOnDemo();
		const file = (name: string): string => join(dir, name);
		const read = (name: string): string => readFileSync(file(name), 'utf8');
		writeFileSync(file('logo.svg'), svg);
		const report = ['report', plan.plan.run];
		const formats = (stem: string) => ['html', 'xlsx', 'csv', 'json'].flatMap((format) => [`--${format}`, file(`${stem}.${format}`)]);
		const full = await run([...report, ...formats('full'), '--client', 'Halden Group', '--logo', file('logo.svg')]);
		expect(full).toMatchObject({ code: 0, stderr: '' });
		expect(full.stdout).toContain('Decisions that unlock the most rows:');
		expect(read('full.html')).toContain(
			`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" alt="Logo of Halden Group">`,
		);
		expect(sheetNamed(readWorkbook(readFileSync(file('full.xlsx'))), 'Rows').rows).toHaveLength(251);
		const { rows } = JSON.parse(read('full.json')) as RunReport;
		const addresses = rows.map(({ email }) => email).filter((email) => email.includes('@'));
		for (const name of ['full.html', 'full.csv']) {
			expect(
				addresses.slice(0, 5).every((email) => read(name).includes(email)),
				name,
			).toBe(true);
		}

		expect(await run([...report, ...formats('masked'), '--without-personal-data', '--mask-domains', '--mask-organisations'])).toMatchObject(
			{ code: 0 },
		);
		for (const name of ['masked.html', 'masked.csv', 'masked.json']) {
			const text = read(name);
			expect(
				addresses.filter((email) => text.includes(email)),
				name,
			).toEqual([]);
			expect(text, name).not.toContain(demo.email);
			expect(text, name).toContain('Person 1 (domain-');
		}
	});

	it('says what is wrong with how it was called, and writes nothing', async () => {
		const { run, plan, dir } = await planOnDemo();
		const page = join(dir, 'r.html');
		writeFileSync(join(dir, 'logo.gif'), 'GIF89a');
		const report = ['report', plan.plan.run];
		const problems: readonly (readonly [readonly string[], string])[] = [
			[[], 'Which report? Give --html FILE'],
			[['--html', page, '--mask-domains'], 'need --without-personal-data'],
			[['--html', page, '--logo', join(dir, 'logo.gif')], 'neither a PNG nor an SVG'],
			[['--html', page, '--logo', join(dir, 'nothing.png')], 'nothing.png, ENOENT'],
			[['--html', page, '--logo', dir], 'EISDIR'],
		];
		for (const [args, sentence] of problems) {
			expect(await run([...report, ...args])).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
			expect(() => readFileSync(page)).toThrow('ENOENT');
		}
	});
});
