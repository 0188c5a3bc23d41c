import type { Outcome } from '#shared/outcome.ts';
import type { Answered, DeskCustomer, JiraUser, Page, ReadPage } from './site-questions.ts';

type Answer<T> = Promise<Outcome<Answered<T>>>;

/** An app that people of an approved domain get access to. */
export interface ApprovedProduct {
	/** The ARI of the resource. */
	readonly resource: string;
	/** The ARI of the role they get; `null` where the answer leaves it out. */
	readonly role: string | null;
	/** An administrator has to agree first. */
	readonly needsApproval: boolean;
}

/**
 * Reads that not every site answers, or that are asked only where the others leave something open. All are safe to repeat.
 * A snapshot does not hold their answers.
 */
export interface RareQuestions {
	/** `GET /rest/servicedeskapi/organization/{id}/user`: members of a customer organisation; `cursor` is the start index as text. */
	organisationMembers(customerOrganisationId: string, cursor: string | null): Answer<ReadPage<DeskCustomer>>;
	/**
	 * `GET /rest/api/3/search/jql` with `reporter = "<address>"`: who reported the newest request found; `null` where none was.
	 * An address that the site cannot resolve is `call-refused` (400).
	 */
	reporter(email: string): Answer<JiraUser | null>;
	/** `GET /admin/v2/orgs/{orgId}/app-access-settings/domains`: withdrawn, but it may still answer. Lower-case; `anyone`: any domain. */
	approvedDomains(orgId: string, cursor: string | null): Answer<Page<{ readonly domain: string; readonly enabled: boolean }>>;
	/** `GET …/domains/{domain}`: what people of the domain get access to. */
	approvedDomainProducts(orgId: string, domain: string): Answer<readonly ApprovedProduct[]>;
}
