import {
	type AccessSettings,
	type CustomerAccess,
	type DomainApproval,
	domainApprovals,
	unknownCustomerAccess,
} from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { need } from './command-ended.ts';

const domain = /^@?(?:\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;

const readSwitch = (text: string): boolean | null | undefined => ({ on: true, off: false, unknown: null })[text.toLowerCase()];

const namesIn = (text: string): readonly string[] =>
	text
		.split(';')
		.map((name) => name.trim())
		.filter((name) => name !== '');

const readDomain = (name: string): string | undefined =>
	name.toUpperCase() === 'ANYONE' ? 'anyone' : domain.exec(name)?.[1]?.toLowerCase();

const readDomains = (text: string): readonly string[] | undefined => {
	const read = namesIn(text).map(readDomain);
	return read.every((name) => name !== undefined) ? read : undefined;
};

const isApproval = (text: string): text is DomainApproval => (domainApprovals as readonly string[]).includes(text);

/** `a.com;b.com:customer;c.com:needs-approval`: what a domain gives stands behind a colon; without one nobody said. */
const readApproved = (text: string): Pick<AccessSettings, 'approvedDomains' | 'approvals'> | undefined => {
	const approvedDomains: string[] = [];
	const approvals: Record<string, DomainApproval> = {};
	for (const part of namesIn(text)) {
		const [name = '', approval, ...more] = part.split(':').map((one) => one.trim());
		const read = readDomain(name);
		const given = approval?.toLowerCase();
		if (read === undefined || more.length > 0 || (given !== undefined && !isApproval(given))) return undefined;
		approvedDomains.push(read);
		if (given !== undefined) approvals[read] = given;
	}
	return Object.keys(approvals).length === 0 ? { approvedDomains } : { approvedDomains, approvals };
};

const readPart = (name: string, value: string): Partial<AccessSettings> | undefined => {
	switch (name) {
		case 'approved':
			return readApproved(value);
		case 'allowed': {
			const allowedDomains = readDomains(value);
			return allowedDomains && { allowedDomains };
		}
		case 'internal':
		case 'external': {
			const read = readSwitch(value);
			return read === undefined ? undefined : { [name]: read };
		}
		default:
			return undefined;
	}
};

/**
 * Reads `internal=on,external=off,approved=a.com:customer;b.com,allowed=c.com`. What is left out stays unknown; `approved=`
 * with nothing behind it says that no domain is approved. Fails with `access-invalid`, naming the part.
 */
export const readAccess = (text: string | undefined, at: string): Outcome<CustomerAccess> => {
	if (text === undefined || text.trim() === '') return done(unknownCustomerAccess);
	let access: CustomerAccess = { ...unknownCustomerAccess, origin: 'declared', at };
	const seen = new Set<string>();
	for (const part of text.split(',').filter((one) => one.trim() !== '')) {
		const equals = part.indexOf('=');
		const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase();
		const value = part.slice(equals + 1).trim();
		if (equals < 0 || seen.has(name)) return failed('access-invalid', { part });
		seen.add(name);
		const given = readPart(name, value);
		if (given === undefined) return failed('access-invalid', { part });
		access = { ...access, ...given };
	}
	return done(access);
};

/** What `--access` says; `undefined`: what is known of the site counts. */
export const givenAccess = (text: string | undefined): AccessSettings | undefined => {
	const access = need(readAccess(text, ''));
	return access.origin === 'unknown' ? undefined : access;
};
