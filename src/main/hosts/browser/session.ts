import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, safe in an address and in a cookie. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Compares digests, so that neither the time taken nor the length tells how much of a guess was right. */
export const isSameSecret = (given: string | undefined, expected: string): boolean =>
	given !== undefined && timingSafeEqual(digest(given), digest(expected));

/** Who may speak to the browser host: whoever came through the one-time link, and carries its cookie since. */
export interface Session {
	readonly linkToken: string;
	/** Trades the link's token for the cookie. True once in the life of the host, whatever is tried before or after. */
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
export const createSession = (port: number): Session => {
	const name = `invite-doctor-${port}`;
	const linkToken = newSecretToken();
	const cookie = newSecretToken();
	let isRedeemed = false;
	return {
		linkToken,
		redeem: (token) => {
			if (isRedeemed || !isSameSecret(token, linkToken)) return false;
			isRedeemed = true;
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
