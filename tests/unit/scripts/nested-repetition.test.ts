import { expect, it } from 'vitest';
import { repeatsRepeated } from '../../../scripts/lint/house.mjs';

it.each([/(a+)+$/, /^(?:\s*<!--.*?-->)*\s*</s, /^(?:<!--[\s\S]*?-->)+$/, /(?:[\w.]+)*@/])('is found: %s', ({ source, flags }) => {
	expect(repeatsRepeated(source, flags)).toBe(true);
});

it.each([/^[^@\s]+@[^@\s]+$/, /^(?:[a-z]+,)*[a-z]+$/, /"(?:[^"\\]|\\.)*"/, /^\d{4}-\d\d/])('is not there: %s', ({ source, flags }) => {
	expect(repeatsRepeated(source, flags)).toBe(false);
});

it('is not looked for in what is no expression', () => {
	expect(repeatsRepeated('(', '')).toBe(false);
});
