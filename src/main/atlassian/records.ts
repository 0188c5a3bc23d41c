import type { z } from 'zod';
import type { Unreadable } from '#core/evidence/site-questions.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { type Call, nameOf } from './calls.ts';
import { unexpected } from './failures.ts';

export interface ReadRecords<T> {
	readonly items: readonly T[];
	readonly unreadable: readonly Unreadable[];
}

/** The whole answer, or `unexpected-answer`. */
export const readWhole = <T>(call: Call, schema: z.ZodType<T>, body: unknown): Outcome<T> => {
	const read = schema.safeParse(body);
	return read.success ? done(read.data) : unexpected(call, problemOf(read.error));
};

/** Every record, or `unexpected-answer` for the first that cannot be read: for lists where one missing would mislead. */
export const readEach = <T>(call: Call, schema: z.ZodType<T>, records: readonly unknown[]): Outcome<readonly T[]> => {
	const { items, unreadable } = readRecords(schema, records);
	const first = unreadable[0];
	return first === undefined ? done(items) : unexpected(call, first.problem);
};

/** Each record for itself: one odd person must not cost the other 99 of a page their answer. */
export const readRecords = <T>(schema: z.ZodType<T>, records: readonly unknown[]): ReadRecords<T> => {
	const items: T[] = [];
	const unreadable: Unreadable[] = [];
	for (const record of records) {
		const read = schema.safeParse(record);
		if (read.success) {
			items.push(read.data);
		} else {
			unreadable.push({ key: keyOf(record), problem: problemOf(read.error) });
		}
	}
	return { items, unreadable };
};

/** Path and expectation of the first issue. zod names expected values and received types, never received values. */
const problemOf = (error: z.ZodError): string => {
	const issue = error.issues[0];
	if (issue === undefined) {
		return 'unexpected shape';
	}
	const path = issue.path.length === 0 ? 'answer' : issue.path.map(String).join('.');
	return `${path}: ${issue.message}`;
};

const keyOf = (record: unknown): string | null =>
	textOf(record, 'email')?.toLowerCase() ?? textOf(record, 'emailAddress')?.toLowerCase() ?? textOf(record, 'accountId');

const textOf = (record: unknown, name: string): string | null => {
	if (typeof record !== 'object' || record === null || !Object.hasOwn(record, name)) {
		return null;
	}
	const value: unknown = Reflect.get(record, name);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/**
 * The cursor of the next page, `null` on the last. v1 gives a URL: only its cursor is taken, because a link must
 * never choose the host. A cursor that leads back to the page just read would go round for ever.
 */
export const nextCursor = (call: Call, next: string | null | undefined, sent: string | null): Outcome<string | null> => {
	if (next === null || next === undefined || next === '') {
		return done(null);
	}
	const cursor = isLink(next) ? cursorOfLink(next) : next;
	if (cursor === null || cursor === '') {
		return unexpected(call, 'links.next: expected a cursor');
	}
	return cursor === sent ? unexpected(call, `links.next: the page just read (${nameOf(call)})`) : done(cursor);
};

/** Base 64 has slashes but no question mark. */
const isLink = (text: string): boolean => /^https?:\/\//i.test(text) || text.includes('?');

const cursorOfLink = (link: string): string | null => {
	const base = 'https://link.invalid';
	return URL.canParse(link, base) ? new URL(link, base).searchParams.get('cursor') : null;
};
