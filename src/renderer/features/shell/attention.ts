import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Plan } from '#shared/plan.ts';
import type { Run } from '#shared/run.ts';
import { makeEndWatch, ongoingOf, type Work, worksOf } from '#shared/works.ts';
import { allPlans, allRuns } from '../../activity.ts';
import { api, queries } from '../../api.ts';
import { shellWords, words } from '../../messages.ts';

const text = shellWords.outside;
const longMs = 30_000;
const noRuns: readonly Run[] = [];
const noPlans: readonly Plan[] = [];

const useWorks = (): readonly Work[] => {
	const { data: runs = noRuns } = useQuery(allRuns);
	const { data: plans = noPlans } = useQuery(allPlans);
	return useMemo(() => worksOf(text, runs, plans), [runs, plans]);
};

const mayNotify = (): boolean => 'Notification' in window && Notification.permission === 'granted';

/** The desktop app says it itself, also where it has no window. */
const isSaidByHost = (): boolean => queries.getQueryData(api.app.info.queryKey())?.host !== 'browser';

const say = ({ title, body }: { readonly title: string; readonly body: string }): void => {
	if (!isSaidByHost() && mayNotify()) new Notification(title, { body }).addEventListener('click', () => window.focus());
};

/** For those who look elsewhere: the title, and a word when something long has ended. */
export const useAttention = (): void => {
	const works = useWorks();
	const going = ongoingOf(works);
	const percent = going === null ? null : Math.floor(going.share * 100);
	useEffect(() => {
		const app = words.common.appName;
		document.title = going === null || percent === null ? app : text.title(text.progress(percent, going.name), app);
	}, [going, percent]);
	const endWatch = useRef(makeEndWatch(longMs));
	useEffect(() => {
		for (const { said } of endWatch.current(works, Date.now())) if (said !== null && (document.hidden || !document.hasFocus())) say(said);
	}, [works]);
};
