import { expect, it } from 'vitest';
import { Secret } from '#core/secret.ts';
import { makeAccessTokens } from '#main/services/sites/access-tokens.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { IssuedTokens } from '#main/atlassian/oauth.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';

const issued = (nth: number): Outcome<IssuedTokens> =>
	done({ accessToken: new Secret(`access-${nth}`), refreshToken: new Secret(`refresh-${nth}`), expiresInMs: 3_600_000 });

const setting = (renew: (nth: number) => Outcome<IssuedTokens> = issued) => {
	const clock = new ManualClock();
	let renewals = 0;
	const tokens = makeAccessTokens(clock, async () => renew(++renewals));
	const current = async (): Promise<string> => {
		const token = await tokens.current();
		return token.ok ? token.value.reveal() : token.failure.code;
	};
	return { clock, tokens, current, renewals: () => renewals };
};

it('is good until shortly before its end, so that no request is refused on its way', async () => {
	const { clock, current } = setting();
	expect(await current()).toBe('access-1');
	await clock.advance(3_530_000);
	expect(await current()).toBe('access-1');
	await clock.advance(20_000);
	expect(await current()).toBe('access-2');
});

it('is asked for once by all who wait', async () => {
	const { current, renewals } = setting();
	expect(await Promise.all([current(), current(), current()])).toEqual(['access-1', 'access-1', 'access-1']);
	expect(renewals()).toBe(1);
});

it('that was refused is not used again, and one that came after it stays', async () => {
	const { tokens, current } = setting();
	await current();
	tokens.refuse('access-1');
	expect(await current()).toBe('access-2');
	tokens.refuse('access-1');
	expect(await current()).toBe('access-2');
});

it('is known for as long as a site may quote it', async () => {
	const { tokens, current } = setting();
	for (let nth = 1; nth <= 5; nth++) tokens.refuse(await current());
	expect(tokens.used().map((token) => token.reveal())).toEqual(['access-5', 'access-4', 'access-3']);
});

it('is asked for again after a failure', async () => {
	const { current } = setting((nth) => (nth === 1 ? failed('unreachable') : issued(nth)));
	expect([await current(), await current()]).toEqual(['unreachable', 'access-2']);
});
