import type { z } from 'zod';
import type { ReadPage, SiteQuestions } from '#core/evidence/site-questions.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { answered } from './answered.ts';
import { type Call, calls } from './calls.ts';
import { unexpected } from './failures.ts';
import type { Http } from './http.ts';
import { readRecords, readWhole } from './records.ts';
import * as schemas from './schemas.ts';

type JiraQuestions = Pick<SiteQuestions, 'tenant' | 'myself' | 'myPermissions' | 'desks' | 'permissionHolders' | 'deskCustomers' | 'users'>;

const desksPerPage = 100;

/** What is asked on the site's own host: Jira platform and Jira Service Management. */
export function jiraQuestions(http: Http): JiraQuestions {
	return {
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
	};
}

/** The next page begins behind what came, not behind what was asked for: the server may lower the limit. */
function readPage<T>(call: Call, record: z.ZodType<T>, body: unknown, start: number): Outcome<ReadPage<T>> {
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
}

function readUsers(body: unknown, startAt: number) {
	const page = readWhole(calls.users, schemas.usersPage, body);
	if (!page.ok) {
		return page;
	}
	const next = page.value.length === 0 ? null : String(startAt + page.value.length);
	return done({ ...readRecords(schemas.jiraUser, page.value), next });
}

function readPermissions(keys: readonly string[], body: unknown): Outcome<Readonly<Record<string, boolean | null>>> {
	const read = readWhole(calls.myPermissions, schemas.permissions, body);
	if (!read.ok) {
		return read;
	}
	const held = new Map(Object.entries(read.value.permissions));
	return done(Object.fromEntries(keys.map((key) => [key, held.get(key)?.havePermission ?? null])));
}

function readHolders(body: unknown): Outcome<Readonly<Record<string, readonly string[]>>> {
	const read = readWhole(calls.permissionScheme, schemas.permissionScheme, body);
	if (!read.ok) {
		return read;
	}
	const byPermission = Map.groupBy(read.value.permissions, ({ permission }) => permission);
	const holderTypes = [...byPermission].map(([permission, grants]) => {
		return [permission, [...new Set(grants.map(({ holder }) => holder.type))]] as const;
	});
	return done(Object.fromEntries(holderTypes));
}
