import type { CauseCode } from '#shared/causes.ts';
import { standings as standingsInOrder } from '#shared/standings.ts';
import { resultText } from '#shared/messages/result-text.ts';
import { unlockText } from '#shared/messages/remedy-text.ts';
import type { Cell } from '../../files/write-xlsx/cell.ts';
import { type Column, type Sheet, workbookStream } from '../../files/write-xlsx/workbook-stream.ts';
import type { ReportRow } from './disclosure.ts';
import { type Formats, makeFormats } from './formats.ts';
import type { ReportSource } from './report-source.ts';
import { answerText, billableText, knowText, readingSentences, todoText, unseenSentences, verdictSentence } from './sentences.ts';

/** A cell holds 32,767 characters; one answer takes no more than its part of them. */
const longestAnswer = 2_000;
const longestEvidence = 32_767;

const column = (title: string, width: number, wraps = false): Column => ({ title, width, wraps });

const sum = (calls: Readonly<Record<string, number>>): number => Object.values(calls).reduce((total, some) => total + some, 0);

const label = (cause: CauseCode, { texts }: ReportSource): string => texts.causeTexts[cause].label;

function* summaryLines(source: ReportSource, formats: Formats): Generator<readonly Cell[]> {
	const { run, survey, texts, client, account, masking, madeAt } = source;
	const { facts, causes, standings, unseen, ending, title } = texts.reportWords;
	const heading = (...cells: readonly string[]): readonly Cell[] => cells.map((text) => ({ heading: text }));
	yield [{ title: client === '' ? title : `${client}: ${title}` }];
	yield [];
	yield [facts.list, run.listName];
	yield [facts.site, run.site.url];
	yield [facts.desk, run.desk === null ? facts.noDesk : `${run.desk.name} (${run.desk.key})`];
	yield [facts.askedAs, masking === null ? (account ?? facts.askedAsUnknown) : facts.askedAsLeftOut];
	yield [facts.checked, { at: run.startedAt }, run.finishedAt === null ? null : { at: run.finishedAt }];
	yield [facts.from, run.snapshot === null ? facts.live : facts.snapshot(formats.moment(run.snapshot.takenAt))];
	yield [facts.rows, run.rowCount];
	yield [facts.calls, sum(run.calls)];
	yield [facts.made, { at: madeAt }];
	yield [];
	for (const standing of standingsInOrder) {
		const { proven, likely } = survey.addable;
		const apart = standing === 'addable' && likely > 0 ? [texts.resultWords.overview.addableBy(proven, likely)] : [];
		yield [standings[standing], survey.standings[standing], ...apart];
	}
	yield [];
	const { columns } = causes;
	yield heading(columns.cause, columns.rows, columns.share, columns.proven, columns.likely, columns.unknown);
	for (const { cause, rows, certainties } of survey.causes) {
		yield [
			label(cause, source),
			rows,
			{ share: rows / Math.max(1, run.rowCount) },
			certainties.proven,
			certainties.likely,
			certainties.unknown,
		];
	}
	yield [];
	yield heading(unseen.heading);
	for (const sentence of unseenSentences(source, formats)) yield [sentence];
	const read = readingSentences(source);
	if (read.length > 0) {
		yield [];
		yield heading(texts.readingWords.label);
		for (const { text, lines } of read) {
			yield [text];
			for (const line of lines) yield [null, line];
		}
	}
	yield [];
	yield [masking === null ? ending.personal : ending.withoutPersonal];
	yield [ending.times];
}

/** What was seen of a row after a plan, where plans changed something. */
const afterCell = ({ after }: ReportRow, source: ReportSource): readonly Cell[] =>
	source.changes === null ? [] : [after === undefined ? null : label(after.cause, source)];

function* rowCells(source: ReportSource): Generator<readonly Cell[]> {
	const { run, texts } = source;
	for (const row of source.rows()) {
		const original = run.columns.map((_, index) => row.cells[index] ?? '');
		yield [
			row.row,
			...original,
			row.email,
			label(row.cause, source),
			row.cause,
			texts.certaintyTexts[row.certainty].label,
			todoText(row, source),
			row.suggestion,
			...afterCell(row, source),
			knowText(row, source, longestAnswer).slice(0, longestEvidence),
		];
	}
}

