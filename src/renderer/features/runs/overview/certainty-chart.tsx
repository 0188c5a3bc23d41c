import type { Certainty } from '#shared/causes.ts';
import type { Run, RunBreakdown } from '#shared/run.ts';
import { resultWords, certaintyTexts } from '../../../messages.ts';
import { Bars } from '../../../ui/bars.tsx';
import { ChartFigure } from '../../../ui/chart-figure.tsx';
import { formatCount, formatShare } from '../../../ui/formats.ts';
import { showRows } from '../run-view.ts';

const text = resultWords.overview;
const certainties: readonly Certainty[] = ['proven', 'likely', 'unknown'];
const tones: Readonly<Record<Certainty, string>> = { proven: 'added', likely: 'settings', unknown: 'open' };

/** How sure the verdicts are. */
export const CertaintyChart = ({ run, counts }: { readonly run: Run; readonly counts: RunBreakdown['certainties'] }) => {
	const all = certainties.reduce((sum, certainty) => sum + counts[certainty], 0);
	const labelOf = (certainty: Certainty): string => certaintyTexts[certainty].label;
	const table = {
		columns: [text.columns.certainty, text.columns.rows, text.columns.share],
		lines: certainties.map((certainty) => [labelOf(certainty), formatCount(counts[certainty]), formatShare(counts[certainty], all)]),
	};
	return (
		<ChartFigure title={text.certainty} note={text.certaintyText} table={table}>
			<Bars
				bars={certainties.map((certainty) => ({
					key: certainty,
					label: labelOf(certainty),
					parts: counts[certainty] === 0 ? [] : [{ key: certainty, size: counts[certainty], tone: tones[certainty] }],
					number: (
						<>
							<strong>{formatCount(counts[certainty])}</strong> · {formatShare(counts[certainty], all)}
						</>
					),
					onChoose: () => showRows(run.id, { certainties: [certainty] }),
				}))}
			/>
		</ChartFigure>
	);
};
