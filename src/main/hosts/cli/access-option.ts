import { type AccessSettings, type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { need } from './terminal.ts';

const domain = /^@?(?:\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;

const readSwitch = (text: string): boolean | null | undefined => ({ on: true, off: false, unknown: null })[text.toLowerCase()];

const readDomains = (text: string): readonly string[] | undefined => {
	const names = text
		.split(';')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	const read = names.map((name) => (name.toUpperCase() === 'ANYONE' ? 'anyone' : domain.exec(name)?.[1]?.toLowerCase()));
	return read.every((name) => name !== undefined) ? read : undefined;
};

/**
 * Reads `internal=on,external=off,approved=a.com;b.com,allowed=c.com`. What is left out stays unknown; `approved=`
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
		const given =
			name === 'approved' || name === 'allowed'
				? readDomains(value)
				: name === 'internal' || name === 'external'
					? readSwitch(value)
					: undefined;
		if (given === undefined) return failed('access-invalid', { part });
		access = { ...access, ...Object.fromEntries([[fields[name as keyof typeof fields], given]]) };
	}
	return done(access);
};

/** What `--access` says; `undefined`: what is known of the site counts. */
export const givenAccess = (text: string | undefined): AccessSettings | undefined => {
	const access = need(readAccess(text, ''));
	return access.origin === 'unknown' ? undefined : access;
};

const fields = { internal: 'internal', external: 'external', approved: 'approvedDomains', allowed: 'allowedDomains' } as const;
