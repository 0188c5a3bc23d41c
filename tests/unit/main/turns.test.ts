import { expect, it } from 'vitest';
import { makeTurns } from '#main/turns.ts';

it('are due after some milliseconds of work, and not again at once', async () => {
	const turns = makeTurns();
	expect(turns.isDue()).toBe(false);
	const until = performance.now() + 30;
	while (performance.now() < until);
	expect(turns.isDue()).toBe(true);
	await turns.give();
	expect(turns.isDue()).toBe(false);
});

it('let a timer fire that is due', async () => {
	const turns = makeTurns();
	let fired = false;
	setTimeout(() => {
		fired = true;
	}, 1);
	const until = performance.now() + 20;
	while (performance.now() < until);
	while (!fired) await turns.give();
	expect(fired).toBe(true);
});
