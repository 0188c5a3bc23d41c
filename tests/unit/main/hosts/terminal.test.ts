import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { showControls, showControlsInLines } from '#main/hosts/terminal.ts';

it.each([
	['a title', '\u001B]0;owned\u0007Ann', '␛]0;owned␇Ann'],
	['a cleared screen', 'Ann\u001B[2J\u001Bc', 'Ann␛[2J␛c'],
	['an escape of eight bits', 'Ann\u009B2J', 'Ann\\u009b2J'],
	['a line of its own', 'Ann\r\n0 people are blocked', 'Ann␍␊0 people are blocked'],
	['letters that change places', 'ann\u202Emoc.elpmaxe', 'ann\\u202emoc.elpmaxe'],
	['marks and isolates of direction', '\u200E\u061C\u2066a\u2069', '\\u200e\\u061c\\u2066a\\u2069'],
	['half a character', 'a\uD800b', 'a\\ud800b'],
	['other ends of lines', 'a\u2028b\u0085c', 'a\\u2028b\\u0085c'],
	['a rubbed out letter', 'a\u007Fb\tc', 'a␡b␉c'],
])('shows %s instead of sending it', (_what, text, shown) => {
	expect(showControls(text)).toBe(shown);
});

it('leaves names of all scripts, and pictures, as they are', () => {
	const names = 'Zoë Ångström 山田 太郎 محمد 👩‍💻 İpek';
	expect(showControls(names)).toBe(names);
});

it('keeps the lines of a text that has its own', () => {
	expect(showControlsInLines('a\n\u001Bb\n')).toBe('a\n␛b\n');
});

it('is the only way to a terminal, but for sentences without anything of others', () => {
	const allowed = [
		// What says which Node is needed, before anything else is loaded.
		'src/main/hosts/browser/main.ts',
		// The two questions for a token.
		'src/main/hosts/cli/ask-secret.ts',
		// Again which Node is needed.
		'src/main/hosts/cli/main.ts',
		// What the library of commands writes, through the same function.
		'src/main/hosts/cli/program.ts',
		'src/main/hosts/terminal.ts',
	];
	const writers = globSync('src/{main,core,shared,preload}/**/*.ts').filter((file) =>
		/std(?:out|err)\.write\(|console\./.test(readFileSync(file, 'utf8')),
	);
	expect(writers.map((file) => file.replaceAll('\\', '/')).toSorted()).toEqual(allowed);
});
