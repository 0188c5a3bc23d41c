import type { AccessInference, AccessSettings, CustomerAccess, DomainApproval, DomainOutcomes } from '#shared/customer-access.ts';

export type Admission = 'admitted' | 'closed' | 'domain-excluded' | 'unknown';

type Answer = boolean | null;

/** `ANYONE` is the organisation API's word for "any address" among approved domains. */
const approvalOf = ({ approvedDomains, approvals = {} }: AccessSettings, domain: string): DomainApproval | 'none' | 'unknown' => {
	if (approvedDomains === null) return 'unknown';
	const listed = [domain, 'anyone'].filter((name) => approvedDomains.includes(name));
	if (listed.length === 0) return 'none';
	const given = listed.map((name) => (Object.hasOwn(approvals, name) ? approvals[name] : undefined) ?? 'unknown');
	return given.find((one) => one === 'customer') ?? given.find((one) => one === 'unknown') ?? given[0] ?? 'unknown';
};

/** Approved, and nobody said whether with the Customer role. */
export const isApprovedForUnknown = (access: AccessSettings, domain: string): boolean =>
	access.internal === true && access.approvedDomains !== null && approvalOf(access, domain) === 'unknown';

/** What an approved domain lacks to let its people in as customers; `null` where it is not approved, or lacks nothing known. */
export const lackingApproval = (access: AccessSettings, domain: string): Exclude<DomainApproval, 'customer'> | null => {
	const approval = approvalOf(access, domain);
	return approval === 'other-apps' || approval === 'needs-approval' ? approval : null;
};

const internalAdmits = (access: AccessSettings, domain: string): Answer => {
	if (access.internal === false) return false;
	switch (approvalOf(access, domain)) {
		case 'customer':
			return access.internal;
		case 'unknown':
			return null;
		case 'none':
		case 'other-apps':
		case 'needs-approval':
			return false;
	}
};

const externalAdmits = ({ external, allowedDomains }: AccessSettings, domain: string): Answer => {
	if (external === false) return false;
	const limited = allowedDomains !== null && allowedDomains.length > 0;
	if (limited && !allowedDomains.includes(domain)) return false;
	return external;
};

/** What the settings say alone, whatever was inferred beside them. */
export const admitsBySettings = (access: AccessSettings, domain: string): Admission => {
	if (access.internal === false && access.external === false) return 'closed';
	const internal = internalAdmits(access, domain);
	const external = externalAdmits(access, domain);
	if (internal === true || external === true) return 'admitted';
	return internal === false && external === false ? 'domain-excluded' : 'unknown';
};

/** Refused as often as it takes to look like a rule, and never let in; or the reverse, for which once is enough. */
const looksExcluded = ({ refused, letIn }: DomainOutcomes): boolean => refused > 1 && letIn === 0;
const looksAdmitted = ({ refused, letIn }: DomainOutcomes): boolean => letIn > 0 && refused === 0;

const filledIn = <A extends AccessSettings>(access: A, { pattern }: AccessInference): A => {
	if (pattern === 'by-domain') return access;
	return { ...access, internal: access.internal ?? false, external: access.external ?? pattern === 'external-only' };
};

const admitsByInference = (access: AccessSettings, inferred: AccessInference, domain: string): Admission => {
	const own = inferred.pattern === 'by-domain' ? inferred.domains.find((one) => one.domain === domain) : undefined;
	if (own && looksExcluded(own)) return 'domain-excluded';
	if (own && looksAdmitted(own)) return 'admitted';
	return admitsBySettings(filledIn(access, inferred), domain);
};

/**
 * Whether customer access lets a new address of this domain in. Unknown settings stay unknown unless what is known
 * decides alone, or refusals suggest what they are. Source: "Change global customer permissions"; the two switches are
 * independent, one suffices.
 */
export const admits = (access: CustomerAccess, domain: string): Admission => {
	const settled = admitsBySettings(access, domain);
	return settled === 'unknown' && access.inferred ? admitsByInference(access, access.inferred, domain) : settled;
};

/** Whether External lets a portal-only account of this domain be made; `null` where nobody knows. */
export const admitsPortalOnly = (access: CustomerAccess, domain: string): Answer => {
	const settled = externalAdmits(access, domain);
	if (settled !== null || !access.inferred) return settled;
	return admitsByInference(access, access.inferred, domain) === 'domain-excluded' ? false : filledIn(access, access.inferred).external;
};
