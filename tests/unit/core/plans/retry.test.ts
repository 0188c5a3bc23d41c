import { expect, it } from 'vitest';
import { mayHelpToRetry } from '#core/plans/retry.ts';

const refused = { remedy: 'restore-access', before: 'access-revoked', after: null, stranded: false } as const;

it.each([
	['of which nothing was seen since', {}, true],
	['that is as it was', { after: 'access-revoked' }, true],
	['for which a later step of its remedy is left', { after: 'role-missing' }, true],
	['for which the last step is left', { after: 'ready-existing' }, true],
	['of which nobody can tell', { after: 'undetermined' }, true],
	['removed and without an account', { remedy: 'replace-with-portal-account', after: 'customer-access-closed', stranded: true }, true],
	[
		'whose removal the site refused',
		{ remedy: 'replace-with-portal-account', before: 'managed-elsewhere', after: 'managed-elsewhere' },
		true,
	],
	['that needs a page first', { remedy: 'create-and-add', before: 'ready-new', after: 'domain-not-approved' }, false],
	['that needs another remedy', { remedy: 'add-to-desk', before: 'ready-existing', after: 'access-revoked' }, false],
	['that is a customer', { after: 'already-customer' }, false],
	['that is told by another row', { after: 'repeated-row' }, false],
] as const)('a refused row %s', (_, part, helps) => {
	expect(mayHelpToRetry({ ...refused, ...part })).toBe(helps);
});
