import type { ComparedCause } from '#shared/comparison.ts';
import { causeTexts, resultWords } from '../../../messages.ts';
import { CauseDot } from '../../verdicts/cause-dot.tsx';
import classes from './compare-page.module.css';

export const comparedLabel = (cause: ComparedCause): string => (cause === 'absent' ? resultWords.compare.absent : causeTexts[cause].label);

export const ComparedCauseLabel = ({ cause }: { readonly cause: ComparedCause }) => (
	<span className={classes['cause']} data-absent={cause === 'absent'}>
		{cause !== 'absent' && <CauseDot cause={cause} />}
		<span>{comparedLabel(cause)}</span>
	</span>
);
