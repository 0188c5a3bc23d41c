import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { helpWords as text } from '../../messages.ts';
import { type GuidePage, guidePageNames, routeHash } from '../../route.ts';
import { openPage } from '../../ui/open-page.ts';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { guidePages } from './guide-pages.ts';
import classes from './help-page.module.css';

/** The page as HTML; `null` while it comes, `'broken'` where it cannot be had. */
const usePage = (name: GuidePage): { readonly html: string } | 'broken' | null => {
	const [loaded, setLoaded] = useState<{ readonly name: GuidePage; readonly is: { readonly html: string } | 'broken' } | null>(null);
	useEffect(() => {
		let isGone = false;
		const keep = (is: { readonly html: string } | 'broken'): void => {
			if (!isGone) setLoaded({ name, is });
		};
		guidePages[name]().then(
			(module) => keep({ html: module.default }),
			() => keep('broken'),
		);
		return () => {
			isGone = true;
		};
	}, [name]);
	return loaded?.name === name ? loaded.is : null;
};

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
	const content = usePage(name);
	const late = useDelayed(content === null);
	const scroller = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (content === null) return;
		if (section === null) scroller.current?.scrollTo({ top: 0 });
		else document.getElementById(section)?.scrollIntoView();
	}, [content, section]);
	return (
		<div className={classes['help']}>
			<Pages current={name} />
			<div ref={scroller} className={classes['scroller']} tabIndex={-1}>
				{content === 'broken' && (
					<div className={page['column']} role="alert">
						<p>{text.broken}</p>
						<p>{text.brokenNext}</p>
					</div>
				)}
				{content === null && late && <PageLoading text={text.loading} />}
				{content !== null && content !== 'broken' && (
					// Our own text, made into HTML when the app is built.
					<article lang="en" className={classes['article']} onClick={onClick} dangerouslySetInnerHTML={{ __html: content.html }} />
				)}
			</div>
		</div>
	);
};
