import { expect, it } from 'vitest';
import { calls } from '#main/atlassian/calls.ts';
import { failureOf } from '#main/atlassian/failures.ts';

it.each([
	[403, 'This site has been suspended for non-payment.', 'site-suspended'],
	[401, '{"message":"The site acme is deactivated"}', 'site-suspended'],
	[503, '<html><h1>Your site is temporarily unavailable</h1></html>', 'site-unavailable'],
	[404, '<h1>Your site is currently unavailable</h1>', 'site-unavailable'],
	[503, 'This site is down for maintenance', 'site-unavailable'],
	[503, 'upstream connect error', 'site-error'],
	[403, 'The account of this person is deactivated', 'caller-lacks-rights'],
	[403, '{"errorMessage":"The IP address is rejected because it is not on the allow list"}', 'ip-not-allowed'],
	[401, '', 'token-rejected'],
] as const)('%i "%s" is %s', (status, text, code) => {
	const refusal = failureOf(calls.myself, { kind: 'answer', status, headers: new Headers(), text });
	expect(refusal.failure.code).toBe(code);
});
