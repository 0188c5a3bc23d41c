import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#core/ports.ts';

/** 256 bits, safe in an address and in a cookie. */
const newSecretToken = (): string => randomBytes(32).toString('base64url');

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Compares digests, so that neither the time taken nor the length tells how much of a guess was right. */
const isSameSecret = (given: string | undefined, expected: string): boolean =>
	given !== undefined && timingSafeEqual(digest(given), digest(expected));

/** How long a link waits to be opened. */
const linkLastsMs = 60_000;

/** Who may speak to the browser host: whoever came through a one-time link, and carries its cookie since. */
export interface Session {
	/** Good for one minute and one use; the one before is void. */
	newLinkToken(): string;
	/** Trades the token of the last link for the cookie. True once for each, whatever is tried before or after. */
	redeem(token: string | undefined): boolean;
	readonly setCookie: string;
	isCarriedBy(cookieHeader: string | undefined): boolean;
}

const cookieValues = (header: string, name: string): readonly string[] =>
	header
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1));

/** The port is part of the cookie's name: browsers share cookies between the ports of 127.0.0.1. */
export const createSession = (port: number, clock: Pick<Clock, 'ticks'>): Session => {
	const name = `invite-doctor-${port}`;
	const cookie = newSecretToken();
	let link: { readonly token: string; readonly madeAt: number } | null = null;
	return {
		newLinkToken: () => {
			link = { token: newSecretToken(), madeAt: clock.ticks() };
			return link.token;
		},
		redeem: (token) => {
			if (link === null || !isSameSecret(token, link.token) || clock.ticks() - link.madeAt > linkLastsMs) return false;
			link = null;
			return true;
		},
		setCookie: `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
		isCarriedBy: (header) => {
			if (header === undefined) return false;
			const values = cookieValues(header, name);
			// Two cookies of one name: somebody else's page planted one. Refuse rather than choose.
			return values.length === 1 && isSameSecret(values[0], cookie);
		},
	};
};
