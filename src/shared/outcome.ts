/** An expected result that can fail: plain data, so it crosses every process border unchanged. Exceptions are bugs. */
export type Outcome<T, F = Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** Ids, numbers and names only; never a token or a response body. */
export type FailureDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Failure {
	readonly code: FailureCode;
	readonly details: FailureDetails;
}

/** Stable: stored, logged and used to choose the sentence a person reads. */
export const failureCodes = [
	// lists
	'list-not-found',
	'list-empty',
	'nobody-noteworthy',
	'list-binary',
	'list-header-only',
	'list-without-addresses',
	'list-too-large',
	'list-too-many-rows',
	'list-too-many-columns',
	'list-cell-too-large',
	'list-unreadable',
	'list-encrypted',
	'list-damaged',
	'list-uncalculated',
	'list-too-slow',
	'sheet-not-found',
	'line-not-found',
	'address-invalid',
	'row-in-plan',
	'column-not-found',
	// sites and tokens
	'site-address-invalid',
	'site-loopback-refused',
	'site-not-found',
	'site-name-taken',
	'client-not-found',
	'day-in-future',
	'site-read-only',
	'site-address-only',
	'token-missing',
	'sign-in-needed',
	'sign-in-unfinished',
	'sign-in-other-site',
	'oauth-app-rejected',
	'callback-port-taken',
	'token-rejected',
	'org-key-rejected',
	'scope-missing',
	'org-not-found',
	'org-ambiguous',
	'site-not-in-organisation',
	'not-an-atlassian-site',
	'caller-lacks-rights',
	'ip-not-allowed',
	'desk-not-found',
	'desk-ambiguous',
	'access-invalid',
	// calls
	'unreachable',
	'offline',
	'proxy-unreachable',
	'proxy-refuses',
	'proxy-login-needed',
	'proxy-address-invalid',
	'certificate-untrusted',
	'certificate-file-unusable',
	'private-address',
	'proxy-kind',
	'blocked-by-filter',
	'timed-out',
	'rate-limited',
	'site-asks-to-wait',
	'site-error',
	'site-suspended',
	'site-unavailable',
	'call-refused',
	'unexpected-answer',
	'cancelled',
	// storage
	'store-newer',
	'store-damaged',
	'store-migration-failed',
	'store-busy',
	'store-full',
	'store-unavailable',
	'run-not-found',
	'run-finished',
	'run-busy',
	// snapshots
	'snapshot-not-found',
	'snapshot-exists',
	'snapshot-busy',
	'snapshot-incomplete',
	'snapshot-tampered',
	'snapshot-other-site',
	'snapshot-unusable',
	'not-in-snapshot',
	// admin files
	'export-unusable',
	'export-kind-unknown',
	'export-columns-unmapped',
	'export-values-unmapped',
	'export-not-open',
	// plans and changes
	'plan-not-found',
	'plan-empty',
	'plan-finished',
	'plan-busy',
	'site-busy',
	'demo-open',
	'confirmation-missing',
	'confirmation-void',
	'account-exists',
	'sign-up-not-allowed',
	'seat-limit',
	'no-subscription',
	'account-changed',
	'already-invited',
	'mail-budget-spent',
	'caller-changed',
	'site-changed',
	'unsettled',
	'directory-ambiguous',
	'desk-permission-missing',
	'service-management-offline',
	'organisation-not-found',
	'audit-damaged',
	'audit-agrees',
	'write-failed',
	// reports
	'logo-unusable',
	'file-unreadable',
	'print-failed',
	'link-not-opened',
	'wrong-use',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export type Failed = Extract<Outcome<never>, { ok: false }>;

export const failed = (code: FailureCode, details: FailureDetails = {}): Failed => ({
	ok: false,
	failure: { code, details },
});

/** Goes on with what there is, or passes on why there is none. */
export const andThen = async <T, U>(
	outcome: Outcome<T> | Promise<Outcome<T>>,
	next: (value: T) => Outcome<U> | Promise<Outcome<U>>,
): Promise<Outcome<U>> => {
	const settled = await outcome;
	return settled.ok ? next(settled.value) : settled;
};
