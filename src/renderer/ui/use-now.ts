import { useEffect, useState } from 'react';

/** The time, for what is told as “3 minutes ago”. */
export const useNow = (everyMs = 20_000): number => {
	const [nowMs, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return nowMs;
};
