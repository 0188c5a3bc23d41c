import { useEffect, useState } from 'react';

/** True once so much time has passed since the component appeared. */
export const useElapsed = (delayMs: number): boolean => {
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setOver(true), delayMs);
		return () => clearTimeout(timer);
	}, [delayMs]);
	return isOver;
};
