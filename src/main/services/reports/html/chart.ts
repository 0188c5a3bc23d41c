import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { CauseCount } from '../survey.ts';
import type { ReportSource } from '../report-source.ts';
import type { Formats } from '../formats.ts';
import { html, type Html } from './html.ts';

/** What decides the colour of a cause, as in the window: colour never stands alone. */
export const toneOf = (cause: CauseCode): string => {
	const { standing, article } = causeCatalogue[cause];
	if (cause === 'probable-typo') return 'settings';
	return article === 3 ? 'settings' : standing;
};

const width = 760;
const labelWidth = 230;
const numberWidth = 64;
const lineHeight = 26;
const barHeight = 14;

const bar = ({ cause, rows }: CauseCount, index: number, most: number, { texts }: ReportSource, formats: Formats): Html => {
	const y = index * lineHeight;
	const length = Math.max(2, Math.round((rows / most) * (width - labelWidth - numberWidth)));
	const middle = y + lineHeight / 2;
	return html`<text class="bar-label" x="${labelWidth - 12}" y="${middle}" text-anchor="end" dominant-baseline="central">${texts.causeTexts[cause].label}</text><rect class="tone-${toneOf(cause)}" x="${labelWidth}" y="${middle - barHeight / 2}" width="${length}" height="${barHeight}" rx="3"/><text class="bar-number" x="${labelWidth + length + 8}" y="${middle}" dominant-baseline="central">${formats.count(rows)}</text>`;
};

/** Bars by cause. The table beside it says the same to whoever does not see it. */
export const causeChart = (source: ReportSource, formats: Formats): Html => {
	const { causes } = source.survey;
	const most = Math.max(1, ...causes.map(({ rows }) => rows));
	const height = Math.max(1, causes.length) * lineHeight;
	return html`<figure class="chart"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${source.texts.reportWords.causes.chart}">${causes.map((count, index) => bar(count, index, most, source, formats))}</svg></figure>
`;
};
