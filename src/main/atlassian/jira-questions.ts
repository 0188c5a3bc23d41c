import type { z } from 'zod';
import type { JiraUser, Page, ReadPage, SiteQuestions } from '#core/evidence/site-questions.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { answered } from './answered.ts';
import { type Call, calls } from './calls.ts';
import { unexpected } from './failures.ts';
import type { Http, RawAnswer } from './http.ts';
import { readRecords, readWhole } from './records.ts';
import * as schemas from './schemas.ts';

export type JiraQuestions = Pick<
	SiteQuestions,
	| 'tenant'
	| 'myself'
	| 'myPermissions'
	| 'desks'
	| 'permissionHolders'
	| 'deskCustomers'
	| 'users'
	| 'account'
	| 'customerOrganisations'
	| 'organisationsOf'
	| 'requestTypes'
	| 'canRaise'
>;

const desksPerPage = 100;
const organisationsPerPage = 50;
const requestTypesPerPage = 100;
/** The most that one check takes. */
const requestTypesPerCheck = 50;

/** What is asked on the site's own host: Jira platform and Jira Service Management. */
export const jiraQuestions = (http: Http): JiraQuestions => ({
	tenant: () => answered(http, { call: calls.tenant }, ({ body }) => readWhole(calls.tenant, schemas.tenant, body)),
	myself: () => answered(http, { call: calls.myself }, ({ body }) => readWhole(calls.myself, schemas.jiraUser, body)),
	myPermissions: (keys, projectKey) =>
		answered(http, { call: calls.myPermissions, query: { permissions: keys.join(','), projectKey } }, ({ body }) =>
			readPermissions(keys, body),
		),
	desks: (cursor) => {
		const start = cursor === null ? 0 : Number(cursor);
		const query = { start: String(start), limit: String(desksPerPage) };
		return answered(http, { call: calls.desks, query }, ({ body }) => readPage(calls.desks, schemas.desk, body, start));
	},
	permissionHolders: (projectKey) =>
		answered(http, { call: calls.permissionScheme, path: { projectKeyOrId: projectKey }, query: { expand: 'permissions' } }, ({ body }) =>
			readHolders(body),
		),
	deskCustomers: (deskId, { query, start, limit }) =>
		answered(
			http,
			{
				call: calls.deskCustomers,
				path: { serviceDeskId: deskId },
				query: { query, start: String(start), limit: String(limit) },
			},
			({ body }) => readPage(calls.deskCustomers, schemas.deskCustomer, body, start),
		),
	users: (startAt, maxResults) =>
		answered(http, { call: calls.users, query: { startAt: String(startAt), maxResults: String(maxResults) } }, ({ body }) =>
			readUsers(body, startAt),
		),
	account: (accountId) =>
		answered(http, { call: calls.account, query: { accountId }, alsoAnswers: [404] }, (answer) => readAccount(answer, accountId)),
	customerOrganisations: (cursor) => organisations(http, undefined, cursor),
	organisationsOf: (accountId, cursor) => organisations(http, accountId, cursor),
	requestTypes: (deskId, cursor) => {
		const call = calls.requestTypes;
		const query = { start: cursor ?? '0', limit: String(requestTypesPerPage) };
		return answered(http, { call, path: { serviceDeskId: deskId }, query }, ({ body }) =>
			readWholePage(call, schemas.requestTypeId, body, Number(query.start)),
		);
	},
	canRaise: (deskId, accountId, requestTypeIds) => {
		if (requestTypeIds.length === 0 || requestTypeIds.length > requestTypesPerCheck) {
			throw new RangeError(`a check takes 1 to ${requestTypesPerCheck} request types, not ${requestTypeIds.length}`);
		}
		const call = calls.requestTypePermissions;
		const body = { accountId, requestTypeIds: requestTypeIds.map(Number), permissions: ['canCreateRequest'] };
		return answered(http, { call, path: { serviceDeskId: deskId }, body }, (answer) => readRaisable(answer.body, requestTypeIds));
	},
});