function* blockedCells(source: ReportSource): Generator<readonly Cell[]> {
	const { texts } = source;
	for (const row of source.notAddable()) {
		yield [
			row.row,
			row.email,
			row.name,
			row.organisation,
			label(row.cause, source),
			verdictSentence(row, source),
			texts.certaintyTexts[row.certainty].label,
			todoText(row, source),
			...afterCell(row, source),
		];
	}
}

function* evidenceCells(source: ReportSource, rows: Iterable<ReportRow>): Generator<readonly Cell[]> {
	for (const { row, email, verdict } of rows) {
		for (const { asked, source: from, answer, at } of verdict.evidence) {
			yield [row, email, source.texts.askedText(asked), from, answerText(answer, source.texts, longestEvidence), { at }];
		}
	}
}

function* changeCells(source: ReportSource): Generator<readonly Cell[]> {
	const { texts, changes } = source;
	const { notSeen } = texts.reportWords.changes;
	for (const row of changes?.rows() ?? []) {
		yield [
			row.row,
			row.email,
			texts.remedyTexts[row.remedy],
			label(row.before.cause, source),
			row.after === null ? notSeen : label(row.after.cause, source),
			resultText(row, texts),
			row.said,
			billableText(row),
		];
	}
}

/** One sheet a question. */
function* sheetsOf(source: ReportSource): Generator<Sheet> {
	const { run, survey, texts, unlocks, changes } = source;
	const { sheets } = texts.reportWords;
	const { columns: titles } = sheets;
	const line = column(titles.line, 8);
	const address = column(titles.address, 34);
	const afterPlan = changes === null ? [] : [column(titles.afterPlan, 24)];
	yield { name: sheets.summary, widths: [34, 24, 20, 12, 12, 12], lines: summaryLines(source, makeFormats(texts.locale)) };
	yield {
		name: sheets.rows,
		columns: [
			line,
			...run.columns.map((title) => column(title, 24)),
			address,
			column(titles.cause, 24),
			column(titles.code, 22),
			column(titles.certainty, 11),
			column(titles.todo, 60),
			column(titles.suggestion, 30),
			...afterPlan,
			{ ...column(titles.know, 60), screenOnly: true },
		],
		rows: rowCells(source),
	};
	yield {
		name: sheets.blocked,
		columns: [
			line,
			address,
			column(titles.name, 24),
			column(titles.organisation, 24),
			column(titles.cause, 24),
			column(titles.why, 60, true),
			column(titles.certainty, 11),
			column(titles.todo, 70, true),
			...afterPlan,
		],
		rows: blockedCells(source),
	};
	yield {
		name: sheets.decisions,
		columns: [
			column(texts.reportWords.decisions.columns.rank, 8),
			column(texts.reportWords.decisions.columns.decision, 80),
			column(titles.rows, 12),
		],
		rows: Iterator.from(unlocks).map((unlock, index) => [index + 1, unlockText(texts, unlock), unlock.rows]),
	};
	yield {
		name: sheets.domains,
		columns: [
			column(texts.reportWords.domains.columns.domain, 34),
			column(titles.rows, 10),
			column(titles.added, 18),
			column(titles.addable, 16),
			column(titles.blocked, 12),
			column(titles.open, 12),
			column(titles.repeated, 12),
			column(texts.reportWords.domains.columns.cause, 28),
		],
		rows: Iterator.from(survey.domains).map(({ domain, rows, standings, mostFrequent }) => [
			domain,
			rows,
			standings.added,
			standings.addable,
			standings.blocked,
			standings.open,
			standings.repeated,
			mostFrequent === null ? null : label(mostFrequent, source),
		]),
	};
	if (changes !== null) {
		yield {
			name: sheets.changes,
			columns: [
				line,
				address,
				column(titles.remedy, 44),
				column(titles.before, 24),
				column(titles.after, 24),
				column(titles.outcome, 24),
				column(titles.said, 50),
				column(titles.billable, 50),
			],
			rows: changeCells(source),
		};
	}
	yield {
		name: sheets.evidence,
		columns: [line, address, column(titles.asked, 50), column(titles.source, 56), column(titles.answer, 60), column(titles.when, 20)],
		rows: evidenceCells(source, source.rows()),
	};
}

/** A workbook for whoever works on with the rows. Streamed: rows are read while it is written. */
export const xlsxReport = (source: ReportSource): AsyncIterable<Uint8Array> => workbookStream(sheetsOf(source));
