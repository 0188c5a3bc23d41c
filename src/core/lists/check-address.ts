import { addressLimits } from './limits.ts';
import type { AddressProblem } from './list.ts';

export type CheckedAddress =
	| { readonly ok: true; readonly address: string }
	| { readonly ok: false; readonly problem: AddressProblem; readonly details: Readonly<Record<string, string>> };

const wrong = (problem: AddressProblem, details: Readonly<Record<string, string>> = {}): CheckedAddress => ({
	ok: false,
	problem,
	details,
});

/** RFC 5322 `atext` and the dot, and letters of any script (RFC 6531). Quoted local parts are not invited by anyone. */
const localCharacter = /[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]/u;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Judges an address without display name or surroundings; both parts are lower case. Lenient: a right address
 * called wrong costs a person their invitation, a wrong one is found out by the site. Reserved top-level domains
 * (`.example`, `.test`, `.invalid`, `.local`) are valid: stand-in sites live there.
 */
export const checkAddress = (local: string, domainText: string): CheckedAddress => {
	const badLocal = checkLocal(local);
	if (badLocal !== null) return badLocal;
	const domain = asciiDomain(domainText);
	if (domain === null) return wrong('bad-domain', { domain: domainText.slice(0, 100) });
	const badDomain = checkDomain(domain);
	if (badDomain !== null) return badDomain;
	const address = `${local}@${domain}`;
	return address.length > addressLimits.address ? wrong('too-long', { characters: String(address.length) }) : { ok: true, address };
};

const checkLocal = (local: string): CheckedAddress | null => {
	if (local === '') return wrong('bad-local-part', { why: 'empty' });
	if (local.length > addressLimits.local) return wrong('too-long', { part: 'local', characters: String(local.length) });
	for (const character of local) {
		if (!localCharacter.test(character)) return wrong('bad-local-part', { character });
	}
	if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return wrong('bad-local-part', { character: '.' });
	return null;
};

const checkDomain = (domain: string): CheckedAddress | null => {
	if (domain === '') return wrong('bad-domain', { why: 'empty' });
	const labels = domain.split('.');
	const bad = labels.find((part) => !label.test(part));
	if (bad !== undefined) return wrong('bad-domain', { domain: domain.slice(0, 260) });
	if (labels.length < 2) return wrong('domain-without-dot', { domain });
	const top = labels.at(-1) ?? '';
	if (top.length < 2 || /^\d+$/.test(top)) return wrong('unknown-top-level-domain', { domain });
	return null;
};

/** The form that goes over the wire (`xn--…`), so that both spellings of a domain are one; `null`: not a domain. */
export const asciiDomain = (domain: string): string | null => {
	if (/^[\u0000-\u007f]*$/.test(domain)) return domain.toLowerCase();
	const folded = domain.normalize('NFKC').toLowerCase();
	// The URL parser decodes %41 and cuts at "/", "?", "#", ":" and "@": none of them may reach it.
	if (/[\s%/?#:@\\[\]]/.test(folded)) return null;
	return URL.parse(`http://${folded}/`)?.hostname ?? null;
};
