import { type DecisionId } from '#shared/unlock.ts';
import { remedyCatalogue } from '#shared/remedies.ts';
import type { Certainty } from '#shared/causes.ts';
import { unlockText } from '#shared/messages/remedy-text.ts';
import type { Formats } from '../formats.ts';
import type { ReportSource } from '../report-source.ts';
import { readingSentences, unseenSentences } from '../sentences.ts';
import { causeChart, toneOf } from './chart.ts';
import { html, type Html, nothing } from './html.ts';

/** More is in the XLSX report. */
const mostDecisions = 15;
const mostDomains = 20;
const certainties: readonly Certainty[] = ['proven', 'likely', 'unknown'];

const zeroOr = (value: number, formats: Formats): string => (value === 0 ? '–' : formats.count(value));

export const causesSection = (source: ReportSource, formats: Formats): Html => {
	const { survey, run, texts } = source;
	const { heading, columns, tableCaption, certaintyHeading } = texts.reportWords.causes;
	return html`<section aria-labelledby="causes"><h2 id="causes">${heading}</h2>${causeChart(source, formats)}
<div class="wide"><table><caption>${tableCaption}</caption><thead><tr><th scope="col">${columns.cause}</th><th scope="col" class="number">${columns.rows}</th><th scope="col" class="number">${columns.share}</th><th scope="col" class="number">${columns.proven}</th><th scope="col" class="number">${columns.likely}</th><th scope="col" class="number">${columns.unknown}</th></tr></thead><tbody>
${survey.causes.map(
	({ cause, rows, certainties: of }) =>
		html`<tr><th scope="row"><span class="dot tone-${toneOf(cause)}"></span><a href="#cause-${cause}">${texts.causeTexts[cause].label}</a></th><td class="number">${formats.count(rows)}</td><td class="number">${formats.share(rows, run.rowCount)}</td>${certainties.map((certainty) => html`<td class="number">${zeroOr(of[certainty], formats)}</td>`)}</tr>
`,
)}</tbody></table></div>
<h3>${certaintyHeading}</h3><ul class="plain">${certainties.map(
		(certainty) =>
			html`<li><b>${texts.certaintyTexts[certainty].label}</b> (${formats.count(survey.certainties[certainty])}): ${texts.certaintyTexts[certainty].meaning}</li>`,
	)}</ul></section>
`;
};

const whoDecides = (decision: DecisionId): keyof ReportSource['texts']['reportWords']['decisions']['by'] =>
	decision === 'tick-internal' || decision === 'tick-external' ? 'page' : remedyCatalogue[decision].by;

export const decisionsSection = (source: ReportSource, formats: Formats): Html => {
	const { unlocks, texts } = source;
	const { heading, intro, none, columns, by, more } = texts.reportWords.decisions;
	if (unlocks.length === 0) {
		return html`<section aria-labelledby="decisions"><h2 id="decisions">${heading}</h2><p>${none}</p></section>
`;
	}
	const left = unlocks.length - mostDecisions;
	return html`<section aria-labelledby="decisions"><h2 id="decisions">${heading}</h2><p class="soft">${intro}</p>
<div class="wide"><table><thead><tr><th scope="col" class="number">${columns.rank}</th><th scope="col">${columns.decision}</th><th scope="col">${columns.by}</th><th scope="col" class="number">${columns.rows}</th></tr></thead><tbody>
${unlocks.slice(0, mostDecisions).map(
	(unlock, index) =>
		html`<tr><td class="number">${index + 1}</td><th scope="row">${unlockText(texts, unlock)}</th><td>${by[whoDecides(unlock.decision)]}</td><td class="number">${formats.count(unlock.rows)}</td></tr>
`,
)}</tbody></table></div>${left > 0 ? html`<p class="cut">${more(left)}</p>` : nothing}</section>
`;
};

export const domainsSection = (source: ReportSource, formats: Formats): Html => {
	const { survey, texts } = source;
	const { heading, columns, none, more } = texts.reportWords.domains;
	const affected = survey.domains.filter(({ notAddable }) => notAddable > 0);
	const left = affected.length - mostDomains;
	const table = html`<div class="wide"><table><thead><tr><th scope="col">${columns.domain}</th><th scope="col" class="number">${columns.rows}</th><th scope="col" class="number">${columns.blocked}</th><th scope="col">${columns.cause}</th></tr></thead><tbody>
${affected.slice(0, mostDomains).map(
	({ domain, rows, notAddable, mostFrequent }) =>
		html`<tr><th scope="row"><bdi>${domain}</bdi></th><td class="number">${formats.count(rows)}</td><td class="number">${formats.count(notAddable)}</td><td>${mostFrequent === null ? '' : texts.causeTexts[mostFrequent].label}</td></tr>
`,
)}</tbody></table></div>${left > 0 ? html`<p class="cut">${more(left)}</p>` : nothing}`;
	return html`<section aria-labelledby="domains"><h2 id="domains">${heading}</h2>${affected.length === 0 ? html`<p>${none}</p>` : table}</section>
`;
};

export const readingSection = (source: ReportSource): Html => {
	const read = readingSentences(source);
	if (read.length === 0) return nothing;
	const list = html`<ul class="plain">${read.map(
		({ text, lines }) =>
			html`<li>${text}${lines.length === 0 ? nothing : html`<ul class="soft">${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`}</li>`,
	)}</ul>`;
	return html`<section aria-labelledby="reading"><h2 id="reading">${source.texts.readingWords.label}</h2>${list}</section>
`;
};

export const unseenSection = (source: ReportSource, formats: Formats): Html => {
	const { heading } = source.texts.reportWords.unseen;
	const list = html`<ul class="plain">${unseenSentences(source, formats).map((line) => html`<li>${line}</li>`)}</ul>`;
	return html`<section aria-labelledby="unseen"><h2 id="unseen">${heading}</h2>${list}</section>
`;
};
