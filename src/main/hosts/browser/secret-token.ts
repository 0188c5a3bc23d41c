import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, safe in an address and in a cookie. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Compares digests, so that neither the time taken nor the length tells how much of a guess was right. */
export const isSameSecret = (given: string | undefined, expected: string): boolean =>
	given !== undefined && timingSafeEqual(digest(given), digest(expected));
