import { expect, test } from 'vitest';
import { causeCatalogue, causeCodes } from '#shared/causes.ts';
import { failureCodes } from '#shared/outcome.ts';
import { causeTexts, failureText } from '../../../src/renderer/messages.ts';

const person = { email: 'ann@example.com', domain: 'example.com', desk: 'Help', suggestion: null, firstLine: null };

test.each(causeCodes)('%s has a label, a sentence and, where it blocks, steps for both styles of user management', (code) => {
	const text = causeTexts[code];
	expect(text.label.length).toBeGreaterThan(3);
	expect(text.verdict(person)).toMatch(/\.$|\?$/);
	const needsFix = causeCatalogue[code].standing === 'blocked';
	if (needsFix) expect([text.fix.centralized.length > 0, text.fix.original.length > 0]).toEqual([true, true]);
});

test('labels tell causes apart', () => {
	expect(new Set(causeCodes.map((code) => causeTexts[code].label)).size).toBe(causeCodes.length);
});

test.each(failureCodes)('%s says what happened and what to do', (code) => {
	const text = failureText({ code, details: {} });
	expect(text.happened).toMatch(/\.$/);
	expect(text.next).toMatch(/\.$/);
	expect(`${text.happened}${text.next}${text.kept ?? ''}`).not.toMatch(/undefined|null|NaN/);
});

test('a code this window does not know still gets a sentence', () => {
	expect(failureText({ code: 'of-a-later-version' as 'internal', details: {} }).next).toMatch(/\.$/);
});
