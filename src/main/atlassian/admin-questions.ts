import type { z } from 'zod';
import type { Manageable, Page, SiteQuestions } from '#core/evidence/site-questions.ts';
import type { DirectoryListing } from '#core/snapshots/pull-context.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { answered } from './answered.ts';
import { type Call, calls } from './calls.ts';
import { directoryUser } from './directory-user.ts';
import type { Http, RawAnswer } from './http.ts';
import type { JiraQuestions } from './jira-questions.ts';
import { nextCursor, readEach, readRecords, readWhole } from './records.ts';
import * as schemas from './schemas.ts';

type AdminQuestions = Omit<SiteQuestions, keyof JiraQuestions>;

/** The most that the specification allows. */
const addressesPerSearch = 100;
const directoriesPerPage = 100;
const usersPerPage = 100;
const assignmentsPerPage = 100;
const workspacesPerPage = 1_000;

/** What is asked of the organisation: Organizations API and user management API, both with its key. */
export const adminQuestions = (http: Http): AdminQuestions => ({
	organisations: (cursor) =>
		answered(http, { call: calls.organisations, query: cursorQuery(cursor) }, ({ body }) =>
			readPage(calls.organisations, schemas.organisation, body, cursor),
		),
	directories: (orgId, cursor) =>
		answered(http, { call: calls.directories, path: { orgId }, query: cursorQuery(cursor) }, ({ body }) =>
			readPage(calls.directories, schemas.directory, body, cursor),
		),
	directoriesOf: (orgId, accountId) =>
		answered(http, { call: calls.directories, path: { orgId }, query: { accountId, limit: String(directoriesPerPage) } }, ({ body }) =>
			readPage(calls.directories, schemas.directory, body, null),
		),
	// With a cursor no other property may be present. Source: `SearchWorkspacesRequestV2`.
	workspaces: (orgId, cursor) =>
		answered(
			http,
			{ call: calls.workspaces, path: { orgId }, body: cursor === null ? { limit: workspacesPerPage } : { cursor } },
			({ body }) => readPage(calls.workspaces, schemas.workspace, body, cursor),
		),
	verifiedDomains: (orgId, cursor) =>
		answered(http, { call: calls.domains, path: { orgId }, query: cursorQuery(cursor) }, ({ body }) => readDomains(body, cursor)),
	directoryUsers: (orgId, search) => {
		if (search.emails.length === 0 || search.emails.length > addressesPerSearch) {
			throw new RangeError(`a search takes 1 to ${addressesPerSearch} addresses, not ${search.emails.length}`);
		}
		const { cursor, ...filters } = search;
		const body = { ...filters, limit: usersPerPage, ...cursorBody(cursor) };
		return answered(http, { call: calls.directoryUsers, path: { orgId }, body }, (answer) => readUsers(answer.body, cursor));
	},
	roleAssignments: (orgId, accountId, cursor) =>
		answered(
			http,
			{
				call: calls.roleAssignments,
				path: { orgId, accountId },
				query: { limit: String(assignmentsPerPage), ...cursorQuery(cursor) },
			},
			({ body }) => readPage(calls.roleAssignments, schemas.roleAssignment, body, cursor),
		),
	manageable: (accountId) =>
		answered(
			http,
			{
				call: calls.manage,
				path: { accountId },
				query: { privileges: 'lifecycle.enablement' },
				alsoAnswers: [403, 404],
			},
			readManageable,
		),
});

/** The same search without addresses goes through everybody, in the order the site chooses. Only a snapshot asks it. */
export const directoryListing = (http: Http): DirectoryListing => ({
	everybody: (orgId, { cursor, ...filters }) => {
		const body = { ...filters, limit: usersPerPage, ...cursorBody(cursor) };
		return answered(http, { call: calls.directoryUsers, path: { orgId }, body }, (answer) => readUsers(answer.body, cursor));
	},
});

const cursorQuery = (cursor: string | null) => ({ cursor: cursor ?? undefined });
const cursorBody = (cursor: string | null) => (cursor === null ? {} : { cursor });

const readPage = <T>(call: Call, record: z.ZodType<T>, body: unknown, cursor: string | null): Outcome<Page<T>> => {
	const envelope = readEnvelope(call, body, cursor);
	if (!envelope.ok) {
		return envelope;
	}
	const items = readEach(call, record, envelope.value.data);
	return items.ok ? done({ items: items.value, next: envelope.value.next }) : items;
};

const readUsers = (body: unknown, cursor: string | null) => {
	const envelope = readEnvelope(calls.directoryUsers, body, cursor);
	if (!envelope.ok) {
		return envelope;
	}
	return done({ ...readRecords(directoryUser, envelope.value.data), next: envelope.value.next });
};

/** Claims that are not verified any more are left out: such a domain is not ours. */
const readDomains = (body: unknown, cursor: string | null): Outcome<Page<string>> => {
	const page = readPage(calls.domains, schemas.domain, body, cursor);
	if (!page.ok) {
		return page;
	}
	const names = page.value.items.filter(({ verified }) => verified).map(({ name }) => name);
	return done({ items: names, next: page.value.next });
};

const readEnvelope = (call: Call, body: unknown, cursor: string | null) => {
	const page = readWhole(call, schemas.adminPage, body);
	if (!page.ok) {
		return page;
	}
	const next = nextCursor(call, page.value.links?.next, cursor);
	return next.ok ? done({ data: page.value.data, next: next.value }) : next;
};

/**
 * A 403 says something about the account, so its key is insisted on: a proxy's 403 must
 * not. Source: user management API, errors of `GET /users/{account_id}/manage`.
 */
const readManageable = ({ status, body }: RawAnswer): Outcome<Manageable> => {
	if (status === 404) {
		const read = readWhole(calls.manage, schemas.anyObject, body);
		return read.ok ? done({ kind: 'not-found' }) : read;
	}
	if (status === 403) {
		const read = readWhole(calls.manage, schemas.forbidden, body);
		return read.ok ? done({ kind: 'forbidden', key: read.value.key }) : read;
	}
	const read = readWhole(calls.manage, schemas.enablement, body);
	if (!read.ok) {
		return read;
	}
	const { allowed, reason } = read.value['lifecycle.enablement'];
	return done(allowed ? { kind: 'allowed' } : { kind: 'refused', reason: reason?.key ?? 'unknown' });
};
