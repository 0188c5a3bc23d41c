import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { type WindowFailure, words } from '../messages.ts';
import { routeHash } from '../route.ts';
import { FailureNote } from './failure-note.tsx';
import page from './page.module.css';
import { useDelayed } from './use-time.ts';

/** In the place of what has not come yet; what comes at once shows nothing of it. */
export const PageLoading = ({ text = words.common.loading }: { readonly text?: string }) =>
	useDelayed(true) && (
		<div className={page['loading']} role="status">
			<Loader size={16} /> {text}
		</div>
	);

/** In the place of a page that is not there: that it comes, or why it cannot be shown and a way out of it. */
export const AbsentPage = ({ failure, text }: { readonly failure: WindowFailure | null; readonly text: string }) =>
	failure === null ? (
		<PageLoading text={text} />
	) : (
		<div className={page['column']}>
			<FailureNote failure={failure} />
			<div className={page['actions']}>
				<Button component="a" variant="default" href={routeHash({ at: 'runs' })}>
					{words.shell.runs}
				</Button>
			</div>
		</div>
	);

interface EmptyPageProps {
	readonly icon: ReactNode;
	readonly title: string;
	readonly text: string;
	/** What can be done from here. */
	readonly children?: ReactNode;
}

/** In the place of a list that has nothing in it. */
export const EmptyPage = ({ icon, title, text, children }: EmptyPageProps) => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>{icon}</span>
		<h2>{title}</h2>
		<p>{text}</p>
		{children}
	</div>
);

interface PageProps {
	readonly title: string;
	readonly intro?: string;
	/** Beside the title. */
	readonly actions?: ReactNode;
	readonly children: ReactNode;
}

/** A page that is read from its title down. */
export const Page = ({ title, intro, actions, children }: PageProps) => (
	<div className={page['page']}>
		<div className={page['column']}>
			<div className={page['head']}>
				<div className={page['title']}>
					<h1 dir="auto">{title}</h1>
					{intro !== undefined && <p className={page['muted']}>{intro}</p>}
				</div>
				{actions && <div className={page['actions']}>{actions}</div>}
			</div>
			{children}
		</div>
	</div>
);
