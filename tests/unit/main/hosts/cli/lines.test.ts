import { expect, it } from 'vitest';
import { makeLines } from '#main/hosts/cli/follow.ts';

it('without a terminal, progress is a line every ten seconds', () => {
	let now = 0;
	const said: string[] = [];
	const line = makeLines(
		(text) => said.push(text),
		false,
		() => now,
	);
	for (; now <= 35_000; now += 500) line(() => `at ${now}`);
	expect(said).toEqual(['at 10000', 'at 20000', 'at 30000']);
});

it('on a terminal it is left to the bar', () => {
	let now = 0;
	const said: string[] = [];
	const line = makeLines(
		(text) => said.push(text),
		true,
		() => now,
	);
	for (; now <= 35_000; now += 500) line(() => 'never');
	expect(said).toEqual([]);
});
