import { type Failure, type FailureCode, type FailureDetails, failed } from '#shared/outcome.ts';
import { scopesOf } from '#shared/scopes.ts';
import { type Call, calls, isRepeatable, nameOf } from './calls.ts';
import type { Sent } from './send.ts';

type Arrived = Extract<Sent, { readonly kind: 'answer' }>;
type Refusal = { readonly ok: false; readonly failure: Failure };

/** A scope by name, in either of its forms: `manage:servicedesk-customer`, `read:user:jira`. */
const scopeName = /\b(?:read|write|manage|delete):[a-z][a-z.-]*[a-z](?::[a-z][a-z-]*[a-z])?\b/;

/**
 * A token or key with scopes, on a call that none of them covers. The gateway: 401 "Unauthorized; scope does not match". The
 * Organizations API: `ADMIN-401-2`. The user management API: 403 naming the scope. Source: atlassian-api.md 3, 13.10, 14.4.
 */
export const isScopeMissing = ({ status, text }: Pick<Arrived, 'status' | 'text'>): boolean => {
	if (status !== 401 && status !== 403) return false;
	const said = text.slice(0, 4000);
	return (
		/\bscopes? (?:does|do) not match|insufficient[_ ]scope/i.test(said) || errorCodes(text).includes('ADMIN-401-2') || scopeName.test(said)
	);
};

/** What the call needs, from our table; what the answer names goes before it. */
export const scopeMissing = (call: Call, { status, text }: Pick<Arrived, 'status' | 'text'>): Refusal => {
	const needed = scopesOf(nameOf(call));
	const named = scopeName.exec(text.slice(0, 4000))?.[0];
	return failed('scope-missing', {
		call: nameOf(call),
		status,
		which: call.api === 'admin' ? 'orgApiKey' : 'apiToken',
		scopes: named === undefined ? (needed?.classic ?? []) : [named],
		granular: named === undefined ? (needed?.granular ?? []) : [],
		...(needed === null ? {} : { use: needed.use }),
	});
};

export const unexpected = (call: Call, problem: string): Refusal => failed('unexpected-answer', { call: nameOf(call), problem });

/**
 * The failure of a request that is not worth repeating. Details hold the call's template, never its values:
 * those are people's ids and addresses.
 */
export const failureOf = (call: Call, sent: Sent): Refusal => {
	const details = { call: nameOf(call) };
	switch (sent.kind) {
		case 'cancelled':
			return failed('cancelled', details);
		case 'timeout':
			return failed('timed-out', details);
		case 'network':
			return networkFailure(sent, details);
		case 'too-large':
			return unexpected(call, 'larger than 64 MB');
		case 'answer':
			return isScopeMissing(sent) ? scopeMissing(call, sent) : refusalOf(call, sent.status, sent.headers, sent.text);
	}
};

const ofProxy: Readonly<Record<string, FailureCode>> = {
	PROXY_LOGIN: 'proxy-login-needed',
	PROXY_KIND: 'proxy-kind',
	PROXY_REFUSED: 'proxy-refuses',
	PROXY_UNREACHABLE: 'proxy-unreachable',
	CERTIFICATE_FILE: 'certificate-file-unusable',
	PRIVATE_ADDRESS: 'private-address',
};

/** Nobody was reached, and why: a proxy, a certificate, or no net at all. */
export const networkFailure = (
	{ reason, issuer }: Pick<Extract<Sent, { readonly kind: 'network' }>, 'reason' | 'issuer'>,
	details: FailureDetails,
): Refusal => {
	const told = { ...details, reason, ...(issuer === undefined ? {} : { issuer }) };
	const proxy = ofProxy[reason];
	if (proxy !== undefined) return failed(proxy, told);
	if (/CERT|SIGNATURE|ALTNAME/.test(reason)) return failed('certificate-untrusted', told);
	return failed(/^(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN)$/.test(reason) ? 'offline' : 'unreachable', told);
};

/**
 * A page of the company's filter, or of a network that wants a log-in first. Atlassian's own pages say whose they are, and what
 * the site is too busy for is told by its status.
 */
export const isOfFilter = ({ status, headers, text }: Pick<Arrived, 'status' | 'headers' | 'text'>): boolean =>
	(status < 300 || status === 403 || status === 451) &&
	/\bhtml\b/i.test(headers.get('content-type') ?? '') &&
	!headers.has('atl-traceid') &&
	!headers.has('x-arequestid') &&
	!/atlassian|jira/i.test(text.slice(0, 4000));

/** An IP allow-list of the site or the organisation. Source: atlassian-api.md 13.11. */
const isIpRefused = (status: number, text: string): boolean =>
	(status === 401 || status === 403) &&
	/\bip address\b.{0,80}\b(?:rejected|not (?:on|in) the allow|allow-?list)|\bip allow-?list/is.test(text.slice(0, 4000));

