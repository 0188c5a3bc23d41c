import type { AddressProblem } from './list.ts';

/** What looks like an address and is nobody's mailbox. */
export interface NoMailbox {
	readonly problem: Extract<AddressProblem, 'guest-name' | 'directory-name' | 'placeholder'>;
	readonly details: Readonly<Record<string, string>>;
}

const guestMark = '#ext#';

/** X.500, LDAP and encapsulated names, as Exchange and directories keep them beside addresses. */
const directoryName =
	/^(?:(?:x500|x400|ex|ldap):|\/(?:o|ou|cn|c)=|imceaex?-|(?:dn:\s*)?(?:cn|uid|ou|dc|o|mail)=[^@]*,\s*(?:cn|uid|ou|dc|o|mail)=|(?:cn|uid|ou)=)/i;

const exampleWord =
	/^(?:example|e\.g\.|for example|sample|beispiel|bsp\.?|z\.\s?b\.|p\.?\s?ex\.?|par exemple|exemple|ejemplo|esempio|voorbeeld)\s*[:.–-]?\s+/i;

/** Companies that exist in templates and manuals only. */
const templateDomain =
	/^(?:[a-z0-9-]+\.)*(?:contoso|fabrikam|adventure-?works|northwindtraders|tailspintoys|yourcompany|your-?company|yourdomain|your-?domain|mycompany|company-?name|ihre-?firma|ihrefirma|ihredomain|musterfirma|example-?company)(?:\.onmicrosoft)?\.(?:com|org|net|de|example|test|invalid)$/;
const reservedDomain =
	/^(?:[a-z0-9-]+\.)*(?:example\.(?:com|org|net|edu)|domain\.(?:com|tld)|company\.com|firma\.de|email\.com|test\.com)$/;
const templateLocal =
	/^(?:e-?mail|example|your\.?name|your\.?email|you|name|first(?:name)?[._-]?last(?:name)?|vorname[._-]?nachname|max\.?mustermann|erika\.?mustermann|john\.?doe|jane\.?doe|user(?:name)?|someone|somebody|person|chris\.?green|prenom[._-]?nom|nombre[._-]?apellido)$/;

/** Whether a cell begins with a word such as "Example:", as the second line of many templates does. */
export const isExampleText = (text: string): boolean => exampleWord.test(text);

/** `text` is trimmed, visible and of narrow letters. */
export const findNoMailbox = (text: string): NoMailbox | null => {
	const low = text.toLowerCase();
	if (low.includes(guestMark)) return { problem: 'guest-name', details: guestDetails(low) };
	if (directoryName.test(text)) return { problem: 'directory-name', details: {} };
	return isExampleText(text) ? { problem: 'placeholder', details: {} } : null;
};

/** Whether addresses at a domain may have come with a template. */
export const isTemplateDomain = (domain: string): boolean => templateDomain.test(domain) || reservedDomain.test(domain);

/** Of a valid address: whether a template came with it. */
export const isPlaceholder = (address: string): boolean => {
	const at = address.lastIndexOf('@');
	const domain = address.slice(at + 1);
	return templateDomain.test(domain) || (reservedDomain.test(domain) && templateLocal.test(address.slice(0, at)));
};

/** `dan.fox_vendor.com#EXT#@acme.onmicrosoft.com` is what a directory calls its guest dan.fox@vendor.com. */
const guestDetails = (low: string): NoMailbox['details'] => {
	const before =
		low
			.slice(0, low.indexOf(guestMark))
			.split(/[\s<>()"',;]+/)
			.at(-1) ?? '';
	const split = before.lastIndexOf('_');
	const domain = before.slice(split + 1);
	return split > 0 && /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(domain) && domain.length < 254
		? { suggestion: `${before.slice(0, split)}@${domain}` }
		: {};
};

const proxy = /^["'({[{]*(smtp):([^:]*)$/i;

/**
 * Of a list of an Exchange mailbox's addresses (`SMTP:ann@x.com smtp:a.lee@x.com x500:/o=…`) those it can be mailed at; the
 * one marked in capitals, by which it is known, alone where there is one. `null` where the text is no such list.
 */
export const proxyAddresses = (text: string): readonly string[] | null => {
	if (!/smtp:/i.test(text)) return null;
	const found = text.split(/[\s,;|]+/).flatMap((piece) => {
		const [, mark, address] = proxy.exec(piece) ?? [];
		return mark === undefined || address === undefined ? [] : [{ isPrimary: mark === 'SMTP', address: address.replace(/["')}\]]+$/, '') }];
	});
	const primary = found.filter(({ isPrimary }) => isPrimary);
	return (primary.length === 1 ? primary : found).map(({ address }) => address);
};
