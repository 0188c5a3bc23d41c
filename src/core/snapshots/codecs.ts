import type { PartKind } from '#shared/snapshot.ts';
import type { Json } from '#shared/verdict.ts';
import type { Manageable, RoleAssignment, Unreadable } from '../evidence/site-questions.ts';
import { adminFileCodec } from './admin-file-codec.ts';
import { type AnswerRecord, type Identity, isUnreadable, keptFailures, type RecordTypes } from './records.ts';
import { isEmailOrNull, isId, isListOf, isOneOf, isText, isTextOrNull, isTime, isTuple, longest } from './value-checks.ts';

const unreadable: Codec<Unreadable> = {
	write: ({ key, problem }) => ({ key, problem }),
	read: (raw) => {
		if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
		const { key, problem, ...rest } = raw as Readonly<Record<string, unknown>>;
		return Object.keys(rest).length === 0 && (key === null || isId(key)) && isText(problem) ? { key, problem } : null;
	},
};

/** A page may hold records that could not be read when they came: they keep their place. */
const orUnreadable = <T extends object>(codec: Codec<T>): Codec<T | Unreadable> => ({
	write: (value) => (isUnreadable(value) ? unreadable.write(value) : codec.write(value)),
	read: (raw) => (Array.isArray(raw) ? codec.read(raw) : unreadable.read(raw)),
});

const answerOf = <T>(writeValue: (value: T) => Json, readValue: (raw: unknown) => T | null): Codec<AnswerRecord<T>> => ({
	write: ({ accountId, at, answer }) => [accountId, at, answer.ok ? writeValue(answer.value) : answer.failure],
	read: (raw) => {
		if (!isTuple(raw, 3)) return null;
		const [accountId, at, answer] = raw;
		if (!isId(accountId) || !isTime(at)) return null;
		if (isOneOf(keptFailures, answer)) return { accountId, at, answer: { ok: false, failure: answer } };
		const value = readValue(answer);
		return value === null ? null : { accountId, at, answer: { ok: true, value } };
	},
});

const accountTypes = ['atlassian', 'app', 'customer', 'unknown'] as const;
const states = ['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'] as const;
const accountStates = ['active', 'inactive', 'closed', null] as const;
const claims = ['managed', 'unmanaged', null] as const;
const managements = ['invited', 'synced', null] as const;
const isAmong = <T>(values: readonly T[], value: unknown): value is T => (values as readonly unknown[]).includes(value);

const readPermissions = (raw: unknown): Identity['permissions'] | null => {
	if (!Array.isArray(raw) || raw.length > longest.list) return null;
	const held: [string, boolean | null][] = [];
	for (const entry of raw as readonly unknown[]) {
		if (!isTuple(entry, 2)) return null;
		const [key, has] = entry;
		if (!isId(key) || !(has === null || typeof has === 'boolean')) return null;
		held.push([key, has]);
	}
	return Object.fromEntries(held);
};

const readAssignments = (raw: unknown): readonly RoleAssignment[] | null => {
	if (!Array.isArray(raw) || raw.length > longest.list) return null;
	const read: RoleAssignment[] = [];
	for (const entry of raw as readonly unknown[]) {
		if (!isTuple(entry, 4)) return null;
		const [resourceId, directoryId, userDirectoryStatus, roles] = entry;
		if (!isId(resourceId) || !isTextOrNull(directoryId) || !isTextOrNull(userDirectoryStatus) || !isListOf(roles, isId)) return null;
		read.push({ resourceId, directoryId, userDirectoryStatus, roles });
	}
	return read;
};

const writeManageable = (answer: Manageable): Json => {
	switch (answer.kind) {
		case 'refused':
			return ['refused', answer.reason];
		case 'forbidden':
			return ['forbidden', answer.key];
		case 'allowed':
		case 'not-found':
			return [answer.kind];
	}
};

const readManageable = (raw: unknown): Manageable | null => {
	if (isTuple(raw, 1)) return raw[0] === 'allowed' || raw[0] === 'not-found' ? { kind: raw[0] } : null;
	if (!isTuple(raw, 2)) return null;
	const [kind, detail] = raw;
	if (!isText(detail)) return null;
	if (kind === 'refused') return { kind, reason: detail };
	return kind === 'forbidden' ? { kind, key: detail } : null;
};

