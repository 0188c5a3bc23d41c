import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import type { FixStep } from '#shared/messages/cause-text.ts';
import type { ReportRow } from '../disclosure.ts';
import type { Formats } from '../formats.ts';
import type { ReportSource } from '../report-source.ts';
import { answerText } from '../sentences.ts';
import { type CauseCount, mostFirst } from '../survey.ts';
import { toneOf } from './chart.ts';
import { html, type Html, nothing } from './html.ts';

/** A page somebody reads; the whole list is in the XLSX and CSV reports, and the section says so. */
const mostRows = (cause: CauseCode): number => (causeCatalogue[cause].standing === 'added' ? 25 : mostFirst);
/** Paper cannot unfold anything, and a hundred pages of answers nobody reads. */
const mostPrinted = 3;

const stepItem = ({ text, path }: FixStep): Html =>
	html`<li>${text}${path === undefined ? nothing : html`<span class="path">${path}</span>`}</li>`;

export const fixSteps = (cause: CauseCode, { texts, management }: ReportSource): Html => {
	const steps = texts.causeTexts[cause].fix[management];
	return steps.length === 0 ? html`<p>${texts.reportWords.cause.nothingTodo}</p>` : html`<ol class="steps">${steps.map(stepItem)}</ol>`;
};

interface Columns {
	readonly name: boolean;
	readonly organisation: boolean;
}

const columnsOf = ({ survey, masking }: ReportSource, rows: readonly ReportRow[]): Columns => ({
	name: masking === null && survey.hasNames,
	organisation: rows.some(({ organisation }) => organisation !== null && organisation !== ''),
});

const rowBody = (row: ReportRow, index: number, columns: Columns, source: ReportSource, formats: Formats): Html => {
	const { cause: words } = source.texts.reportWords;
	const { evidence } = row.verdict;
	const width = 3 + Number(columns.name) + Number(columns.organisation);
	const suggests = row.suggestion === null ? nothing : html`<span class="suggests">${words.suggests(row.suggestion)}</span>`;
	const now =
		row.after === undefined ? nothing : html`<span class="now">${words.now(source.texts.causeTexts[row.after.cause].label)}</span>`;
	const know =
		evidence.length === 0
			? html`<span class="soft">${words.knowNothing}</span>`
			: html`<details><summary>${words.know(evidence.length)}</summary>${evidenceList(evidence, source, formats)}</details>`;
	return html`<tbody><tr><td class="line">${formats.count(row.row)}</td><td class="any">${row.email}${suggests}${now}</td>${columns.name ? html`<td>${row.name}</td>` : nothing}${columns.organisation ? html`<td>${row.organisation}</td>` : nothing}<td class="nowrap">${source.texts.certaintyTexts[row.certainty].label}</td></tr><tr class="how${index < mostPrinted ? ' printed' : ''}"><td></td><td colspan="${width - 1}">${know}</td></tr></tbody>
`;
};

function* rowTable(count: CauseCount, source: ReportSource, formats: Formats): Generator<Html> {
	const { cause: words } = source.texts.reportWords;
	const rows = source.rowsOf(count.first.slice(0, mostRows(count.cause)));
	const columns = columnsOf(source, rows);
	const head = words.columns;
	if (count.rows > rows.length) yield html`<p class="cut">${words.cut(rows.length, count.rows)}</p>`;
	yield html`<div class="wide"><table class="rows"><thead><tr><th scope="col" class="line">${head.line}</th><th scope="col" class="any">${head.address}</th>${columns.name ? html`<th scope="col">${head.name}</th>` : nothing}${columns.organisation ? html`<th scope="col">${head.organisation}</th>` : nothing}<th scope="col">${head.certainty}</th></tr></thead>
`;
	for (const [index, row] of rows.entries()) yield rowBody(row, index, columns, source, formats);
	yield html`</table></div>`;
}

/** What one cause means, what to do about it, and who has it. */
export function* causeSection(count: CauseCount, source: ReportSource, formats: Formats): Generator<Html> {
	const { cause, rows } = count;
	const { texts, run } = source;
	const { cause: words } = texts.reportWords;
	const { article } = causeCatalogue[cause];
	yield html`<section class="cause" aria-labelledby="cause-${cause}"><div class="cause-head"><h3 id="cause-${cause}"><span class="dot tone-${toneOf(cause)}"></span>${texts.causeTexts[cause].label}</h3><span class="soft">${formats.count(rows)} · ${formats.share(rows, run.rowCount)}</span></div>
<h4>${words.means}</h4><p>${texts.causeMeanings[cause]}${article === null ? '' : ` ${words.article(article)}`}</p>
<h4>${words.todo}</h4>${fixSteps(cause, source)}
`;
	yield* rowTable(count, source, formats);
	yield html`</section>
`;
}

export const causesHeading = ({ texts }: ReportSource): Html => {
	const { cause: words } = texts.reportWords;
	return html`<div class="cause-group"><h2 id="rows">${words.heading}</h2><p class="cut paper-only">${words.printed(mostPrinted)}</p>
`;
};

/** An answer can hold a list of a thousand domains; the whole of it is in the XLSX and JSON reports. */
const longestAnswer = 400;

const item = ({ asked, source: from, answer, at }: EvidenceItem, { texts }: ReportSource, formats: Formats): Html =>
	html`<li><bdi>${texts.askedText(asked)}</bdi>: <code>${answerText(answer, texts, longestAnswer)}</code><span class="where">${from}${from === '' ? '' : ' · '}<time datetime="${at}">${formats.exactMoment(at)}</time></span></li>`;

export const evidenceList = (items: readonly EvidenceItem[], source: ReportSource, formats: Formats): Html =>
	html`<ul class="evidence">${items.map((one) => item(one, source, formats))}</ul>`;
