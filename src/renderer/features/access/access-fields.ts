import type { AccessSettings, CustomerAccess, DomainApproval } from '#shared/customer-access.ts';

export type Ternary = 'on' | 'off' | 'unknown';

export interface AccessFields {
	readonly internal: Ternary;
	/** As typed: one domain per line. */
	readonly approvedDomains: string;
	/** What approved domains give, as far as somebody said; may hold domains that are not typed any more. */
	readonly approvals: Readonly<Record<string, DomainApproval>>;
	readonly external: Ternary;
	readonly allowedDomains: string;
}

export const unknownAccess: AccessFields = {
	internal: 'unknown',
	approvedDomains: '',
	approvals: {},
	external: 'unknown',
	allowedDomains: '',
};

const declared = (state: Ternary): boolean | null => (state === 'unknown' ? null : state === 'on');

/** Takes what people paste: lines, commas, a leading `@`, capitals. `null` where nothing was said. */
export const parseDomains = (text: string): string[] | null => {
	const domains = text
		.split(/[\s,;]+/)
		.map((part) => part.trim().toLowerCase().replace(/^@/, ''))
		.filter((part) => part !== '');
	return domains.length === 0 ? null : [...new Set(domains)];
};

export type DeclaredAccess = Pick<CustomerAccess, 'internal' | 'external'> & {
	readonly approvedDomains: string[] | null;
	readonly approvals?: Record<string, DomainApproval>;
	readonly allowedDomains: string[] | null;
};

/** `null` where nothing was declared at all. A list of domains says nothing about a kind that is off. */
export const declaredAccess = (fields: AccessFields): DeclaredAccess | null => {
	const access = {
		internal: declared(fields.internal),
		approvedDomains: fields.internal === 'off' ? null : parseDomains(fields.approvedDomains),
		external: declared(fields.external),
		allowedDomains: fields.external === 'off' ? null : parseDomains(fields.allowedDomains),
	};
	if (Object.values(access).every((part) => part === null)) return null;
	const given = (access.approvedDomains ?? []).flatMap((domain) => {
		const approval = fields.approvals[domain];
		return approval === undefined ? [] : [[domain, approval] as const];
	});
	return given.length === 0 ? access : { ...access, approvals: Object.fromEntries(given) };
};

const ternary = (state: boolean | null): Ternary => (state === null ? 'unknown' : state ? 'on' : 'off');
const lines = (domains: readonly string[] | null): string => (domains ?? []).join('\n');

/** The fields as somebody would fill them in to say this. */
export const fieldsOf = ({ internal, approvedDomains, approvals = {}, external, allowedDomains }: AccessSettings): AccessFields => ({
	internal: ternary(internal),
	approvedDomains: lines(approvedDomains),
	approvals,
	external: ternary(external),
	allowedDomains: lines(allowedDomains),
});

/** Nothing said, to the contract: it takes back what was said before. */
export const nothingDeclared: DeclaredAccess = { internal: null, approvedDomains: null, external: null, allowedDomains: null };

export const mostDomains = 1000;
const domain = /^[^\s.@/:]+(?:\.[^\s.@/:]+)+$/;

/** The first that is no domain; `null` where all are. `anyone` is Atlassian's own word for every domain. */
export const findNoDomain = (text: string): string | null =>
	parseDomains(text)?.find((part) => part !== 'anyone' && (part.length > 253 || !domain.test(part))) ?? null;

export const areTooMany = (text: string): boolean => (parseDomains(text)?.length ?? 0) > mostDomains;

/** Nothing in the way of keeping it. A list of a kind that is off is not kept. */
export const canBeKept = ({ internal, approvedDomains, external, allowedDomains }: AccessFields): boolean =>
	[internal === 'off' ? '' : approvedDomains, external === 'off' ? '' : allowedDomains].every(
		(text) => findNoDomain(text) === null && !areTooMany(text),
	);

/** Whether both say the same, however it was typed. */
export const saySame = (a: AccessFields, b: AccessFields): boolean =>
	JSON.stringify(declaredAccess(a)) === JSON.stringify(declaredAccess(b));
