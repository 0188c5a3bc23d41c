import {
	type AccessInference,
	type CustomerAccess,
	type DomainApproval,
	domainApprovals,
	type DomainOutcomes,
} from '#shared/customer-access.ts';
import { type FailureCode, failureCodes } from '#shared/outcome.ts';
import { partStates, type SnapshotPart } from '#shared/snapshot.ts';
import { readPartName } from './parts.ts';
import type { SnapshotHeader } from './snapshot-store.ts';
import { isId, isListOf, isOneOf, isText, isTime, longest, printable } from './value-checks.ts';

/** Twelve hexadecimal digits: long enough to be nobody else's, short enough to be typed. */
export const isSnapshotId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{12}$/.test(value);

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isSwitch = (value: unknown): value is boolean | null => value === null || typeof value === 'boolean';
const isDomains = (value: unknown): value is readonly string[] | null => value === null || isListOf(value, isId);
const origins = ['declared', 'read', 'inferred', 'unknown'] as const;

const fieldsOf = (raw: unknown): Readonly<Record<string, unknown>> | null =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Readonly<Record<string, unknown>>) : null;

/** Domains of an inference that a header holds: those with most addresses. What is left out is unknown. */
const mostInferred = 200;

/** Customer access as a header holds it. */
export const accessRecord = (access: CustomerAccess): CustomerAccess => {
	if (access.inferred === undefined) return access;
	const { pattern, domains, at } = access.inferred;
	const most = domains.slice(0, mostInferred).map(({ domain, refused, letIn }) => ({ domain, refused, letIn }));
	return { ...access, inferred: { pattern, domains: most, at } };
};

const patterns = ['closed', 'by-domain', 'external-only'] as const;

const isOutcomes = (raw: unknown): raw is DomainOutcomes => {
	const fields = fieldsOf(raw);
	return fields !== null && isId(fields['domain']) && isCount(fields['refused']) && isCount(fields['letIn']);
};

/** `undefined` where there is none, `null` where it cannot be one. */
const readInference = (raw: unknown): AccessInference | undefined | null => {
	if (raw === undefined) return undefined;
	const fields = fieldsOf(raw);
	if (fields === null) return null;
	const { pattern, domains, at } = fields;
	if (!isOneOf(patterns, pattern) || !isListOf(domains, isOutcomes) || domains.length > mostInferred || !isTime(at)) return null;
	return { pattern, domains: domains.map(({ domain, refused, letIn }) => ({ domain, refused, letIn })), at };
};

const isApproval = (entry: [string, unknown]): entry is [string, DomainApproval] => isId(entry[0]) && isOneOf(domainApprovals, entry[1]);

/** As `readInference`. */
const readApprovals = (raw: unknown): CustomerAccess['approvals'] | null => {
	if (raw === undefined) return undefined;
	const entries = Object.entries(fieldsOf(raw) ?? { '': null });
	return entries.length <= longest.list && entries.every(isApproval) ? Object.fromEntries(entries) : null;
};

export const readAccessRecord = (raw: unknown): CustomerAccess | null => {
	const fields = fieldsOf(raw);
	if (fields === null) return null;
	const inferred = readInference(fields['inferred']);
	const approvals = readApprovals(fields['approvals']);
	if (inferred === null || approvals === null) return null;
	const { internal, approvedDomains, external, allowedDomains, origin, at } = fields;
	if (!isSwitch(internal) || !isDomains(approvedDomains) || !isSwitch(external) || !isDomains(allowedDomains)) return null;
	if (!isOneOf(origins, origin) || (at !== null && !isTime(at))) return null;
	const known = { internal, approvedDomains, external, allowedDomains, origin, at };
	return { ...known, ...(approvals === undefined ? {} : { approvals }), ...(inferred === undefined ? {} : { inferred }) };
};

/** An address without anything behind its host, as `readSiteAddress` gives it. */
const isOrigin = (value: unknown): value is string =>
	isId(value) && /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;

export const readHeader = (raw: Readonly<Record<string, unknown>>): SnapshotHeader | null => {
	const { id, siteName, siteUrl, siteAdminUrl, takenAt } = raw;
	const access = readAccessRecord(raw['access']);
	return isSnapshotId(id) && isId(siteName) && isOrigin(siteUrl) && isOrigin(siteAdminUrl) && isTime(takenAt) && access !== null
		? { id, site: { name: siteName, url: siteUrl, adminUrl: siteAdminUrl }, takenAt, access }
		: null;
};

const isWhy = (value: unknown): value is FailureCode | 'no-org-key' | null =>
	value === null || value === 'no-org-key' || isOneOf(failureCodes, value);
const isTimeOrNull = (value: unknown): value is string | null => value === null || isTime(value);
export const readPart = (raw: Readonly<Record<string, unknown>>): SnapshotPart | null => {
	const { name, state, why, source, from, until, records } = raw;
	const read = typeof name === 'string' && isId(name) ? readPartName(name) : null;
	if (read === null || typeof name !== 'string') return null;
	return isOneOf(partStates, state) &&
		isWhy(why) &&
		isText(source) &&
		printable(source) &&
		isTimeOrNull(from) &&
		isTimeOrNull(until) &&
		(from === null) === (until === null) &&
		isCount(records)
		? { name, ...read, state, why, source, from, until, records }
		: null;
};
