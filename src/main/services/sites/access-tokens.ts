import type { Clock } from '#core/ports.ts';
import type { Secret } from '#core/secret.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { AccessTokens } from '../../atlassian/credentials.ts';
import type { IssuedTokens } from '../../atlassian/oauth.ts';
import { timeoutMs } from '../../atlassian/send.ts';

export interface KeptTokens extends AccessTokens {
	put(issued: Pick<IssuedTokens, 'accessToken' | 'expiresInMs'>): void;
}

/** A request takes no longer, and clocks differ. */
const spareMs = 2 * timeoutMs;
/** What was sent is answered by a token or two later. */
const mostUsed = 3;

/** Access tokens of one site, in memory: one for all who ask it, and one renewal at a time. */
export const makeAccessTokens = (clock: Clock, renew: () => Promise<Outcome<IssuedTokens>>): KeptTokens => {
	let kept: { readonly token: Secret; readonly endsAtTicks: number } | null = null;
	let used: readonly Secret[] = [];
	let renewing: Promise<Outcome<Secret>> | null = null;
	const put: KeptTokens['put'] = ({ accessToken, expiresInMs }) => {
		kept = { token: accessToken, endsAtTicks: clock.ticks() + expiresInMs };
		used = [accessToken, ...used].slice(0, mostUsed);
	};
	const renewed = async (): Promise<Outcome<Secret>> => {
		try {
			const issued = await renew();
			if (!issued.ok) return issued;
			put(issued.value);
			return done(issued.value.accessToken);
		} finally {
			renewing = null;
		}
	};
	return {
		put,
		used: () => used,
		refuse: (token) => {
			if (kept?.token.reveal() === token) kept = null;
		},
		current: async () => {
			if (kept !== null && clock.ticks() + spareMs < kept.endsAtTicks) return done(kept.token);
			renewing ??= renewed();
			return renewing;
		},
	};
};
