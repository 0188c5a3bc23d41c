import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeCodes } from '../../../src/shared/causes.ts';
import { guidePageNames } from '../../../src/renderer/route.ts';

const folder = join(import.meta.dirname, '../../../docs/guide');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');

describe('the guide', () => {
	it('has a section for every cause, under its code', () => {
		const sections = [...textOf('causes').matchAll(/^## .+ \(`([a-z-]+)`\)$/gm)].map(([, code]) => code);
		expect(sections.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(causeCodes.toSorted((a, b) => a.localeCompare(b)));
	});

	it.each(guidePageNames)('leads nowhere that is not there: %s', (name) => {
		const targets = [...textOf(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
		for (const target of targets) {
			const [file = '', section] = target.split('#');
			expect(existsSync(join(folder, file)), target).toBe(true);
			if (section === undefined) continue;
			const headings = [...textOf(file.replace(/\.md$/, '')).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
			expect(
				headings.map((heading) => heading.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
				target,
			).toContain(section);
		}
	});

	it.each(guidePageNames)('has a title over every column: %s', (name) => {
		const heads = [...textOf(name).matchAll(/^(\|.*\|)\n\| ---/gm)].map(([, head = '']) => head.split('|').slice(1, -1));
		for (const titles of heads) expect(titles.map((title) => title.trim())).not.toContain('');
	});

	it('leaves no cell of the article empty, and names tests that are there', () => {
		const cells = textOf('article')
			.split('\n')
			.filter((line) => line.startsWith('|'))
			.flatMap((line) => line.split('|').slice(1, -1));
		expect(cells.filter((cell) => cell.trim() === '')).toEqual([]);
		const tests = [...textOf('article').matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path);
		expect(tests.length).toBeGreaterThan(20);
		for (const path of tests) expect(existsSync(join(folder, '../..', path)), path).toBe(true);
	});

	it('names every page on its first one', () => {
		const index = textOf('README');
		for (const name of guidePageNames) expect(index).toContain(`(${name}.md)`);
	});
});
