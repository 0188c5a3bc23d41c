import type { CustomerAccess } from '#shared/customer-access.ts';

export type Admission = 'admitted' | 'closed' | 'domain-excluded' | 'unknown';

type Answer = boolean | null;

/** `ANYONE` is the organisation API's word for "any address" among approved domains. */
const internalAdmits = ({ internal, approvedDomains }: CustomerAccess, domain: string): Answer => {
	if (internal === false) return false;
	const listed = approvedDomains === null ? null : approvedDomains.includes(domain) || approvedDomains.includes('anyone');
	if (listed === false) return false;
	return internal === null ? null : listed;
};

/** Whether External lets a portal-only account of this domain be made; `null` where nobody knows. */
export const admitsPortalOnly = ({ external, allowedDomains }: CustomerAccess, domain: string): Answer => {
	if (external === false) return false;
	const limited = allowedDomains !== null && allowedDomains.length > 0;
	if (limited && !allowedDomains.includes(domain)) return false;
	return external;
};

/**
 * Whether customer access lets a new address of this domain in. Unknown settings stay unknown unless what is known
 * decides alone. Source: "Change global customer permissions"; the two switches are independent, one suffices.
 */
export const admits = (access: CustomerAccess, domain: string): Admission => {
	if (access.internal === false && access.external === false) return 'closed';
	const internal = internalAdmits(access, domain);
	const external = admitsPortalOnly(access, domain);
	if (internal === true || external === true) return 'admitted';
	return internal === false && external === false ? 'domain-excluded' : 'unknown';
};
