/** A day in a name, e.g. `export-users_2026-11-20.csv`, `20261120 users.csv`. */
const dayInName = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

const asTime = (text: string): string | null => {
	const at = Date.parse(text);
	return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/** When a file was made, as far as it tells: the day in its name, else when it was written. */
export const takenAtOf = (name: string, writtenAt: string | null): string | null => {
	const [, year, month, day] = dayInName.exec(name) ?? [];
	return (year === undefined ? null : realDay(`${year}-${month}-${day}`)) ?? writtenAt;
};

/** `null` for a day that no calendar has, such as 30 February. */
const realDay = (text: string): string | null => {
	const at = asTime(`${text}T00:00:00.000Z`);
	return at !== null && at.startsWith(text) ? at : null;
};

/** A day (`2026-11-20`) or a time as somebody gave it; `null` for neither. */
export const readTakenAt = (text: string): string | null => {
	const given = text.trim();
	if (/^\d{4}-\d\d-\d\d$/.test(given)) return realDay(given);
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(given) ? asTime(given) : null;
};

export const dayOf = (at: string): string => at.slice(0, 10);
