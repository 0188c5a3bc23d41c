import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api, ask, queries } from '../../api.ts';
import { shellWords, words } from '../../messages.ts';
import { usePlanList } from '../plans/plan-list.ts';
import { useRunList } from '../runs/run-list.ts';
import { makeEndWatch, ongoingOf, type Work, worksOf } from './ongoing.ts';

const text = shellWords.outside;
const refreshMs = 3000;
const idleRefreshMs = 20_000;
const longMs = 30_000;

const useWorks = (): readonly Work[] => {
	const runs = useRunList((list) => list.runs);
	const plans = usePlanList((list) => list.plans);
	return useMemo(() => worksOf(runs, plans), [runs, plans]);
};

const loadLists = (): void => {
	void useRunList.getState().load();
	void usePlanList.getState().load();
};

/**
 * Whatever page is open, what goes on is looked at: only the page of a run follows its every step. Seldom also where
 * nothing is known to go on, and on coming back: another window or the command line may have begun something.
 */
const useFreshLists = (isGoingOn: boolean): void => {
	useEffect(() => {
		const timer = setInterval(
			() => {
				if (isGoingOn || !document.hidden) loadLists();
			},
			isGoingOn ? refreshMs : idleRefreshMs,
		);
		window.addEventListener('focus', loadLists);
		return () => {
			clearInterval(timer);
			window.removeEventListener('focus', loadLists);
		};
	}, [isGoingOn]);
};

const mayNotify = (): boolean => 'Notification' in window && Notification.permission === 'granted';

const say = async ({ title, body }: { readonly title: string; readonly body: string }): Promise<void> => {
	if (queries.getQueryData(api.app.info.queryKey())?.host === 'electron') await ask((client) => client.app.notify({ title, body }));
	else if (mayNotify()) new Notification(title, { body }).addEventListener('click', () => window.focus());
};

/** For those who look elsewhere: the title, the taskbar, and a word when something long has ended. */
export const useOutside = (): void => {
	const works = useWorks();
	const going = ongoingOf(works);
	const percent = going === null ? null : Math.floor(going.share * 100);
	useFreshLists(going !== null);
	useEffect(() => {
		const app = words.common.appName;
		document.title = going === null || percent === null ? app : text.title(text.progress(percent, going.name), app);
	}, [going, percent]);
	const { data: info } = useQuery(api.app.info.queryOptions());
	const isElectron = info?.host === 'electron';
	useEffect(() => {
		if (isElectron) void ask((client) => client.app.showProgress({ share: percent === null ? null : percent / 100 }));
	}, [isElectron, percent]);
	const endWatch = useRef(makeEndWatch(longMs));
	useEffect(() => {
		for (const { said } of endWatch.current(works, Date.now())) if (said !== null && document.hidden) void say(said);
	}, [works]);
};
