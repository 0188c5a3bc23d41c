import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width inside an element, as it changes; `null` until it is known. */
export const useWidth = (element: RefObject<HTMLElement | null>): number | null => {
	const [widthPx, setWidth] = useState<number | null>(null);
	useLayoutEffect(() => {
		const watched = element.current;
		if (watched === null) return;
		setWidth(watched.clientWidth);
		const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
		observer.observe(watched);
		return () => observer.disconnect();
	}, [element]);
	return widthPx;
};
