import { useEffect, useState } from 'react';

/** True once `waiting` has lasted `delayMs`: what loads faster shows no spinner, so nothing flashes. */
export const useDelayed = (waiting: boolean, delayMs = 200): boolean => {
	const [late, setLate] = useState(false);
	useEffect(() => {
		if (!waiting) {
			setLate(false);
			return;
		}
		const timer = setTimeout(() => setLate(true), delayMs);
		return () => clearTimeout(timer);
	}, [waiting, delayMs]);
	return waiting && late;
};

/** The time, for what is told as “3 minutes ago”. */
export const useNow = (everyMs = 20_000): number => {
	const [nowMs, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return nowMs;
};
