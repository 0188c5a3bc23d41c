/** Who may become a new customer: the settings of the page Customer access, which no public call reads. */
export interface AccessSettings {
	internal: boolean;
	approvedDomains: string[];
	external: boolean;
	/** Empty: any domain. */
	allowedDomains: string[];
}

export type Admission = 'atlassian' | 'portal-only' | 'refused';

/** Both kinds are on and both are limited, so that one list holds admitted and refused addresses. */
export const makeDemoAccess = (): AccessSettings => ({
	internal: true,
	approvedDomains: ['halden-group.example', 'halden-labs.example'],
	external: true,
	allowedDomains: ['brightwater.example', 'orchidbank.example', 'tinplate.example', 'kestrel-air.example', 'gmail.com', 'outlook.com'],
});

export const makeClosedAccess = (): AccessSettings => ({ internal: false, approvedDomains: [], external: false, allowedDomains: [] });

/** The settings as the product's `--access` takes them. */
export const describeAccess = (access: AccessSettings): string => {
	const parts = [`internal=${access.internal ? 'on' : 'off'}`, `external=${access.external ? 'on' : 'off'}`];
	if (access.approvedDomains.length > 0) parts.push(`approved=${access.approvedDomains.map((domain) => `${domain}:customer`).join(';')}`);
	if (access.allowedDomains.length > 0) parts.push(`allowed=${access.allowedDomains.join(';')}`);
	return parts.join(',');
};

/** An approved domain gives an Atlassian account, an allowed external one a portal-only account. */
export const admitAddress = (access: AccessSettings, email: string): Admission => {
	const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
	if (access.internal && access.approvedDomains.includes(domain)) return 'atlassian';
	const anyDomain = access.allowedDomains.length === 0;
	if (access.external && (anyDomain || access.allowedDomains.includes(domain))) return 'portal-only';
	return 'refused';
};
