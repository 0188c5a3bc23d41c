import { done, type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotPart } from '#shared/snapshot.ts';
import type { Answered, ReadPage, SiteQuestions, Unreadable } from '../evidence/site-questions.ts';
import type { Turns } from '../ports.ts';
import type { PartName } from './parts.ts';
import { type AnswerRecord, type KeptFailure, sortOut } from './records.ts';
import type { Snapshot } from './snapshot.ts';
import { searchDirectory, searchHolders, searchCustomers } from './snapshot-search.ts';

/** A file has no reason to page by fifty: a page is as long as one turn takes. */
const recordsPerPage = 5000;

type Answer<T> = Promise<Outcome<Answered<T>>>;

/** How an answer names what it came from, so that no evidence passes for one of the site. */
export const originOf = ({ id }: Pick<Snapshot, 'id'>): string => `snapshot ${id}`;

const keptFailure = (failure: KeptFailure, source: string): { readonly ok: false; readonly failure: Failure } =>
	failed(failure === 'missing-scope' ? 'scope-missing' : failure, { source });

/** Refusals of a permission scheme that a live diagnosis bears: the same code leads it the same way. */
const borne: ReadonlySet<string> = new Set<FailureCode>([
	'caller-lacks-rights',
	'call-refused',
	'unexpected-answer',
	'site-error',
	'scope-missing',
]);

/**
 * The port of a live diagnosis over a snapshot: the same questions and the same answers, so that the one pipeline comes to
 * the same verdicts. What the snapshot does not hold fails with `not-in-snapshot`, or comes as `lacking` among what it does
 * hold: to the pipeline that is a question nobody asked, never a "no". Nothing is sent, and nothing is waited for.
 *
 * A new question of the port begins as `async () => lacks('its name')`, until a part of the snapshot answers it.
 */
export const snapshotQuestions = (snapshot: Snapshot, turns: Turns): SiteQuestions => {
	const sourceOf = (part: Pick<SnapshotPart, 'source'>): string => `${part.source} (${originOf(snapshot)})`;
	const partOf = (name: PartName): Pick<SnapshotPart, 'name' | 'state' | 'why' | 'source' | 'until'> =>
		snapshot.parts.get(name) ?? { name, state: 'unfinished', why: null, source: name, until: null };
	type Part = ReturnType<typeof partOf>;

	const lacks = (what: string) =>
		failed('not-in-snapshot', { part: what, source: sourceOf({ source: snapshot.parts.get(what)?.source ?? what }) });
	const says = <T>(part: Part, value: T, at = part.until): Outcome<Answered<T>> =>
		done({ value, source: sourceOf(part), at: at ?? snapshot.takenAt });

	const answer = async <T>(name: PartName, give: (part: Part) => Outcome<Answered<T>>): Answer<T> => {
		if (turns.isDue()) await turns.give();
		return give(partOf(name));
	};
	/** What is read in one go is there as a whole or not at all. */
	const whole = <T>(name: PartName, value: T | null): Answer<T> =>
		answer(name, (part) => (part.state === 'complete' && value !== null ? says(part, value) : lacks(name)));

	/** A listing as it was read, garbled records in their places. It breaks off where the pull did. */
	const listing = <T extends object>(name: PartName, records: readonly (T | Unreadable)[], start: number): Answer<ReadPage<T>> =>
		answer(name, (part) => {
			const page = records.slice(start, start + recordsPerPage);
			if (page.length === 0 && part.state !== 'complete') return lacks(name);
			const end = start + page.length;
			const next = end < records.length || part.state !== 'complete' ? String(end) : null;
			return says(part, { ...sortOut(page), next });
		});

	const answerOf = <T>(name: PartName, answers: ReadonlyMap<string, AnswerRecord<T>>, accountId: string): Answer<T> =>
		answer(name, (part) => {
			const record = answers.get(accountId);
			if (record === undefined) return lacks(name);
			return record.answer.ok ? says(part, record.answer.value, record.at) : keptFailure(record.answer.failure, sourceOf(part));
		});

	const { identity, organisation } = snapshot;
	const ofDesk = searchCustomers(snapshot);
	return {
		tenant: () => whole('site', identity && { cloudId: identity.cloudId }),
		myself: () => {
			const caller = { accountType: 'atlassian', email: null, active: true } as const;
			return whole('site', identity && { ...caller, accountId: identity.accountId, displayName: identity.name });
		},
		myPermissions: (keys) => whole('site', identity && Object.fromEntries(keys.map((key) => [key, identity.permissions[key] ?? null]))),
		desks: () => whole('desks', { items: snapshot.desks, unreadable: [], next: null }),
		permissionHolders: (projectKey) => {
			const desk = snapshot.desks.find((one) => one.projectKey === projectKey);
			const name: PartName = `permission:${desk?.id ?? projectKey}`;
			return answer(name, (part) => {
				const held = Object.fromEntries(snapshot.holders.map(({ permission, holders }) => [permission, holders]));
				if (part.state === 'complete') return says(part, held);
				const why = part.state === 'refused' && borne.has(part.why ?? '') ? (part.why as FailureCode) : null;
				return why === null ? lacks(name) : failed(why, { source: sourceOf(part) });
			});
		},
		deskCustomers: (deskId, { query, start }) => {
			const name: PartName = `customers:${deskId}`;
			if (query === undefined) return listing(name, snapshot.customers, start);
			return answer(name, (part) => {
				const found = ofDesk(query);
				if (found.items.length === 0 && part.state !== 'complete') return lacks(name);
				return says(part, { ...found, next: null });
			});
		},
		users: (startAt) => listing('accounts', snapshot.accounts, startAt),
		organisations: () => whole('organisation', organisation && { items: [{ id: organisation.id, name: organisation.name }], next: null }),
		workspaces: () => {
			// Nobody named the resource then: nobody names it now, and it is guessed as it was.
			const items = organisation?.isResourceGuessed === false ? [organisation.jsmResource] : [];
			const named = items.map((id) => ({ id, hostUrl: snapshot.site.url, status: null }));
			return whole('organisation', organisation && { items: named, next: null });
		},
		directories: () => whole('directories', { items: snapshot.directories, next: null }),
		verifiedDomains: () => whole('domains', { items: snapshot.domains, next: null }),
		directoryUsers: (_orgId, { emails, roleIds }) => {
			if (roleIds === undefined) return answer('directory', (part) => says(part, searchDirectory(snapshot, emails, part.state)));
			return answer('roles', (part) =>
				part.state === 'refused'
					? failed('call-refused', { source: sourceOf(part) })
					: says(part, searchHolders(snapshot, emails, part.state)),
			);
		},
		roleAssignments: async (_orgId, accountId) => {
			const found = await answerOf('role-assignments', snapshot.assignments, accountId);
			return found.ok ? done({ ...found.value, value: { items: found.value.value, next: null } }) : found;
		},
		manageable: (accountId) => answerOf('manageable', snapshot.manageable, accountId),
		// What only remedies ask: they change the site, so there is nothing of it in a snapshot.
		account: async () => lacks('accounts'),
		customerOrganisations: async () => lacks('organisation'),
		organisationsOf: async () => lacks('organisation'),
		requestTypes: async () => lacks('desks'),
		canRaise: async () => lacks('desks'),
		directoriesOf: async () => lacks('directories'),
	};
};