export const codecs: { readonly [K in PartKind]: Codec<RecordTypes[K]> } = {
	site: {
		write: ({ cloudId, accountId, name, permissions }) => [cloudId, accountId, name, Object.entries(permissions)],
		read: (raw) => {
			if (!isTuple(raw, 4)) return null;
			const [cloudId, accountId, name] = raw;
			const permissions = readPermissions(raw[3]);
			return isId(cloudId) && isId(accountId) && isTextOrNull(name) && permissions !== null
				? { cloudId, accountId, name, permissions }
				: null;
		},
	},
	organisation: {
		write: ({ id, name, jsmResource, isResourceGuessed }) => [id, name, jsmResource, ...(isResourceGuessed ? ['guessed'] : [])],
		read: (raw) => {
			if (!isTuple(raw, 3) && !isTuple(raw, 4)) return null;
			const [id, name, jsmResource, guessed] = raw;
			if (guessed !== undefined && guessed !== 'guessed') return null;
			const isResourceGuessed = guessed === 'guessed';
			return isId(id) && isTextOrNull(name) && isId(jsmResource) ? { id, name, jsmResource, isResourceGuessed } : null;
		},
	},
	directories: {
		write: ({ id, name }) => [id, name],
		read: (raw) => (isTuple(raw, 2) && isId(raw[0]) && isTextOrNull(raw[1]) ? { id: raw[0], name: raw[1] } : null),
	},
	domains: { write: (name) => [name], read: (raw) => (isTuple(raw, 1) && isId(raw[0]) ? raw[0] : null) },
	desks: {
		write: ({ id, projectId, projectKey, projectName }) => [id, projectId, projectKey, projectName],
		read: (raw) => {
			if (!isTuple(raw, 4)) return null;
			const [id, projectId, projectKey, projectName] = raw;
			return isId(id) && isId(projectId) && isId(projectKey) && isText(projectName) ? { id, projectId, projectKey, projectName } : null;
		},
	},
	permission: {
		write: ({ permission, holders }) => [permission, holders],
		read: (raw) => (isTuple(raw, 2) && isId(raw[0]) && isListOf(raw[1], isId) ? { permission: raw[0], holders: raw[1] } : null),
	},
	customers: orUnreadable({
		write: ({ accountId, email, active, displayName }) => [accountId, email, active, displayName],
		read: (raw) => {
			if (!isTuple(raw, 4)) return null;
			const [accountId, email, active, displayName] = raw;
			return isId(accountId) && isEmailOrNull(email) && typeof active === 'boolean' && isTextOrNull(displayName)
				? { accountId, email, active, displayName }
				: null;
		},
	}),
	accounts: orUnreadable({
		write: ({ accountId, accountType, email, active, displayName }) => [accountId, accountType, email, active, displayName],
		read: (raw) => {
			if (!isTuple(raw, 5)) return null;
			const [accountId, accountType, email, active, displayName] = raw;
			return isId(accountId) &&
				isOneOf(accountTypes, accountType) &&
				isEmailOrNull(email) &&
				typeof active === 'boolean' &&
				isTextOrNull(displayName)
				? { accountId, accountType, email, active, displayName }
				: null;
		},
	}),
	directory: orUnreadable({
		// Only an address that was not confirmed is told; snapshots from before that told none.
		write: (user) => [
			user.accountId,
			user.email,
			user.name,
			user.status,
			user.accountStatus,
			user.claimStatus,
			user.managementSource,
			...(user.emailVerified === false ? [false] : []),
		],
		read: (raw) => {
			if (!isTuple(raw, 7) && !isTuple(raw, 8)) return null;
			const [accountId, email, name, status, accountStatus, claimStatus, managementSource, emailVerified] = raw;
			return isId(accountId) &&
				isId(email) &&
				isTextOrNull(name) &&
				isOneOf(states, status) &&
				isAmong(accountStates, accountStatus) &&
				isAmong(claims, claimStatus) &&
				isAmong(managements, managementSource) &&
				(emailVerified === undefined || emailVerified === false)
				? {
						accountId,
						email,
						name,
						status,
						accountStatus,
						claimStatus,
						managementSource,
						...(emailVerified === false ? { emailVerified } : {}),
					}
				: null;
		},
	}),
	roles: orUnreadable({
		write: ({ accountId, email }) => [accountId, email],
		read: (raw) => (isTuple(raw, 2) && isId(raw[0]) && isId(raw[1]) ? { accountId: raw[0], email: raw[1] } : null),
	}),
	'role-assignments': answerOf<readonly RoleAssignment[]>(
		(assignments) =>
			assignments.map(({ resourceId, directoryId, userDirectoryStatus, roles }) => [resourceId, directoryId, userDirectoryStatus, roles]),
		readAssignments,
	),
	manageable: answerOf(writeManageable, readManageable),
	export: adminFileCodec,
};

/** Names are only shown: a very long one is cut. */
const cut = (text: string | null): string | null => (text === null ? null : text.slice(0, longest.text));

const withShortName = <T extends object>(record: T): T => {
	if ('displayName' in record && typeof record.displayName === 'string') return { ...record, displayName: cut(record.displayName) };
	return 'name' in record && typeof record.name === 'string' ? { ...record, name: cut(record.name) } : record;
};

/** A record of a page as it is stored. One that could not be read back is kept as unreadable, in its place. */
export const toStore = <K extends 'accounts' | 'customers' | 'directory' | 'roles'>(kind: K, record: RecordTypes[K]): Json => {
	const { read, write } = codecs[kind];
	const raw = write(withShortName(record));
	if (read(raw) !== null) return raw;
	return unreadable.write({
		key: null,
		problem: isUnreadable(record) ? record.problem.slice(0, 200) : 'an id or address longer than any is',
	});
};

/**
 * Records of a snapshot as they are stored: tuples of plain values. Reading one back trusts nothing: `null` for whatever
 * is not exactly of its kind.
 */
export type Codec<T> = { readonly write: (value: T) => Json; readonly read: (raw: unknown) => T | null };