const organisations = (http: Http, accountId: string | undefined, cursor: string | null) => {
	const call = calls.customerOrganisations;
	const query = { accountId, start: cursor ?? '0', limit: String(organisationsPerPage) };
	return answered(http, { call, query }, ({ body }) => readWholePage(call, schemas.customerOrganisation, body, Number(query.start)));
};

/** The next page begins behind what came, not behind what was asked for: the server may lower the limit. */
const readPage = <T>(call: Call, record: z.ZodType<T>, body: unknown, start: number): Outcome<ReadPage<T>> => {
	const page = readWhole(call, schemas.servicedeskPage, body);
	if (!page.ok) {
		return page;
	}
	const { values, isLastPage } = page.value;
	if (page.value.start !== undefined && page.value.start !== start) {
		return unexpected(call, 'start: expected the one that was asked for');
	}
	const next = isLastPage || values.length === 0 ? null : String(start + values.length);
	return done({ ...readRecords(record, values), next });
};

/** A page of people as JSM shows them: of a desk or of a customer organisation. */
export const readCustomers = (call: Call, body: unknown, start: number) => readPage(call, schemas.deskCustomer, body, start);

/** A page of a list in which one missing would mislead. */
const readWholePage = <T>(call: Call, record: z.ZodType<T>, body: unknown, start: number): Outcome<Page<T>> => {
	const page = readPage(call, record, body, start);
	if (!page.ok) {
		return page;
	}
	const { items, next, unreadable } = page.value;
	return unreadable[0] === undefined ? done({ items, next }) : unexpected(call, unreadable[0].problem);
};

/**
 * A 404 must be Jira's own: the edge answers for a site that is away with 404 too. A record that cannot be had right now
 * comes with other ids in it. Source: Jira platform, exceptions of `User`.
 */
const readAccount = ({ status, body }: RawAnswer, accountId: string): Outcome<JiraUser | null> => {
	if (status === 404) {
		const read = readWhole(calls.account, schemas.errorCollection, body);
		return read.ok ? done(null) : read;
	}
	const read = readWhole(calls.account, schemas.jiraUser, body);
	return read.ok && read.value.accountId !== accountId ? unexpected(calls.account, 'accountId: expected the one that was asked for') : read;
};

const readRaisable = (body: unknown, asked: readonly string[]): Outcome<boolean> => {
	const read = readWhole(calls.requestTypePermissions, schemas.requestTypePermissions, body);
	return read.ok ? done(read.value.canCreateRequest.some((id) => asked.includes(id))) : read;
};

const readUsers = (body: unknown, startAt: number) => {
	const page = readWhole(calls.users, schemas.usersPage, body);
	if (!page.ok) {
		return page;
	}
	const next = page.value.length === 0 ? null : String(startAt + page.value.length);
	return done({ ...readRecords(schemas.jiraUser, page.value), next });
};

const readPermissions = (keys: readonly string[], body: unknown): Outcome<Readonly<Record<string, boolean | null>>> => {
	const read = readWhole(calls.myPermissions, schemas.permissions, body);
	if (!read.ok) {
		return read;
	}
	const held = new Map(Object.entries(read.value.permissions));
	return done(Object.fromEntries(keys.map((key) => [key, held.get(key)?.havePermission ?? null])));
};

const readHolders = (body: unknown): Outcome<Readonly<Record<string, readonly string[]>>> => {
	const read = readWhole(calls.permissionScheme, schemas.permissionScheme, body);
	if (!read.ok) {
		return read;
	}
	const byPermission = Map.groupBy(read.value.permissions, ({ permission }) => permission);
	const holderTypes = [...byPermission].map(([permission, grants]) => {
		return [permission, [...new Set(grants.map(({ holder }) => holder.type))]] as const;
	});
	return done(Object.fromEntries(holderTypes));
};
