import { causeTexts, sitesWords } from '../../messages.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import classes from './cause-bar.module.css';
import { barShares, mostFirst, type Summary } from './cause-shares.ts';

interface CauseBarProps {
	readonly summary: Summary;
	/** How many causes are named beside the bar, which shows all. */
	readonly mostNamed: number;
}

/** Rows by cause: a bar for the eye, and the numbers it is drawn from. A screen reader gets all of them. */
export const CauseBar = ({ summary, mostNamed }: CauseBarProps) => {
	const shares = mostFirst(summary);
	const named = shares.length === mostNamed + 1 ? shares : shares.slice(0, mostNamed);
	const others = shares.slice(named.length);
	const say = (share: (typeof shares)[number]): string => sitesWords.cause(share.count, causeTexts[share.cause].label);
	return (
		<div className={classes['causes']}>
			<div className={classes['bar']} aria-hidden="true">
				{barShares(summary).map(({ cause, count, tone }) => (
					<span key={cause} data-tone={tone} style={{ flexGrow: count }} />
				))}
			</div>
			<ul className={classes['numbers']}>
				{named.map((share) => (
					<li key={share.cause}>
						<CauseDot cause={share.cause} />
						{say(share)}
					</li>
				))}
				{others.length > 0 && (
					<li className={classes['more']} aria-hidden="true">
						{sitesWords.moreCauses(others.length)}
					</li>
				)}
				{others.map((share) => (
					<li key={share.cause} className={classes['unseen']}>
						{say(share)}
					</li>
				))}
			</ul>
		</div>
	);
};
