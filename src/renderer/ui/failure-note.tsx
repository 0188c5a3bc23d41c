import { failureText, type WindowFailure } from '../messages.ts';
import { FailureLink } from './failure-link.tsx';
import classes from './failure-note.module.css';
import { WarningIcon } from './icons.tsx';

/** A failure where it happened: what, what was not lost, what to do. */
export const FailureNote = ({ failure, withKept = true }: { readonly failure: WindowFailure; readonly withKept?: boolean }) => {
	const { happened, kept, next } = failureText(failure);
	return (
		<div className={classes['note']} role="alert">
			<WarningIcon />
			<div className={classes['text']}>
				<strong>{happened}</strong>
				<span>{kept === undefined || !withKept ? next : `${kept} ${next}`}</span>
				<FailureLink failure={failure} />
			</div>
		</div>
	);
};
