import { expect, test } from 'vitest';
import { fillMessage } from '#shared/owner-messages.ts';
import { ownerTemplates } from '../../../src/renderer/messages.ts';

const values = {
	domain: 'example.com',
	site: 'acme.atlassian.net',
	desk: 'Help',
	organisation: 'Acme',
	addresses: 'ann@example.com, ben@example.com',
};

test('known names in braces are filled in, others stay', () => {
	expect(fillMessage({ subject: 'To {domain}', body: '{organisation} {unknown} {desk}' }, values)).toEqual({
		subject: 'To example.com',
		body: 'Acme {unknown} Help',
	});
});

test('a value that looks like a name in braces is not filled in again', () => {
	expect(fillMessage({ subject: '{desk}', body: '' }, { ...values, desk: '{addresses}' }).subject).toBe('{addresses}');
});

test('a subject stays one line', () => {
	expect(fillMessage({ subject: 'A\r\nBcc: everybody@example.com', body: '' }, values).subject).toBe('A Bcc: everybody@example.com');
});

test('the usual text to people shows nobody the addresses of others', () => {
	const { body } = fillMessage(ownerTemplates.people, values);
	expect(body).not.toContain('@');
	expect(body).not.toMatch(/[{}]/);
});
