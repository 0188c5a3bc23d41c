import { type AccessSettings, type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';

const plain = (domain: string): string => domain.trim().toLowerCase().replace(/^@/, '');

const plainList = (domains: readonly string[] | null): readonly string[] | null =>
	domains === null ? null : [...new Set(domains.map(plain).filter((domain) => domain !== ''))];

/** What an admin says of the page Customer access, as of `at`. Who says nothing declares nothing. */
export const declareAccess = ({ internal, approvedDomains, external, allowedDomains }: AccessSettings, at: string): CustomerAccess => {
	const said = { internal, approvedDomains: plainList(approvedDomains), external, allowedDomains: plainList(allowedDomains) };
	return Object.values(said).every((value) => value === null) ? unknownCustomerAccess : { ...said, origin: 'declared', at };
};

/** One change on the page Customer access or among the approved domains. */
export type AccessChange =
	| { readonly tick: 'internal' | 'external' }
	/** `approve`: Internal's list. `allow`: the domains External is limited to. */
	| { readonly approve: string }
	| { readonly allow: string };

/** An unknown list stays unknown: one domain of it says nothing about the others. */
export const withDomainApproved = <A extends AccessSettings>(access: A, domain: string): A => {
	const { approvedDomains: known } = access;
	const named = plain(domain);
	return known === null || known.includes(named) || known.includes('anyone') ? access : { ...access, approvedDomains: [...known, named] };
};

/** Without a limit every domain is allowed already: naming one would shut out the rest. */
export const withDomainAllowed = <A extends AccessSettings>(access: A, domain: string): A => {
	const { allowedDomains: known } = access;
	const named = plain(domain);
	return known === null || known.length === 0 || known.includes(named) ? access : { ...access, allowedDomains: [...known, named] };
};

/** The settings after one change. */
export const withChange = <A extends AccessSettings>(access: A, change: AccessChange): A => {
	if ('tick' in change) return { ...access, [change.tick]: true };
	return 'approve' in change ? withDomainApproved(access, change.approve) : withDomainAllowed(access, change.allow);
};
