import { Secret } from '#core/secret.ts';

const secretName = /token|authori[sz]ation|passw|pwd|secret|api-?_?key|org-?_?key|cookie|credential|bearer|private-?_?key/i;
/** In plain text and as it stands in an address line (`ann%40example.com`). */
const emailAddress = /[\p{L}\p{N}._%+'-]+?(@|%40)([\p{L}\p{N}][\p{L}\p{N}.-]*)/giu;
/** Atlassian's own token forms, and whatever follows an authorization scheme. */
const tokenText = /\b(?:AT[A-Z]{1,3}T3[\w=.-]{8,}|(?:Basic|Bearer)\s+[\w+/=.~-]{6,})/g;
const deepest = 6;
const longestText = 2000;
const mostEntries = 100;

/**
 * `value` as it may be written to a log: secrets and everything under a name like `token` replaced, the person's part
 * of addresses masked, errors reduced to name, code, message and stack, long things cut. Never throws.
 */
export const redact = (value: unknown, depth = 0): unknown => {
	if (typeof value === 'string') return redactText(value);
	if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
	if (typeof value === 'function') return '[function]';
	if (typeof value !== 'object' || value === null) return value;
	if (value instanceof Secret) return '[secret]';
	if (depth >= deepest) return '[deeper]';
	try {
		if (value instanceof Error) return redactError(value, depth);
		if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
		if (value instanceof URL) return redactText(value.href);
		if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
		if (value instanceof Map) return redactEntries([...value.entries()], depth);
		if (Array.isArray(value) || value instanceof Set) return redactItems([...value], depth);
		return redactEntries(Object.entries(value), depth);
	} catch {
		return '[unreadable]';
	}
};

export const redactText = (text: string): string => {
	const cut = text.length > longestText ? `${text.slice(0, longestText)}… (${text.length})` : text;
	return cut.replace(tokenText, '[secret]').replace(emailAddress, '***$1$2');
};

const redactError = (error: Error, depth: number): unknown => ({
	name: error.name,
	...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
	message: redactText(error.message),
	stack: redactText(error.stack ?? ''),
	...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
});

const redactItems = (items: readonly unknown[], depth: number): readonly unknown[] => {
	const kept = items.slice(0, mostEntries).map((item) => redact(item, depth + 1));
	return items.length > mostEntries ? [...kept, `… (${items.length})`] : kept;
};

const redactEntries = (entries: readonly (readonly [unknown, unknown])[], depth: number): Record<string, unknown> => {
	const kept = entries.slice(0, mostEntries).map(([name, value]): [string, unknown] => {
		const key = redactText(String(name));
		return [key, secretName.test(key) && !isHarmless(value) ? '[secret]' : redact(value, depth + 1)];
	});
	return Object.fromEntries(kept);
};

/** `hasApiToken: true` and `tokens: 2` tell no secret. */
const isHarmless = (value: unknown): boolean => value === null || typeof value === 'boolean' || typeof value === 'number';
