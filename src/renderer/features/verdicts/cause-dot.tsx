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
	// What a setting of the site decides is one decision for many people: a colour of its own.
	if (article === 3) return 'settings';
	return standing === 'repeated' ? 'waiting' : standing;
};
