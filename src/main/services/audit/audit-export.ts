import type { ToldEntry } from '#shared/audit.ts';
import type { Language } from '#shared/languages.ts';
import { auditPerson, auditSentence, auditStatus, auditStep } from '#shared/messages/audit-sentence.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { csvLine } from '../../files/csv.ts';

/** The entries as they were written, a line each: together they can be verified by anybody. */
export function* auditAsJsonLines(entries: Iterable<ToldEntry>): Generator<string> {
	for (const { about: _, ...entry } of entries) yield `${JSON.stringify(entry)}\n`;
}

const planOf = ({ details }: ToldEntry): string => {
	const { plan } = Object(details) as { readonly plan?: unknown };
	return typeof plan === 'string' ? plan : '';
};

/** The same to be read, with each entry as a sentence. */
export function* auditAsCsv(entries: Iterable<ToldEntry>, language: Language): Generator<string> {
	const words = messagesIn(language);
	yield `\uFEFF${csvLine(Object.values(words.auditWords.csvColumns))}`;
	for (const entry of entries) {
		const { seq, at, actor, site, event, hash } = entry;
		const named = [planOf(entry), auditPerson(entry) ?? '', auditStep(entry) ?? '', auditStatus(entry)];
		yield csvLine([seq, at, actor.account, actor.user, actor.host, site, event, auditSentence(words, entry), ...named, hash]);
	}
}
