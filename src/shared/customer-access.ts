/** Customer access of one site, as far as it is known. `null` means unknown: never read as "no". */
export interface CustomerAccess {
	readonly internal: boolean | null;
	/** Lower-case domains whose people get internal accounts; `null` where nobody said. */
	readonly approvedDomains: readonly string[] | null;
	readonly external: boolean | null;
	/** Lower-case domains external accounts are limited to; `null` or empty: any domain. */
	readonly allowedDomains: readonly string[] | null;
	readonly origin: 'declared' | 'read' | 'inferred' | 'unknown';
	/** ISO 8601: when it was declared, read or inferred; `null` where unknown. */
	readonly at: string | null;
}

export const unknownCustomerAccess: CustomerAccess = {
	internal: null,
	approvedDomains: null,
	external: null,
	allowedDomains: null,
	origin: 'unknown',
	at: null,
};
