import type { SiteChanges } from '#core/remedies/site-changes.ts';
import { done } from '#shared/outcome.ts';
import { calls } from './calls.ts';
import { unexpected } from './failures.ts';
import { type Read, unclear } from './change-answer.ts';
import * as schemas from './schemas.ts';
import { makeSiteHttp, type SiteQuestionsOptions } from './site-questions.ts';

export interface CountedSiteChanges extends SiteChanges {
	/** Changes sent so far, by method and template. */
	calls(): Readonly<Record<string, number>>;
}

/** Free, and all that a customer needs. */
const customerRole = 'atlassian/customer';

/**
 * The port `SiteChanges` over HTTP. Takes what `makeSiteQuestions` takes; given the same gates, changes and questions
 * share the site's limits.
 */
export const makeSiteChanges = (options: SiteQuestionsOptions): CountedSiteChanges => {
	const http = makeSiteHttp(options);
	return {
		calls: http.calls,
		mayCreate: async () => {
			if (options.known?.door?.via !== 'gateway') return done(null);
			const asked = await http.ask({ call: calls.createCustomer, body: {}, alsoAnswers: [400] });
			if (!asked.ok) return asked;
			return asked.value.status === 400 ? done(null) : unexpected(calls.createCustomer, 'expected a refusal of nobody');
		},
		createCustomer: ({ email, displayName }, depart) =>
			http.change(
				{
					call: calls.createCustomer,
					query: { strictConflictStatusCode: 'true' },
					body: { email, displayName },
					conflict: 'account-exists',
					read: readCreated,
				},
				depart,
			),
		inviteCustomer: (deskId, { email, displayName }, depart) =>
			http.change(
				{
					call: calls.inviteCustomer,
					path: { serviceDeskId: deskId },
					query: { strictConflictStatusCode: 'true' },
					body: { email, displayName },
					conflict: 'account-exists',
					read: readCreated,
				},
				depart,
			),
		addToDesk: (deskId, accountId, depart) =>
			http.change(
				{ call: calls.addDeskCustomers, path: { serviceDeskId: deskId }, body: { accountIds: [accountId] }, read: nothing },
				depart,
			),
		addToOrganisation: (organizationId, accountId, depart) =>
			http.change({ call: calls.addToOrganisation, path: { organizationId }, body: { accountIds: [accountId] }, read: nothing }, depart),
		restore: (orgId, directoryId, accountId, depart) =>
			http.change({ call: calls.restore, path: { orgId, directoryId, accountId }, read: nothing }, depart),
		remove: (orgId, directoryId, accountId, depart) =>
			http.change({ call: calls.removeFromDirectory, path: { orgId, directoryId, accountId }, read: nothing }, depart),
		assignCustomerRole: (orgId, accountId, resource, depart) =>
			http.change({ call: calls.assignRole, path: { orgId, accountId }, body: { role: customerRole, resource }, read: nothing }, depart),
		invite: (orgId, email, resource, depart) =>
			http.change(
				{
					call: calls.invite,
					path: { orgId },
					body: { emails: [email], permissionRules: [{ role: customerRole, resource }], sendNotification: false },
					read: (body) => readInvited(body, email),
				},
				depart,
			),
		enable: (accountId, depart) => http.change({ call: calls.enable, path: { accountId }, read: nothing }, depart),
	};
};

/** The status says it all. */
const nothing = (): Read<null> => ({ kind: 'done', value: null });

const readCreated = (body: unknown): Read<{ readonly accountId: string }> => {
	const read = schemas.createdCustomer.safeParse(body);
	return read.success ? { kind: 'done', value: { accountId: read.data.accountId } } : unclear;
};

/** 200 and 206 alike: what counts is what the answer says of this address. Source: Organizations API, invite. */
const readInvited = (body: unknown, email: string): Read<null> => {
	const read = schemas.invitations.safeParse(body);
	if (!read.success) {
		return unclear;
	}
	const results = read.data.data
		.filter((invited) => invited.email.toLowerCase() === email.toLowerCase())
		.flatMap((invited) => invited.results.flatMap(({ roleAssignmentResult }) => roleAssignmentResult ?? []));
	const failed = results.find(({ status }) => status === 'ERROR');
	if (failed !== undefined) {
		return { kind: 'refused', why: failed.statusReason ?? '' };
	}
	return results.length === 0 ? unclear : nothing();
};