/** What a page or an answer says of the whole site, under whatever status: only where it names the site. */
const siteWideIn = (call: Call, text: string): 'site-suspended' | 'site-unavailable' | null => {
	if (call.api === 'admin') return null;
	const said = text.slice(0, 4000);
	if (/\b(?:site|instance|subscription)\b[^.<>]{0,60}\b(?:suspended|deactivated|been disabled|expired)\b/i.test(said)) {
		return 'site-suspended';
	}
	return /\b(?:site|instance)\b[^.<>]{0,60}\b(?:temporarily unavailable|currently unavailable|(?:under|down for) maintenance)\b/i.test(said)
		? 'site-unavailable'
		: null;
};

/** What the organisation lacks for a role or an invitation. Source: Organizations API, errors of `roles/assign` and `users/invite`. */
const missingFor = (call: Call, status: number, codes: readonly string[]): 'seat-limit' | 'no-subscription' | null => {
	if (call.api !== 'admin' || isRepeatable(call)) return null;
	if (status === 402) return 'no-subscription';
	return status === 409 && codes.some((code) => code.endsWith('-409-3')) ? 'seat-limit' : null;
};

/** The site makes no accounts by itself: `cv.signup.error.not.allowed`, "Signup is not currently available". Source: atlassian-api.md 13.12. */
const isSignUpRefused = (text: string): boolean =>
	/sign-?up is not (?:currently )?available|signup\.error\.not\.allowed/i.test(text.slice(0, 4000));

const refusalOf = (call: Call, status: number, headers: Headers, text: string): Refusal => {
	const codes = errorCodes(text);
	const first = codes[0];
	const details: FailureDetails = { call: nameOf(call), status, ...(first === undefined ? {} : { errorCode: first }) };
	if (call.api !== 'admin' && loginReasons(headers).includes('AUTHENTICATION_DENIED')) {
		return failed('token-rejected', { ...details, captcha: true });
	}
	if (isOfFilter({ status, headers, text })) {
		return failed('blocked-by-filter', details);
	}
	if (isIpRefused(status, text)) {
		return failed('ip-not-allowed', details);
	}
	const siteWide = siteWideIn(call, text);
	if (siteWide !== null && status >= 400) {
		return failed(siteWide, details);
	}
	if (status === 401) {
		return failed(call.api === 'admin' ? 'org-key-rejected' : 'token-rejected', details);
	}
	if (status === 403) {
		return failed('caller-lacks-rights', details);
	}
	if (status >= 300 && status < 400) {
		return failed('unexpected-answer', { ...details, problem: 'redirects elsewhere' });
	}
	const missing = missingFor(call, status, codes);
	if (missing !== null) {
		return failed(missing, details);
	}
	if (call === calls.createCustomer && status === 400 && isSignUpRefused(text)) {
		return failed('sign-up-not-allowed', details);
	}
	return failed(status >= 500 ? 'site-error' : 'call-refused', details);
};

/**
 * Jira treats a rejected token as nobody where nobody may ask too, and answers 200 with what nobody can see.
 * Only this header tells; taken for an answer it would make wrong verdicts.
 */
export const isAnsweredAsNobody = (call: Call, headers: Headers): boolean => {
	const reasons = call.api === 'admin' ? [] : loginReasons(headers);
	return reasons.includes('AUTHENTICATED_FAILED') && !reasons.includes('OK');
};

const loginReasons = (headers: Headers): readonly string[] =>
	(headers.get('x-seraph-loginreason') ?? '').split(',').map((reason) => reason.trim().toUpperCase());

/** `errors[].code` of the admin API. Anything that does not look like an identifier could quote the request. */
const errorCodes = (text: string): readonly string[] => {
	const body = parseJson(text);
	const errors = isRecord(body?.value) && Array.isArray(body.value['errors']) ? body.value['errors'] : [];
	return errors
		.map((error: unknown) => (isRecord(error) ? error['code'] : undefined))
		.filter((code) => typeof code === 'string')
		.filter((code) => /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+){1,4}$/.test(code) && code.length <= 40);
};

/** What an error calls itself: `errors[].code`, else the user management API's `key` or JSM's `i18nKey`. */
export const errorCodeIn = (text: string): string | null => {
	const body = parseJson(text)?.value;
	const fields = isRecord(body) ? body : {};
	const i18n = isRecord(fields['i18nErrorMessage']) ? fields['i18nErrorMessage']['i18nKey'] : undefined;
	const keys = [fields['key'], i18n].filter((key) => typeof key === 'string');
	return errorCodes(text)[0] ?? keys.find((key) => /^[a-z][\w-]*(?:\.[\w-]+)*$/i.test(key) && key.length <= 80) ?? null;
};

/** `null` where the text is no JSON; wrapped, because `null` is JSON too. */
export const parseJson = (text: string): { readonly value: unknown } | null => {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return null;
	}
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
