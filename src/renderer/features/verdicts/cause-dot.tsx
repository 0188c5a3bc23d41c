import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import classes from './cause-dot.module.css';

export type CauseTone = 'added' | 'addable' | 'settings' | 'blocked' | 'open' | 'waiting';

/** Colour never stands alone: the cause's label is always beside it. */
export const CauseDot = ({ cause }: { readonly cause: CauseCode }) => (
	<span className={classes['dot']} data-tone={toneOf(cause)} aria-hidden="true" />
);

/** What decides a cause's colour, for charts too. */
export const toneOf = (cause: CauseCode): CauseTone => {
	const { standing, article } = causeCatalogue[cause];
	if (cause === 'probable-typo') return 'settings';
	if (cause === 'not-checked') return 'waiting';
	if (cause === 'repeated-row') return 'open';
	// What a setting of the site decides is one decision for many people: a colour of its own.
	return article === 3 ? 'settings' : standing;
};
