import type { RowOutcome } from '#shared/plan.ts';
import classes from '../verdicts/cause-dot.module.css';

const tones: Readonly<Record<RowOutcome, string>> = {
	applied: 'added',
	rejected: 'blocked',
	stale: 'settings',
	'needs-person': 'settings',
	guided: 'addable',
	'not-reached': 'waiting',
};

/** Colour never stands alone: the outcome's label is always beside it. */
export const OutcomeDot = ({ outcome }: { readonly outcome: RowOutcome }) => (
	<span className={classes['dot']} data-tone={tones[outcome]} aria-hidden="true" />
);
