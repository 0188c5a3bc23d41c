import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTurns } from '#main/turns.ts';

let nowMs = 0;

beforeEach(() => {
	vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
});

afterEach(() => {
	vi.restoreAllMocks();
});

it('are due after some milliseconds of work, and not again at once', async () => {
	const turns = makeTurns();
	expect(turns.isDue()).toBe(false);
	nowMs += 5;
	expect(turns.isDue()).toBe(false);
	nowMs += 5;
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
	while (!fired) await turns.give();
	expect(fired).toBe(true);
});
