import { useEffect, useRef } from 'react';
import type { Route } from '../../route.ts';

/** Views of one thing are one page. */
const pageOf = (route: Route): string => {
	if (route.at === 'run' || route.at === 'overview') return `run ${route.runId}`;
	if (route.at === 'help') return 'help';
	if (route.at === 'site') return `site ${route.name}`;
	return 'planId' in route ? `${route.at} ${route.planId}` : route.at;
};

/** Calls `then` with the heading of the page that is coming; gives what stops the waiting. */
const whenHeadingIsThere = (content: HTMLElement, then: (heading: HTMLElement) => void): (() => void) => {
	const look = (): boolean => {
		const heading = content.querySelector('h1');
		if (heading === null) return false;
		then(heading);
		return true;
	};
	if (look()) return () => undefined;
	const observer = new MutationObserver(() => {
		if (look()) observer.disconnect();
	});
	observer.observe(content, { childList: true, subtree: true });
	return () => observer.disconnect();
};

/** After going to another page the focus is on its heading, unless the page, or the person, put it elsewhere meanwhile. */
export const useFollowingFocus = (route: Route): void => {
	const page = pageOf(route);
	const last = useRef(page);
	useEffect(() => {
		if (last.current === page) return;
		last.current = page;
		const content = document.getElementById('content');
		const start = document.activeElement;
		if (content === null) return;
		return whenHeadingIsThere(content, (heading) => {
			const { activeElement } = document;
			const isFree = activeElement === null || activeElement === document.body || (activeElement === start && !content.contains(start));
			if (!isFree) return;
			if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
			heading.focus({ preventScroll: true });
		});
	}, [page]);
};
