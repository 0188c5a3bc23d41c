import type { EvidenceItem } from '#shared/verdict.ts';
import type { Formats } from '../formats.ts';
import type { ReportSource } from '../report-source.ts';
import { answerText } from '../sentences.ts';
import { html, type Html } from './html.ts';

/** An answer can hold a list of a thousand domains; the whole of it is in the XLSX and JSON reports. */
const longestAnswer = 400;

const item = ({ asked, source: from, answer, at }: EvidenceItem, { texts }: ReportSource, formats: Formats): Html =>
	html`<li><bdi>${texts.askedText(asked)}</bdi>: <code>${answerText(answer, texts, longestAnswer)}</code><span class="where">${from}${from === '' ? '' : ' · '}<time datetime="${at}">${formats.exactMoment(at)}</time></span></li>`;

export const evidenceList = (items: readonly EvidenceItem[], source: ReportSource, formats: Formats): Html =>
	html`<ul class="evidence">${items.map((one) => item(one, source, formats))}</ul>`;
