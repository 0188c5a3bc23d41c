import type { RowResult } from '#shared/row-results.ts';
import classes from '../verdicts/cause-dot.module.css';

const tones: Readonly<Record<RowResult, string>> = {
	added: 'added',
	addable: 'addable',
	blocked: 'blocked',
	'needs-person': 'settings',
	'by-hand': 'settings',
	'not-tried': 'waiting',
};

/** Colour never stands alone: the result's label is always beside it. */
export const ResultDot = ({ result }: { readonly result: RowResult }) => (
	<span className={classes['dot']} data-tone={tones[result]} aria-hidden="true" />
);
