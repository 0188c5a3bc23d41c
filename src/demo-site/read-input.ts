import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readBody(request: FastifyRequest): Fields {
	return isFields(request.body) ? request.body : {};
}

/** A path or query parameter as text; a repeated one gives its first value; `''` where it is absent. */
export function readText(from: unknown, name: string): string {
	if (!isFields(from)) return '';
	const value = from[name];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' ? first : '';
}

/** A repeated or comma-separated query parameter. */
export function readTexts(from: unknown, name: string): string[] {
	if (!isFields(from)) return [];
	const value = from[name];
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.flatMap((entry) => (typeof entry === 'string' && entry !== '' ? entry.split(',') : []));
}

/** A whole number of the query, held between its limits as the server holds it. */
export function readNumber(from: unknown, name: string, fallback: number, least: number, most: number): number {
	const text = readText(from, name);
	const value = text === '' ? fallback : Number(text);
	return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : fallback;
}

export function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** The address the client used. Links in answers never point anywhere else. */
export function readOrigin(request: FastifyRequest): string {
	return `http://${request.headers.host ?? '127.0.0.1'}`;
}

/** Cursors are opaque to clients: a place in the list, wrapped. */
export function makeCursor(offset: number): string {
	return Buffer.from(`at:${offset}`).toString('base64url');
}

/** `null` for a cursor that this site did not make. */
export function readCursor(cursor: string): number | null {
	if (cursor === '') return 0;
	const match = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
	return match?.[1] === undefined ? null : Number(match[1]);
}
