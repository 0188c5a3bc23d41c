import type { ApprovedProduct, RareQuestions } from '#core/evidence/rare-questions.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { answered } from './answered.ts';
import { calls } from './calls.ts';
import type { Http } from './http.ts';
import { readCustomers } from './jira-questions.ts';
import { nextCursor, readEach, readWhole } from './records.ts';
import * as schemas from './schemas.ts';

const membersPerPage = 50;
const domainsPerPage = 100;

/** In JQL a text stands in quotes; what would end it is refused by the address check long before, and escaped all the same. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** What only some sites answer, or only some runs need. */
export const rareQuestions = (http: Http): RareQuestions => ({
	organisationMembers: (organizationId, cursor) => {
		const call = calls.organisationMembers;
		const start = Number(cursor ?? 0);
		const query = { start: String(start), limit: String(membersPerPage) };
		return answered(http, { call, path: { organizationId }, query }, ({ body }) => readCustomers(call, body, start));
	},
	reporter: (email) => {
		const query = { jql: `reporter = ${quoted(email)} ORDER BY created DESC`, maxResults: '1', fields: 'reporter' };
		return answered(http, { call: calls.issueSearch, query }, ({ body }) => readReporter(body));
	},
	approvedDomains: (orgId, cursor) => {
		const query = { cursor: cursor ?? undefined, limit: String(domainsPerPage) };
		return answered(http, { call: calls.approvedDomains, path: { orgId }, query }, ({ body }) => readDomains(body, cursor));
	},
	approvedDomainProducts: (orgId, domain) =>
		answered(http, { call: calls.approvedDomain, path: { orgId, domain } }, ({ body }) => readProducts(body)),
});

const readReporter = (body: unknown) => {
	const read = readWhole(calls.issueSearch, schemas.issuesWithReporter, body);
	return read.ok ? done(read.value.issues[0]?.fields.reporter ?? null) : read;
};

const readDomains = (body: unknown, cursor: string | null) => {
	const page = readWhole(calls.approvedDomains, schemas.adminPage, body);
	if (!page.ok) {
		return page;
	}
	const items = readEach(calls.approvedDomains, schemas.approvedDomain, page.value.data);
	if (!items.ok) {
		return items;
	}
	const next = nextCursor(calls.approvedDomains, page.value.links?.next, cursor);
	return next.ok ? done({ items: items.value, next: next.value }) : next;
};

const readProducts = (body: unknown): Outcome<readonly ApprovedProduct[]> => {
	const read = readWhole(calls.approvedDomain, schemas.approvedDomainDetail, body);
	if (!read.ok) return read;
	return done(
		read.value.products.map(({ productId, role, adminApprovalRequired }) => ({
			resource: productId,
			role: role ?? null,
			needsApproval: adminApprovalRequired === true,
		})),
	);
};
