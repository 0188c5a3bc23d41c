import type { Outcome } from '#shared/outcome.ts';
import type { Json } from '#shared/verdict.ts';
import { codecs } from './codecs.ts';
import { isUnreadable } from './records.ts';
import type { StoredSnapshot } from './snapshot-store.ts';

/** Parts that are answers to questions about one person each. */
export type AnswerPart = 'role-assignments' | 'manageable';

/** Answers of an earlier snapshot about people whose directory record was `recordOf` then. */
export interface EarlierAnswers {
	/** The record as it was stored; `undefined` for who was not there. */
	recordOf(accountId: string): string | undefined;
	answer(part: AnswerPart, accountId: string): Json | undefined;
}

/**
 * What an earlier snapshot was told of single people. An answer that was a failure is not kept: it is worth asking again.
 * Fails where the snapshot is not what was pulled.
 */
export const earlierAnswers = (stored: StoredSnapshot): Outcome<EarlierAnswers> => {
	const records = new Map<string, string>();
	const answers = { 'role-assignments': new Map<string, Json>(), manageable: new Map<string, Json>() };
	for (const page of stored.records('directory')) {
		if (!page.ok) return page;
		for (const raw of page.value) {
			const user = codecs.directory.read(raw);
			if (user !== null && !isUnreadable(user)) records.set(user.accountId, JSON.stringify(raw));
		}
	}
	for (const part of ['role-assignments', 'manageable'] as const) {
		for (const page of stored.records(part)) {
			if (!page.ok) return page;
			for (const raw of page.value) {
				const record = codecs[part].read(raw);
				if (record?.answer.ok === true) answers[part].set(record.accountId, raw as Json);
			}
		}
	}
	return { ok: true, value: { recordOf: (id) => records.get(id), answer: (part, id) => answers[part].get(id) } };
};
