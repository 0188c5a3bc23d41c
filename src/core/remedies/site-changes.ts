import type { Failure, FailureCode, FailureDetails, Outcome } from '#shared/outcome.ts';
import type { Json } from '#shared/verdict.ts';

/**
 * Called when a change is about to leave, after every wait: stores the intent. Where it fails, nothing is sent. It gets
 * the call and its parameters as they will be sent, without tokens.
 */
export type Depart = (asked: Json) => Outcome<null>;

/**
 * What became of one change.
 * `done` – the site says so. `refused` – it answered and changed nothing; `said` are its own words (at most 500
 * characters, null where it said nothing). `limited` – 429, nothing changed; the gate keeps the pause. `unknown` – sent,
 * and what came back does not tell. `unsent` – it never left: cancelled, or the intent could not be stored.
 */
export type ChangeAnswer<T = null> =
	| { readonly kind: 'done'; readonly value: T; readonly status: number }
	| {
			readonly kind: 'refused';
			readonly code: FailureCode;
			readonly status: number;
			readonly errorCode: string | null;
			readonly said: string | null;
			/** Which scopes would let it through, where that is why. */
			readonly lacks?: FailureDetails;
	  }
	| { readonly kind: 'limited' }
	| { readonly kind: 'unknown'; readonly code: FailureCode; readonly status: number | null }
	| { readonly kind: 'unsent'; readonly failure: Failure };

type Answer<T = null> = Promise<ChangeAnswer<T>>;

/**
 * Every change the product can make. Each is sent at most once: repeating is decided by whoever reads in between. A change
 * that has left is never aborted: its answer is what tells what became of it.
 */
export interface SiteChanges {
	/**
	 * Whether the token may make accounts at all, found out with a request that names nobody and so makes none. Fails as that
	 * request does, e.g. with `scope-missing`; a token without scopes is not asked.
	 */
	mayCreate(): Promise<Outcome<null>>;
	/** `POST /rest/servicedeskapi/customer?strictConflictStatusCode=true`; refused with 409 where the address has an account. */
	createCustomer(
		customer: { readonly email: string; readonly displayName: string },
		depart: Depart,
	): Answer<{ readonly accountId: string }>;
	/**
	 * `POST /rest/servicedeskapi/servicedesk/{id}/customer/invite?strictConflictStatusCode=true`: makes the account and sends an
	 * e-mail; refused with 409 where the address has an account.
	 */
	inviteCustomer(
		deskId: string,
		customer: { readonly email: string; readonly displayName: string },
		depart: Depart,
	): Answer<{ readonly accountId: string }>;
	/** `POST /rest/servicedeskapi/servicedesk/{id}/customer` with one account. */
	addToDesk(deskId: string, accountId: string, depart: Depart): Answer;
	/** `POST /rest/servicedeskapi/organization/{id}/user` with one account. */
	addToOrganisation(customerOrganisationId: string, accountId: string, depart: Depart): Answer;
	/** `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore`. Former roles come back. */
	restore(orgId: string, directoryId: string, accountId: string, depart: Depart): Answer;
	/** `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`. Roles and groups are lost. */
	remove(orgId: string, directoryId: string, accountId: string, depart: Depart): Answer;
	/** `POST /admin/v1/orgs/{orgId}/users/{accountId}/roles/assign` with `atlassian/customer`. */
	assignCustomerRole(orgId: string, accountId: string, resource: string, depart: Depart): Answer;
	/** `POST /admin/v2/orgs/{orgId}/users/invite` for one address with `atlassian/customer`, without a mail. */
	invite(orgId: string, email: string, resource: string, depart: Depart): Answer;
	/** `POST /users/{accountId}/manage/lifecycle/enable`. */
	enable(accountId: string, depart: Depart): Answer;
}
