import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export const readBody = (request: FastifyRequest): Fields => (isFields(request.body) ? request.body : {});

/** A path or query parameter as text; a repeated one gives its first value; `''` where it is absent. */
export const readText = (from: unknown, name: string): string => {
	if (!isFields(from)) return '';
	const value = from[name];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' ? first : '';
};

/** A repeated or comma-separated query parameter. */
export const readTexts = (from: unknown, name: string): string[] => {
	if (!isFields(from)) return [];
	const value = from[name];
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.flatMap((entry) => (typeof entry === 'string' && entry !== '' ? entry.split(',') : []));
};

/** A whole number of the query, held between its limits as the server holds it. */
export const readNumber = (from: unknown, name: string, fallback: number, least: number, most: number): number => {
	const text = readText(from, name);
	const value = text === '' ? fallback : Number(text);
	return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : fallback;
};

export const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** The address the client used. Links in answers never point anywhere else. */
export const readOrigin = (request: FastifyRequest): string => `http://${request.headers.host ?? '127.0.0.1'}`;

/** Cursors are opaque to clients: a place in the list, wrapped. */
export const makeCursor = (offset: number): string => Buffer.from(`at:${offset}`).toString('base64url');

/** `null` for a cursor that this site did not make. */
export const readCursor = (cursor: string): number | null => {
	if (cursor === '') return 0;
	const match = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
	return match?.[1] === undefined ? null : Number(match[1]);
};
