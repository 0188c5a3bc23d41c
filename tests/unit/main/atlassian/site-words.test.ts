import { describe, expect, it } from 'vitest';
import { Secret } from '#core/secret.ts';
import { siteWords, wordsOf } from '#main/atlassian/site-words.ts';

const signedInBy = (email: string, apiToken: string) => ({ by: 'token', email, apiToken: new Secret(apiToken) }) as const;
const credentials = { signIn: signedInBy('a@b.example', 'site-token-1'), orgApiKey: new Secret('site-token-1-and-more') };
const words = (body: unknown) => wordsOf(typeof body === 'string' ? body : JSON.stringify(body), credentials);

describe('the words of a refusal', () => {
	it.each([
		['of JSM', { errorMessage: 'No.', i18nErrorMessage: { i18nKey: 'sd.no' } }, 'No.'],
		['of Jira', { errorMessages: ['One.', 'Two.'], errors: {} }, 'One. Two.'],
		['of Jira, by field', { errorMessages: [], errors: { email: 'Taken.' } }, 'Taken.'],
		['of the Organizations API', { errors: [{ code: 'A-1', title: 'Bad', detail: 'Worse' }, { title: 'Last' }] }, 'Bad Worse Last'],
		['of the Organizations API, twice the same', { errors: [{ title: 'Bad', detail: 'Bad' }] }, 'Bad'],
		['of its proxy', { code: 401, message: 'Unauthorized' }, 'Unauthorized'],
		['of user management', { key: 'forbidden' }, 'forbidden'],
		[
			'of user management, with its reason',
			{ key: 'forbidden.action', context: { allowed: false, reason: { key: 'externalDirectory.scim' } } },
			'forbidden.action externalDirectory.scim',
		],
		[
			'of user management, with more',
			{ key: 'conflict', context: { message: 'Pending.', errorCodes: [{ message: 'Cancel.' }] } },
			'Pending. Cancel.',
		],
	])('are read from the answer %s', (_whose, body, said) => {
		expect(words(body)).toBe(said);
	});

	it.each([
		[''],
		['<html><body>No</body></html>'],
		['null'],
		['[]'],
		['"No"'],
		['{}'],
		[{ errorMessage: '' }],
		[{ errorMessage: 7 }],
		[{ errors: [null] }],
	])('are none in %j', (body) => {
		expect(words(body)).toBeNull();
	});

	it('are one line that disturbs no terminal and no direction of reading', () => {
		expect(words({ errorMessage: ' a\r\n\tb\u0000c \u001b[31md\u202ee\u200f\u2028f ' })).toBe('a b c [31mde f');
	});

	it('are 500 characters at most, and no half of one', () => {
		expect(words({ errorMessage: 'x'.repeat(900) })).toBe('x'.repeat(500));
		expect(words({ errorMessage: `${'x'.repeat(499)}😀` })).toBe('x'.repeat(499));
		expect(words({ errorMessage: '\ud800' })).toBe('\ufffd');
	});

	it('hold no token, also where it is cut, written otherwise, in another or behind something invisible', () => {
		expect(siteWords(`${'x'.repeat(495)}site-token-1`, credentials)).toBe(`${'x'.repeat(495)}[secr`);
		expect(siteWords('Bearer site-token-1-and-more?', credentials)).toBe('Bearer [secret]?');
		expect(siteWords('site-\u200dtoken-1', credentials)).toBe('[secret]');
		const pair = Buffer.from('a@b.example:site-token-1').toString('base64');
		expect(siteWords(`Basic ${pair}, ${encodeURIComponent(pair)}`, credentials)).toBe('Basic [secret], [secret]');
	});

	it.each([0, 1, 2, 3, 4])(
		'hold no token in base64, %i bytes into another text, in the form for addresses, or in hexadecimal',
		(before) => {
			const hidden = (secret: string): readonly string[] => {
				const bytes = Buffer.from(`${'x'.repeat(before)}${secret}-and-more`);
				return [bytes.toString('base64'), bytes.toString('base64url'), encodeURIComponent(bytes.toString('base64')), bytes.toString('hex')];
			};
			for (const secret of ['site-token-1', 'a@b.example:site-token-1']) {
				for (const text of hidden(secret)) expect(siteWords(`It was ${text}`, credentials)).toContain('[secret]');
				expect(siteWords(Buffer.from(secret).toString('base64'), credentials)).toBe('[secret]');
			}
		},
	);

	it('stay as they are where there is no token to hide', () => {
		expect(siteWords('words', { signIn: signedInBy('', ''), orgApiKey: null })).toBe('words');
	});
});
