import { queryOptions, useQuery } from '@tanstack/react-query';
import { type MouseEvent, useEffect, useRef } from 'react';
import { helpWords as text } from '../../messages.ts';
import { type GuidePage, guidePageNames, routeHash } from '../../route.ts';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-time.ts';
import classes from './help-page.module.css';
import { openPage } from '../links/links.ts';

/** Each page of `docs/guide` as HTML of our own, loaded when somebody wants to read it. */
const guidePages: Readonly<Record<GuidePage, () => Promise<{ readonly default: string }>>> = {
	'first-steps': () => import('../../../../docs/guide/first-steps.md'),
	admins: () => import('../../../../docs/guide/admins.md'),
	consultants: () => import('../../../../docs/guide/consultants.md'),
	fixing: () => import('../../../../docs/guide/fixing.md'),
	offline: () => import('../../../../docs/guide/offline.md'),
	permissions: () => import('../../../../docs/guide/permissions.md'),
	causes: () => import('../../../../docs/guide/causes.md'),
	article: () => import('../../../../docs/guide/article.md'),
	keyboard: () => import('../../../../docs/guide/keyboard.md'),
};

const guidePage = (name: GuidePage) =>
	queryOptions({
		queryKey: ['guide', name],
		queryFn: async () => (await guidePages[name]()).default,
		staleTime: Infinity,
		meta: { failure: 'in place' },
	});

/** The one place where text becomes HTML: our own guide, made when the app was built. The policy has no other user. */
const policy = window.trustedTypes?.createPolicy('guide', { createHTML: (html) => html });

/** Pages of Atlassian open in the person's browser, by way of the host. */
const onClick = (event: MouseEvent): void => {
	const link = event.target instanceof Element ? event.target.closest('a') : null;
	if (link === null || !link.href.startsWith('https://')) return;
	event.preventDefault();
	void openPage(link.href);
};

const Pages = ({ current }: { readonly current: GuidePage }) => (
	<nav className={classes['pages']} aria-label={text.pages}>
		<ul>
			{guidePageNames.map((name) => (
				<li key={name}>
					<a href={routeHash({ at: 'help', page: name, section: null })} aria-current={name === current ? 'page' : undefined}>
						{text.page[name]}
					</a>
				</li>
			))}
		</ul>
	</nav>
);

interface HelpPageProps {
	readonly page: GuidePage;
	/** The id of a heading. */
	readonly section: string | null;
}

/** The guide, from the same Markdown that stands in `docs/guide`. */
export const HelpPage = ({ page: name, section }: HelpPageProps) => {
	const { data: html, isError } = useQuery(guidePage(name));
	const late = useDelayed(html === undefined && !isError);
	const scroller = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (html === undefined) return;
		if (section === null) scroller.current?.scrollTo({ top: 0 });
		else document.getElementById(section)?.scrollIntoView();
	}, [html, section]);
	return (
		<div className={classes['help']}>
			<Pages current={name} />
			<div ref={scroller} className={classes['scroller']} tabIndex={-1}>
				{isError && (
					<div className={page['column']} role="alert">
						<p>{text.broken}</p>
						<p>{text.brokenNext}</p>
					</div>
				)}
				{late && <PageLoading text={text.loading} />}
				{html !== undefined && (
					// Our own text, made into HTML when the app is built.
					<article
						lang="en"
						className={classes['article']}
						onClick={onClick}
						dangerouslySetInnerHTML={{ __html: policy?.createHTML(html) ?? html }}
					/>
				)}
			</div>
		</div>
	);
};
