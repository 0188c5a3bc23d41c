import type { ReactNode } from 'react';
import classes from './banner.module.css';
import { WarningIcon } from './icons.tsx';

interface BannerProps {
	readonly tone?: 'info' | 'warning' | 'danger';
	readonly role?: 'status' | 'alert';
	readonly icon?: ReactNode;
	/** What happened. */
	readonly title: ReactNode;
	readonly children?: ReactNode;
	/** What can be done about it, at the end of its line. */
	readonly button?: ReactNode;
}

/** What has to be known of a page before the rest of it. */
export const Banner = ({ tone = 'info', role, icon = <WarningIcon />, title, children, button }: BannerProps) => (
	<div className={classes['banner']} data-tone={tone} role={role}>
		{icon}
		<div className={classes['text']}>
			<strong>{title}</strong>
			{children}
		</div>
		{button}
	</div>
);
