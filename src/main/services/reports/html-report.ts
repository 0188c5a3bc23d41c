import type { Verdict } from '#shared/verdict.ts';
import { type Formats, makeFormats } from './formats.ts';
import { causeSection, causesHeading, evidenceList, fixSteps } from './html/cause-section.ts';
import { changeSection } from './html/change-section.ts';
import { html, type Html, ours, reportPagePolicy } from './html/html.ts';
import { causesSection, decisionsSection, domainsSection, readingSection, unseenSection } from './html/overview.ts';
import { type Chapter, contents, pageTop, summarySection } from './html/page-top.ts';
import { style } from './html/style.ts';
import type { ReportSource } from './report-source.ts';
import { type CauseCount, isNotAddable } from './survey.ts';

const finding = (verdict: Verdict, source: ReportSource, formats: Formats): Html => {
	const { texts, run } = source;
	const { label, verdict: sentence } = texts.causeTexts[verdict.cause];
	const desk = run.desk?.name ?? texts.reportWords.facts.theDesk;
	return html`<h3>${label}</h3><p>${sentence({ email: '', domain: '', desk, suggestion: null, firstLine: null })}</p><h4>${texts.reportWords.cause.todo}</h4>${fixSteps(verdict.cause, source)}<h4>${texts.reportWords.cause.know(verdict.evidence.length)}</h4>${evidenceList(verdict.evidence, source, formats)}`;
};

const findingsSection = (source: ReportSource, formats: Formats): Html => {
	const { heading, none } = source.texts.reportWords.findings;
	const { findings } = source.run;
	return html`<section aria-labelledby="findings"><h2 id="findings">${heading}</h2>${findings.length === 0 ? html`<p>${none}</p>` : findings.map((one) => finding(one, source, formats))}</section>
`;
};

/** First what somebody has to do something about. */
const inReadingOrder = ({ survey: { causes }, run }: ReportSource): readonly CauseCount[] => [
	...causes.filter(({ cause }) => isNotAddable(cause, run)),
	...causes.filter(({ cause }) => !isNotAddable(cause, run)),
];

const chaptersOf = (source: ReportSource): readonly Chapter[] => {
	const { texts, changes } = source;
	const { reportWords: words } = texts;
	const chapter = (id: string, heading: string): Chapter => ({ id, heading, rows: null });
	return [
		chapter('causes', words.causes.heading),
		chapter('decisions', words.decisions.heading),
		chapter('domains', words.domains.heading),
		...(source.reading === null ? [] : [chapter('reading', texts.readingWords.label)]),
		chapter('unseen', words.unseen.heading),
		chapter('findings', words.findings.heading),
		...(changes === null ? [] : [chapter('changes', words.changes.heading)]),
		...inReadingOrder(source).map(({ cause, rows }) => ({ id: `cause-${cause}`, heading: texts.causeTexts[cause].label, rows })),
	];
};

const head = ({ client, run, texts }: ReportSource): Html => {
	const title = [client, run.listName, texts.reportWords.appName].filter((part) => part !== '').join(' – ');
	return html`<!doctype html>
<html lang="${texts.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${ours(reportPagePolicy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${ours(style)}</style></head><body>
`;
};

const ending = ({ masking, version, madeAt, texts }: ReportSource, formats: Formats): Html => {
	const { ending: words, appName } = texts.reportWords;
	const privacy = masking === null ? words.personal : words.withoutPersonal;
	return html`<footer><p>${privacy}</p><p>${words.made(appName, version, formats.moment(madeAt))} ${words.times}</p></footer></body></html>
`;
};

function* parts(source: ReportSource): Generator<Html> {
	const formats = makeFormats(source.texts.locale);
	yield head(source);
	yield pageTop(source, formats);
	yield html`<main>`;
	yield summarySection(source, formats);
	yield contents(chaptersOf(source), source, formats);
	yield causesSection(source, formats);
	yield decisionsSection(source, formats);
	yield domainsSection(source, formats);
	yield readingSection(source);
	yield unseenSection(source, formats);
	yield findingsSection(source, formats);
	if (source.changes !== null) yield* changeSection(source.changes, source, formats);
	yield causesHeading(source);
	for (const count of inReadingOrder(source)) yield* causeSection(count, source, formats);
	yield html`</div></main>`;
	yield ending(source, formats);
}

/** One page that needs nothing else and lets nothing in. Its rows are bounded per cause, however long the list is. */
export function* htmlReport(source: ReportSource): Generator<string> {
	for (const { markup } of parts(source)) yield markup;
}
