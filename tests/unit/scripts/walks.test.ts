import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The stretches of a walk: the files of each, in order. */
const walkOf = (title: string): readonly (readonly string[])[] => {
	const [, after = ''] = text.split(`**${title}**\n`);
	const [walk = ''] = after.split(/\n(?:\*\*|## )/);
	return walk.split(/^- /m).flatMap((stretch) => {
		const files = [...stretch.matchAll(/`([\w/-]+\.tsx?)`/g)].map(([, file = '']) => file);
		return files.length === 0 ? [] : [files];
	});
};

const sourceOf = (file: string): string => readFileSync(join(root, 'src', file), 'utf8');

const importsOf = (file: string): readonly string[] =>
	[...sourceOf(file).matchAll(/(?:from|import\(|new URL\()\s*'(#|\.)([^']+)'/g)].map(([, kind, path = '']) =>
		kind === '#' ? path : normalize(join(dirname(file), `.${path}`)),
	);

describe.each([
	{ title: 'A row, from its file to the window', most: 40 },
	{ title: 'A change, from its plan to the audit log', most: 25 },
])('$title', ({ title, most }) => {
	const walk = walkOf(title);

	it(`passes at most ${most} files`, () => {
		const files = new Set(walk.flat());
		expect(files.size).toBeGreaterThan(most / 2);
		expect(files.size).toBeLessThanOrEqual(most);
	});

	it.each(walk.map((stretch) => ({ stretch })))('goes by imports: $stretch.0 …', ({ stretch }) => {
		for (const file of stretch) {
			const neighbours = stretch.filter((other) => other !== file && (importsOf(file).includes(other) || importsOf(other).includes(file)));
			expect(neighbours, `${file} imports none of its stretch, and is imported by none`).not.toEqual([]);
		}
	});
});
