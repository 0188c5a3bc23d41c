import { type ReactNode, useId } from 'react';
import type { WindowFailure } from '../messages.ts';
import { FailureNote } from './failure-note.tsx';
import page from './page.module.css';
import classes from './section.module.css';

interface SectionProps {
	readonly title: string;
	readonly intro: string;
	/** Of the heading, where something leads to it. */
	readonly id?: string;
	/** Beside the heading. */
	readonly actions?: ReactNode;
	readonly failure?: WindowFailure | null;
	readonly children: ReactNode;
}

/** A card of a page, with its heading, what it is about and what can be done there. */
export const Section = ({ title, intro, id, actions, failure = null, children }: SectionProps) => {
	const own = useId();
	const heading = id ?? own;
	return (
		<section className={page['card']} aria-labelledby={heading}>
			<div className={classes['head']}>
				<div>
					<h2 id={heading} tabIndex={id === undefined ? undefined : -1}>
						{title}
					</h2>
					<p className={page['muted']}>{intro}</p>
				</div>
				{actions && <div className={page['actions']}>{actions}</div>}
			</div>
			<SectionFailure failure={failure} />
			{children}
		</section>
	);
};

export const SectionFailure = ({ failure }: { readonly failure: WindowFailure | null }) =>
	failure !== null && (
		<div className={classes['body']}>
			<FailureNote failure={failure} withKept={false} />
		</div>
	);

export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
	<div className={classes['fact']}>
		<dt>{label}</dt>
		<dd>{children}</dd>
	</div>
);
