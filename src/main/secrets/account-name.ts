import type { SecretKey } from '#core/secret-store.ts';

/**
 * The name a credential is kept under, readable for the person who looks into the keychain. Parts are escaped, so no
 * address can be made up that collides with another site's name.
 */
export const accountName = (key: SecretKey): string => {
	const parts = [key.kind, addressOf(key.siteUrl), addressOf(key.adminUrl), key.orgId ?? '-'];
	return parts.map((part) => encodeURIComponent(part).replaceAll('%3A', ':').replaceAll('%2F', '/')).join(' ');
};

/** Upper case in the host and a closing slash do not make another site. */
const addressOf = (url: string): string => (URL.canParse(url) ? new URL(url).href : url).replace(/\/+$/, '');
