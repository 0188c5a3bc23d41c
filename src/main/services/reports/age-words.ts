/** How long ago, in the one unit that fits. */
export const ageWords = (fromMs: number, toMs: number): string => {
	const minutes = Math.max(0, Math.round((toMs - fromMs) / 60_000));
	const [count, unit] =
		minutes < 120 ? [minutes, 'minute'] : minutes < 2880 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day'];
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
