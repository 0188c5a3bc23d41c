import { describe, expect, it } from 'vitest';
import { customerAccessClosed } from '#core/causes/customer-access-closed.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import {
	closedAccess,
	directoryUser,
	jiraUser,
	known,
	openAccess,
	personEvidence,
	portalRecord,
	unanswered,
} from '../../../support/evidence.ts';

const closedFor = (overrides: Parameters<typeof personEvidence>[0] = {}) =>
	customerAccessClosed(personEvidence({ access: closedAccess, ...overrides }));

describe('customer-access-closed', () => {
	it('is proven where both kinds are declared off and there is no account', () => {
		expect(closedFor()).toEqual({ cause: 'customer-access-closed', certainty: 'proven' });
	});

	it('is likely, with its reason, where the settings were inferred', () => {
		expect(closedFor({ access: { ...closedAccess, origin: 'inferred' } })).toMatchObject({
			certainty: 'likely',
			because: expect.any(String),
		});
	});

	it('is likely at most where the site hides its portal-only accounts', () => {
		expect(closedFor({ portal: unanswered('hidden') })).toMatchObject({
			certainty: 'likely',
			because: expect.stringContaining('portal-only'),
		});
	});

	it('does not concern people who have an account', () => {
		expect(closedFor({ directory: known(directoryUser()) })).toBeNull();
		expect(closedFor({ portal: known(portalRecord(true)) })).toBeNull();
		expect(closedFor({ siteAccount: known(jiraUser()) })).toBeNull();
		expect(closedFor({ membership: known({ listed: { accountId: 'x', active: false }, keepsList: true }) })).toBeNull();
	});

	it('reads neither an unanswered question nor an unknown setting as a no', () => {
		expect(closedFor({ directory: unanswered('not-asked') })).toBeNull();
		expect(closedFor({ portal: unanswered('not-asked') })).toBeNull();
		expect(closedFor({ access: unknownCustomerAccess })).toBeNull();
		expect(closedFor({ access: { ...closedAccess, external: null } })).toBeNull();
		expect(closedFor({ access: openAccess })).toBeNull();
	});
});
