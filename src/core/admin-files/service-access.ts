import type { AdminFileKind, Meaning, ValueMap } from '#shared/admin-files.ts';
import { meaningOf } from './meanings.ts';

/** What a site may be called in a file: its name, its host. Empty where the address tells neither. */
export const siteNamesOf = (siteUrl: string | null): readonly string[] => {
	if (siteUrl === null || !URL.canParse(siteUrl)) return [];
	const { hostname } = new URL(siteUrl);
	// A site on this machine is a demo or a test: what it is called there is not its address.
	if (hostname === 'localhost' || /^[\d.:[\]]+$/.test(hostname)) return [];
	return [...new Set([hostname.toLowerCase(), hostname.toLowerCase().replace(/\.(?:atlassian|jira)\.(?:net|com)$/, '')])];
};

const isSite = (part: string): boolean => /^[a-z0-9][a-z0-9-]*\.(?:atlassian\.net|jira\.com)$/.test(part);
/** A day, in any of the ways such files write one. */
const isDay = (part: string): boolean =>
	/\d/.test(part) && /^[\p{L}\p{N}\s.,:/+-]{6,40}$/u.test(part) && /\d{4}|\d{1,2}[./]\d{1,2}/.test(part);

const ofPart = (
	part: string,
	kind: AdminFileKind,
	siteNames: readonly string[],
	meanings: ValueMap,
): Meaning<'service-management'> | null => {
	const meaning = meaningOf('service-management', part, kind, meanings);
	if (meaning !== null) return meaning;
	const site = part.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
	if (siteNames.includes(site)) return 'access';
	if (kind === 'users') return isDay(part) ? 'unknown' : null;
	if (isSite(site)) return siteNames.length === 0 ? 'access' : 'no-access';
	return isDay(part) ? 'access' : null;
};

export interface AccessRead {
	readonly meaning: Meaning<'service-management'> | null;
	/** The part that nobody has said the meaning of. */
	readonly unmapped: string | null;
}

/**
 * What a cell of the service management column says. A column of Export users holds roles, several with commas between; those
 * of the other admin files the sites that somebody uses, or a day. An empty cell is a "no" only in Export users: the others
 * list what is used, and who was never there may have access all the same.
 */
export const readServiceAccess = (cell: string, kind: AdminFileKind, siteNames: readonly string[], meanings: ValueMap): AccessRead => {
	const whole = cell.trim();
	if (whole === '') return { meaning: kind === 'users' ? 'no-access' : 'unknown', unmapped: null };
	const parts = [whole, ...whole.split(/[,;|/\n]/)].map((part) => part.trim().toLowerCase()).filter((part) => part !== '');
	const [first, ...pieces] = parts.map((part) => ({ part, meaning: ofPart(part, kind, siteNames, meanings) }));
	if (first !== undefined && first.meaning !== null) return { meaning: first.meaning, unmapped: null };
	if (pieces.some(({ meaning }) => meaning === 'access')) return { meaning: 'access', unmapped: null };
	const open = pieces.find(({ meaning }) => meaning === null);
	if (open !== undefined) return { meaning: null, unmapped: pieces.length === 1 ? whole : open.part };
	return { meaning: pieces.some(({ meaning }) => meaning === 'unknown') ? 'unknown' : 'no-access', unmapped: null };
};
