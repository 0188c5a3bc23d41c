import { describe, expect, it } from 'vitest';
import { readyNew } from '#core/causes/ready-new.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import {
	closedAccess,
	directoryUser,
	jiraUser,
	known,
	openAccess,
	otherDomainsOnly,
	personEvidence,
	portalRecord,
	unanswered,
} from '../../../support/evidence.ts';

describe('ready-new', () => {
	it('is proven where nobody has the address and declared access admits it', () => {
		expect(readyNew(personEvidence())).toEqual({ cause: 'ready-new', certainty: 'proven' });
	});

	it.each([
		['customer access is unknown', { access: unknownCustomerAccess }],
		['customer access was inferred', { access: { ...openAccess, origin: 'inferred' } }],
		['portal-only accounts are hidden', { portal: unanswered('hidden') }],
	] as const)('is likely, with its reason, where %s', (_why, overrides) => {
		expect(readyNew(personEvidence(overrides))).toMatchObject({ certainty: 'likely', because: expect.any(String) });
	});

	it('is likely at home, where an account may be managed and in no file that was handed over', () => {
		const directory = { ...known(null), settledBy: 'the file Export managed accounts would tell' };
		const access = { ...openAccess, internal: true, approvedDomains: ['brightwater.example'] };
		expect(readyNew(personEvidence({ directory, access }))).toMatchObject({ certainty: 'likely', because: directory.settledBy });
		expect(readyNew(personEvidence({ directory }))?.certainty).toBe('proven');
	});

	it('is likely where nobody said which domains are at home, and a file would have told of an account', () => {
		const directory = { ...known(null), settledBy: 'the file Export managed accounts would tell' };
		const access = { ...openAccess, internal: null, approvedDomains: null };
		expect(readyNew(personEvidence({ directory, access }))).toMatchObject({ certainty: 'likely', because: directory.settledBy });
		expect(readyNew(personEvidence({ access }))?.certainty).toBe('proven');
	});

	it('is not hindered by an inactive account on the site that the directory no longer knows', () => {
		expect(readyNew(personEvidence({ siteAccount: known(jiraUser({ active: false })) }))?.certainty).toBe('proven');
	});

	it.each([
		['closed', closedAccess],
		['limited to other domains', otherDomainsOnly],
	])('does not claim where access is %s', (_what, access) => {
		expect(readyNew(personEvidence({ access }))).toBeNull();
	});

	it.each([
		['a directory entry', { directory: known(directoryUser()) }],
		['a portal-only record', { portal: known(portalRecord(false)) }],
		['an active account on the site', { siteAccount: known(jiraUser()) }],
		["a place in the desk's list", { membership: known({ listed: { accountId: 'x', active: false }, keepsList: true }) }],
	])('does not claim somebody with %s', (_what, overrides) => {
		expect(readyNew(personEvidence(overrides))).toBeNull();
	});

	it.each([
		['the directory was not asked', { directory: unanswered('not-asked') }],
		['the directory is hidden', { directory: unanswered('hidden') }],
		['the sweep broke off', { portal: unanswered('not-asked') }],
		['the portal record is unreadable', { portal: unanswered('unexpected') }],
	] as const)('never reads an unanswered question as a no: %s', (_what, overrides) => {
		expect(readyNew(personEvidence(overrides))).toBeNull();
	});
});
