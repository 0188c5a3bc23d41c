import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import { firstLineIn } from '#shared/messages/cause-text.ts';
import { madeChoices, mappingText, readingItemText, readingLines } from '#shared/messages/reading-text.ts';
import type { Messages } from '#shared/messages/messages.ts';
import type { PlanRow } from '#shared/plan.ts';
import { standingOf } from '#shared/standings.ts';
import type { Json } from '#shared/verdict.ts';
import type { Formats } from './formats.ts';
import type { ReportRow } from './disclosure.ts';
import type { ReportSource } from './report-source.ts';

const accessSentence = ({ run, texts }: ReportSource, formats: Formats): string => {
	const { unknownAccess, knownAccess } = texts.reportWords.unseen;
	const { origin, at } = run.access;
	return origin === 'unknown' || at === null ? unknownAccess : knownAccess[origin](formats.moment(at));
};

/** What the site did not let us see, most people first. */
export const unseenSentences = (source: ReportSource, formats: Formats): readonly string[] => {
	const { run, survey, texts } = source;
	const { why: reasons, line, snapshot, noFacts } = texts.reportWords.unseen;
	const questions = survey.unseen?.map(({ topic, why, people }) => line(texts.evidenceTopicTexts[topic], reasons[why], people)) ?? [
		noFacts,
	];
	const missing = run.snapshot?.missing ?? [];
	const unanswered = questions.length === 0 ? [texts.reportWords.unseen.none] : questions;
	return [...unanswered, ...(missing.length === 0 ? [] : [snapshot(missing.join(', '))]), accessSentence(source, formats)];
};

/** What was read of the list, what was not, and what somebody chose about it; a thing each, with its lines. */
export const readingSentences = ({
	reading,
	run,
	texts,
}: ReportSource): readonly { readonly text: string; readonly lines: readonly string[] }[] => {
	if (reading === null) return [];
	const { account, mapping } = reading;
	const { readingWords } = texts;
	const columns = run.columns.length === 0 ? [] : [mappingText(texts, mapping, run.columns)];
	const plain = [readingWords.people(account.people), ...columns, ...madeChoices(texts, account.choices).map(({ text }) => text)];
	const items = account.items.map((item) => {
		const lines = readingLines(item);
		const more = item.count - lines.length;
		const rest = lines.length > 0 && more > 0 ? [readingWords.more(more)] : [];
		return { text: readingItemText(texts, item), lines: [...lines.map((line) => readingWords.lineOf(line)), ...rest] };
	});
	return [...plain.map((text) => ({ text, lines: [] })), ...items];
};

const shorten = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`);

/** An answer in words: `status: suspended, active: true`; what is nested stays JSON. */
export const answerText = (answer: Json, { reportWords }: Messages, longest: number): string => {
	if (answer === null) return reportWords.cause.noEntry;
	if (typeof answer === 'string') return shorten(answer, longest);
	if (typeof answer !== 'object' || Array.isArray(answer)) return shorten(JSON.stringify(answer), longest);
	const valueText = (value: Json): string =>
		value === null ? reportWords.cause.nothing : typeof value === 'string' ? value : JSON.stringify(value);
	const parts = Object.entries(answer).map(([key, value]) => `${key}: ${valueText(value)}`);
	return shorten(parts.join(', '), longest);
};

/** What keeps a person out: their own cause, or what is wrong with the service project where they alone could be added. */
const causeToTell = ({ cause }: Pick<ReportRow, 'cause'>, { run }: ReportSource): CauseCode => {
	const [finding] = run.findings;
	return finding !== undefined && standingOf(cause, run) !== causeCatalogue[cause].standing ? finding.cause : cause;
};

/** Why one person cannot be added, or that they can, in a sentence. */
export const verdictSentence = (row: ReportRow, source: ReportSource): string => {
	const { run, texts } = source;
	return texts.causeTexts[causeToTell(row, source)].verdict({
		email: row.email,
		domain: row.domain ?? texts.reportWords.facts.itsDomain,
		desk: run.desk?.name ?? texts.reportWords.facts.theDesk,
		suggestion: row.suggestion,
		// Few sentences ask for it, and evidence is put together where it is looked at.
		get firstLine() {
			return firstLineIn(row.verdict.evidence);
		},
	});
};

/** `atlassian/user (jira)`: the role and the product it is billed for, without the product's id. */
export const billableText = ({ billable }: Pick<PlanRow, 'billable'>): string =>
	billable.map((role) => role.replace(/ on ari:cloud:([a-z-]+)::.*$/s, ' ($1)')).join(', ');

/** Steps and menu paths as one text. */
export const todoText = (row: Pick<ReportRow, 'cause'>, source: ReportSource): string =>
	source.texts.causeTexts[causeToTell(row, source)].fix[source.management]
		.map(({ text, path }) => (path === undefined ? text : `${text} (${path})`))
		.join('\n');

export const knowText = (row: ReportRow, { texts }: ReportSource, longestAnswer: number): string =>
	row.verdict.evidence
		.map(
			({ asked, source, answer, at }) =>
				`${texts.askedText(asked)}: ${answerText(answer, texts, longestAnswer)} (${source === '' ? at : `${source}, ${at}`})`,
		)
		.join('\n');
