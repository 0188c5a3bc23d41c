import type { Failure } from '#shared/outcome.ts';
import { failureText, words } from '../messages.ts';
import classes from './banner.module.css';
import { WarningIcon } from './icons.tsx';

/** Said of work that goes on by itself once the site lets it. */
export const WaitingBanner = ({ waiting }: { readonly waiting: Failure }) => (
	<div className={classes['banner']} data-tone="info" role="status">
		<WarningIcon />
		<div>
			<strong>{failureText(waiting).happened}</strong>
			<p>{words.run.goesOnByItself}</p>
		</div>
	</div>
);
