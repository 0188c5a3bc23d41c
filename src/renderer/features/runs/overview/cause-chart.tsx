import { causeCodes } from '#shared/causes.ts';
import type { Run } from '#shared/run.ts';
import { causeTexts, resultWords } from '../../../messages.ts';
import { Bars } from '../../../ui/bars.tsx';
import { ChartFigure } from '../../../ui/chart-figure.tsx';
import { formatCount, formatShare } from '../../../ui/formats.ts';
import { CauseDot, toneOf } from '../../verdicts/cause-dot.tsx';
import { showRows } from '../run-view.ts';

const text = resultWords.overview;

/** Rows by cause, most first. */
export const CauseChart = ({ run }: { readonly run: Run }) => {
	const counts = causeCodes
		.map((cause) => ({ cause, label: causeTexts[cause].label, rows: run.summary[cause] ?? 0 }))
		.filter(({ rows }) => rows > 0)
		.sort((a, b) => b.rows - a.rows);
	const table = {
		columns: [text.columns.cause, text.columns.rows, text.columns.share],
		lines: counts.map(({ label, rows }) => [label, formatCount(rows), formatShare(rows, run.rowCount)]),
	};
	return (
		<ChartFigure title={text.causes} note={text.causesText} table={table}>
			<Bars
				bars={counts.map(({ cause, label, rows }) => ({
					key: cause,
					label: (
						<>
							<CauseDot cause={cause} />
							{label}
						</>
					),
					parts: [{ key: cause, size: rows, tone: toneOf(cause) }],
					number: (
						<>
							<strong>{formatCount(rows)}</strong> · {formatShare(rows, run.rowCount)}
						</>
					),
					onChoose: () => showRows(run.id, { causes: [cause] }),
				}))}
			/>
		</ChartFigure>
	);
};
