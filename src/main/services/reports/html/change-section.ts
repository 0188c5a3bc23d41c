import { type CauseCode, causeCatalogue, causeCodes } from '#shared/causes.ts';
import type { PlanRow } from '#shared/plan.ts';
import { type RowResult, rowResults } from '#shared/row-results.ts';
import type { Formats } from '../formats.ts';
import type { RemediationResult } from '../remediation-result.ts';
import { resultText } from '#shared/messages/result-text.ts';
import { isRowUntouched } from '../remediation-result.ts';
import { billableText } from '../sentences.ts';
import type { ReportSource } from '../report-source.ts';
import { toneOf } from './chart.ts';
import { html, type Html, nothing } from './html.ts';

/** More are in the XLSX report. */
const mostRows = 200;

const resultTones: Readonly<Record<RowResult, string>> = {
	added: 'added',
	addable: 'addable',
	blocked: 'blocked',
	'needs-person': 'settings',
	'by-hand': 'settings',
	'not-tried': 'open',
};
/** Left out where there are none. */
const rareResults: readonly RowResult[] = ['addable', 'needs-person'];

const figures = ({ counts }: RemediationResult, { texts }: ReportSource, formats: Formats): Html =>
	html`<ul class="figures">${rowResults
		.filter((result) => counts[result] > 0 || !rareResults.includes(result))
		.map(
			(result) =>
				html`<li class="tone-${resultTones[result]}"><b>${formats.count(counts[result])}</b> ${texts.resultTexts[result].counted}</li>`,
		)}</ul>
`;

const signed = (difference: number, formats: Formats): string =>
	difference === 0 ? '–' : `${difference > 0 ? '+' : '−'}${formats.count(Math.abs(difference))}`;

const beforeAfter = ({ after }: RemediationResult, { run, texts }: ReportSource, formats: Formats): Html => {
	const { beforeAfter: heading, beforeAfterColumns: columns } = texts.reportWords.changes;
	const causes = causeCodes
		.map((cause) => ({ cause, was: run.summary[cause] ?? 0, is: after[cause] ?? 0 }))
		.filter(({ was, is }) => was > 0 || is > 0)
		.sort((a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was) || b.is - a.is);
	return html`<h3>${heading}</h3><div class="wide"><table><thead><tr><th scope="col">${columns.cause}</th><th scope="col" class="number">${columns.before}</th><th scope="col" class="number">${columns.after}</th><th scope="col" class="number">${columns.difference}</th></tr></thead><tbody>
${causes.map(
	({ cause, was, is }) =>
		html`<tr><th scope="row"><span class="dot tone-${toneOf(cause)}"></span>${texts.causeTexts[cause].label}</th><td class="number">${formats.count(was)}</td><td class="number">${formats.count(is)}</td><td class="number">${signed(is - was, formats)}</td></tr>
`,
)}</tbody></table></div>
`;
};

const billable = ({ billed: rows, billedCount }: RemediationResult, { texts }: ReportSource, formats: Formats): Html => {
	if (billedCount === 0) return nothing;
	const { billableHeading, billable: sentence, columns } = texts.reportWords.changes;
	return html`<h3>${billableHeading}</h3><p class="warning">${sentence(billedCount)}</p><div class="wide"><table><thead><tr><th scope="col" class="line">${columns.line}</th><th scope="col">${columns.address}</th><th scope="col">${columns.roles}</th></tr></thead><tbody>
${rows.map(
	(row) => html`<tr><td class="line">${formats.count(row.row)}</td><td class="any">${row.email}</td><td>${billableText(row)}</td></tr>
`,
)}</tbody></table></div>
`;
};

const changedRow = (row: PlanRow, { texts }: ReportSource, formats: Formats): Html => {
	const { notSeen, said } = texts.reportWords.changes;
	const label = (cause: CauseCode): string => texts.causeTexts[cause].label;
	const after =
		row.after === null
			? html`<span class="soft">${notSeen}</span>`
			: html`<span class="dot tone-${causeCatalogue[row.after.cause].standing}"></span>${label(row.after.cause)}`;
	const words = row.said === null ? nothing : html`<span class="path">${said(row.said)}</span>`;
	return html`<tr><td class="line">${formats.count(row.row)}</td><td class="any">${row.email}</td><td>${texts.remedyTexts[row.remedy]}</td><td>${label(row.before.cause)}</td><td>${after}</td><td>${resultText(row, texts)}${words}</td></tr>
`;
};

function* rowByRow(changes: RemediationResult, source: ReportSource, formats: Formats): Generator<Html> {
	const { rowsHeading, columns, untouched } = source.texts.reportWords.changes;
	yield html`<h3>${rowsHeading}</h3>`;
	const tried = changes.rowCount - changes.untouchedCount;
	if (tried > mostRows) yield html`<p class="cut">${source.texts.reportWords.cause.cut(mostRows, tried)}</p>`;
	if (changes.untouchedCount > 0) yield html`<p class="cut">${untouched(changes.untouchedCount)}</p>`;
	yield html`<div class="wide"><table><thead><tr><th scope="col" class="line">${columns.line}</th><th scope="col">${columns.address}</th><th scope="col">${columns.remedy}</th><th scope="col">${columns.before}</th><th scope="col">${columns.after}</th><th scope="col">${columns.outcome}</th></tr></thead><tbody>
`;
	let shown = 0;
	for (const row of changes.rows()) {
		if (shown === mostRows) break;
		if (isRowUntouched(row)) continue;
		shown += 1;
		yield changedRow(row, source, formats);
	}
	yield html`</tbody></table></div>`;
}

/** What plans have changed, what became of it, and how the list stood before. */
export function* changeSection(changes: RemediationResult, source: ReportSource, formats: Formats): Generator<Html> {
	const { heading, intro, stranded } = source.texts.reportWords.changes;
	yield html`<section aria-labelledby="changes"><h2 id="changes">${heading}</h2><p>${intro(changes.plans.length, changes.rowCount)}</p>
${changes.strandedCount > 0 ? html`<p class="warning" role="note">${stranded(changes.strandedCount)}</p>` : nothing}${figures(changes, source, formats)}${beforeAfter(changes, source, formats)}${billable(changes, source, formats)}`;
	yield* rowByRow(changes, source, formats);
	yield html`</section>
`;
}
