import {
	type AccessInference,
	type AccessSettings,
	type CustomerAccess,
	type ReadApprovals,
	unknownCustomerAccess,
} from '#shared/customer-access.ts';

const plain = (domain: string): string => domain.trim().toLowerCase().replace(/^@/, '');

const plainList = (domains: readonly string[] | null): readonly string[] | null =>
	domains === null ? null : [...new Set(domains.map(plain).filter((domain) => domain !== ''))];

/** What an admin says of the page Customer access, as of `at`. Who says nothing declares nothing. */
export const declareAccess = (
	{ internal, approvedDomains, approvals = {}, external, allowedDomains }: AccessSettings,
	at: string,
): CustomerAccess => {
	const said = { internal, approvedDomains: plainList(approvedDomains), external, allowedDomains: plainList(allowedDomains) };
	if (Object.values(said).every((value) => value === null)) return unknownCustomerAccess;
	const given = Object.entries(approvals).map(([domain, approval]) => [plain(domain), approval] as const);
	const ofApproved = given.filter(([domain]) => said.approvedDomains?.includes(domain));
	return { ...said, ...(ofApproved.length === 0 ? {} : { approvals: Object.fromEntries(ofApproved) }), origin: 'declared', at };
};

/** One change on the page Customer access or among the approved domains. */
export type AccessChange =
	| { readonly tick: 'internal' | 'external' }
	/** `approve`: Internal's list. `allow`: the domains External is limited to. */
	| { readonly approve: string }
	| { readonly allow: string };

type Settings = AccessSettings & { readonly inferred?: AccessInference };

/** Refusals from before a domain was let in say nothing of it any more. */
const withoutRefusals = <A extends Settings>(access: A, domain: string): A => {
	const { inferred } = access;
	if (!inferred?.domains.some((one) => one.domain === domain && one.refused > 0)) return access;
	const domains = inferred.domains.map((one) => (one.domain === domain ? { domain, refused: 0, letIn: one.letIn + one.refused } : one));
	return { ...access, inferred: { ...inferred, domains } };
};

/** Approved as it has to be: with the Customer role. An unknown list stays unknown: one domain of it says nothing about the others. */
export const withDomainApproved = <A extends Settings>(access: A, domain: string): A => {
	const named = plain(domain);
	const after = withoutRefusals(access, named);
	const { approvedDomains: known, approvals = {} } = after;
	if (known === null || approvals[named] === 'customer' || approvals['anyone'] === 'customer') return after;
	const approvedDomains = known.includes(named) ? known : [...known, named];
	return { ...after, approvedDomains, approvals: { ...approvals, [named]: 'customer' } };
};

/** Without a limit every domain is allowed already: naming one would shut out the rest. */
export const withDomainAllowed = <A extends Settings>(access: A, domain: string): A => {
	const named = plain(domain);
	const after = withoutRefusals(access, named);
	const { allowedDomains: known } = after;
	return known === null || known.length === 0 || known.includes(named) ? after : { ...after, allowedDomains: [...known, named] };
};

/** The settings after one change. */
export const withChange = <A extends Settings>(access: A, change: AccessChange): A => {
	if ('tick' in change) return { ...access, [change.tick]: true };
	return 'approve' in change ? withDomainApproved(access, change.approve) : withDomainAllowed(access, change.allow);
};

/** Fills the approved domains that nobody named. What somebody declared stays: the call was withdrawn, and may tell old news. */
export const withApprovedDomains = (access: CustomerAccess, { at, ...read }: ReadApprovals): CustomerAccess => {
	if (access.approvedDomains !== null) return access;
	const filled = { ...access, ...read };
	return access.origin === 'unknown' ? { ...filled, origin: 'read', at } : filled;
};
