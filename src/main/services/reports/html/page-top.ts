import type { Standing } from '#shared/causes.ts';
import { unlockText } from '#shared/messages/remedy-text.ts';
import type { ReportSource } from '../report-source.ts';
import type { Formats } from '../formats.ts';
import { standings } from '#shared/standings.ts';
import { isNotAddable } from '../survey.ts';
import { html, type Html, nothing } from './html.ts';

const sum = (calls: Readonly<Record<string, number>>): number => Object.values(calls).reduce((total, some) => total + some, 0);

const logoImage = ({ logo, client, texts }: ReportSource): Html =>
	// An image cannot run what is in it, nor fetch anything; the policy of the page says so once more.
	logo === null ? nothing : html`<img src="data:${logo.type};base64,${logo.base64}" alt="${texts.reportWords.logoAlt(client)}">`;

const facts = (source: ReportSource, formats: Formats): readonly (readonly [string, Html])[] => {
	const { run, texts, account, masking, madeAt } = source;
	const words = texts.reportWords.facts;
	const { startedAt, finishedAt } = run;
	const period = finishedAt === null ? words.unfinished(formats.moment(startedAt)) : formats.period(startedAt, finishedAt);
	const asked = masking === null ? (account ?? words.askedAsUnknown) : words.askedAsLeftOut;
	return [
		[words.site, html`<bdi>${run.site.url.replace(/^https:\/\//, '')}</bdi>`],
		[words.desk, run.desk === null ? html`${words.noDesk}` : html`<bdi>${run.desk.name}</bdi> (${run.desk.key})`],
		[words.askedAs, html`<bdi>${asked}</bdi>`],
		[words.checked, html`${period}`],
		[words.from, html`${run.snapshot === null ? words.live : words.snapshot(formats.moment(run.snapshot.takenAt))}`],
		[words.rows, html`${formats.count(run.rowCount)}`],
		[words.calls, html`${formats.count(sum(run.calls))}`],
		[words.made, html`${formats.moment(madeAt)}`],
	];
};

export const pageTop = (source: ReportSource, formats: Formats): Html => {
	const { client, logo, run, texts } = source;
	const brand = client === '' && logo === null ? nothing : html`<div class="client">${logoImage(source)}<bdi>${client}</bdi></div>`;
	return html`<header class="top">${brand}<h1>${texts.reportWords.title}</h1><p class="list"><bdi>${run.listName}</bdi></p>
<dl class="facts">${facts(source, formats).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>
`;
};

/** One bar for the whole list; the figures above it say the same in numbers. */
const strip = ({ survey, run }: ReportSource): Html => {
	let x = 0;
	const parts = standings.flatMap((standing) => {
		const width = (survey.standings[standing] / Math.max(1, run.rowCount)) * 1000;
		if (width === 0) return [];
		const part = html`<rect class="tone-${standing}" x="${x.toFixed(1)}" y="0" width="${Math.max(1, width - 2).toFixed(1)}" height="10"/>`;
		x += width;
		return [part];
	});
	return html`<svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
};

const sentences = (source: ReportSource, formats: Formats): readonly string[] => {
	const { run, survey, texts, unlocks, changes } = source;
	const words = texts.reportWords.summary;
	const blocking = survey.causes.find(({ cause }) => isNotAddable(cause, run));
	const [best] = unlocks;
	return [
		words.rows(run.checkedCount, run.rowCount, run.state === 'running'),
		words.standings(survey.standings, survey.addable),
		...(blocking === undefined
			? []
			: [words.mostFrequent(texts.causeTexts[blocking.cause].label, blocking.rows, formats.share(blocking.rows, run.rowCount))]),
		words.certainty(survey.certainties.proven, survey.certainties.likely, survey.certainties.unknown),
		...(best === undefined ? [] : [words.bestDecision(unlockText(texts, best), best.rows)]),
		...(changes === null ? [] : [words.changed(changes.rowCount, changes.counts.added)]),
		...(run.findings.length === 0 ? [] : [words.findings]),
	];
};

export const summarySection = (source: ReportSource, formats: Formats): Html => {
	const { survey, texts } = source;
	const { proven, likely } = survey.addable;
	const figure = (standing: Standing): Html =>
		html`<li class="tone-${standing}"><b>${formats.count(survey.standings[standing])}</b> ${texts.reportWords.standings[standing]}${standing === 'addable' && likely > 0 ? html` <span class="soft">(${texts.resultWords.overview.addableBy(proven, likely)})</span>` : nothing}</li>`;
	const shown = standings.filter((standing) => standing !== 'repeated' || survey.standings.repeated > 0);
	return html`<section class="summary" aria-labelledby="summary"><h2 id="summary">${texts.reportWords.summary.heading}</h2><ul class="figures">${shown.map(figure)}</ul>
${strip(source)}
${sentences(source, formats).map((sentence) => html`<p>${sentence}</p>`)}</section>
`;
};

export interface Chapter {
	readonly id: string;
	readonly heading: string;
	/** Rows it is about; left out of the contents where `null`. */
	readonly rows: number | null;
}

export const contents = (chapters: readonly Chapter[], { texts }: ReportSource, formats: Formats): Html =>
	html`<section class="screen-only"><nav aria-labelledby="contents"><h2 id="contents">${texts.reportWords.contents}</h2><ol>${chapters.map(
		({ id, heading, rows }) =>
			html`<li><a href="#${id}">${heading}</a>${rows === null ? nothing : html` <span class="soft">${formats.count(rows)}</span>`}</li>`,
	)}</ol></nav></section>
`;
