import { type CauseCode, causeCodes } from '#shared/causes.ts';
import type { BlockedDomain, Run, RunBreakdown } from '#shared/run.ts';
import { causeTexts, resultWords } from '../../../messages.ts';
import { Bars } from '../../../ui/bars.tsx';
import { ChartFigure } from '../../../ui/chart-figure.tsx';
import { formatCount } from '../../../ui/formats.ts';
import { toneOf } from '../../verdicts/cause-dot.tsx';
import { showRows } from '../run-view.ts';

const text = resultWords.overview;

const causesOf = ({ causes }: BlockedDomain): readonly (readonly [CauseCode, number])[] =>
	causeCodes.flatMap((cause) => (causes[cause] === undefined ? [] : [[cause, causes[cause]] as const])).sort(([, a], [, b]) => b - a);

const saysBy = (domain: BlockedDomain): string =>
	causesOf(domain)
		.map(([cause, rows]) => text.share(causeTexts[cause].label, rows))
		.join(' · ');

/** Domains by blocked rows, and what blocks them. */
export const DomainChart = ({ run, breakdown }: { readonly run: Run; readonly breakdown: RunBreakdown }) => {
	const { domains, blockedDomains } = breakdown;
	const table = {
		columns: [text.columns.domain, text.columns.blocked, text.columns.rows, text.columns.by],
		lastIsText: true,
		lines: domains.map((domain) => [domain.domain, formatCount(domain.blocked), formatCount(domain.rows), saysBy(domain)]),
	};
	const note = domains.length === 0 ? text.noDomains : text.domainsText(domains.length, blockedDomains);
	return (
		<ChartFigure title={text.domains} note={note} table={table}>
			<Bars
				isWide
				bars={domains.map((domain) => ({
					key: domain.domain,
					label: domain.domain,
					parts: causesOf(domain).map(([cause, rows]) => ({ key: cause, size: rows, tone: toneOf(cause) })),
					number: text.blockedOf(domain.blocked, domain.rows),
					under: saysBy(domain),
					onChoose: () => showRows(run.id, { domains: [domain.domain], causes: causesOf(domain).map(([cause]) => cause) }),
				}))}
			/>
		</ChartFigure>
	);
};
