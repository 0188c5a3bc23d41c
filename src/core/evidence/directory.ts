import type { EvidenceItem } from '#shared/verdict.ts';
import { jsmRoles, type Organisation } from './connect.ts';
import type { Fact, JsmRole } from './evidence.ts';
import { needsManageQuestion } from './manageable.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { sourceOf, type DirectoryUser, type SiteQuestions, type Unreadable } from './site-questions.ts';

/** `searchDirectoryUsers` takes 100 addresses at a time. */
export const addressesPerSearch = 100;

const call = 'POST /admin/v2/orgs/{orgId}/directories/-/users/search';

/** A hundred addresses fit one page; a site that keeps pointing on is going in circles. */
const mostPages = 100;

const systemicFrom = 8;

/** Why nothing is known of an address. */
interface Gap {
	readonly why: 'unexpected' | 'not-asked' | 'hidden';
	readonly problem: string;
}

/** An answer with somebody who was not asked for comes from a search that ignored the question: whom it lacks may be there. */
const filterIgnored: Gap = { why: 'hidden', problem: 'the answer holds people who were not asked for: the search ignored the addresses' };

const knownMissed: Gap = { why: 'hidden', problem: 'the same search does not find an account that is there: an absence says nothing' };

/** What a search told of the addresses it was asked for. */
export interface Found {
	readonly users: ReadonlyMap<string, readonly DirectoryUser[]>;
	readonly gaps: ReadonlyMap<string, Gap>;
	readonly source: string;
	readonly at: string;
}

/** `refused`: the request as such, not what one record of its answer holds. */
interface Unusable {
	readonly problem: string;
	readonly refused: boolean;
}

type Search = { readonly roleIds?: readonly string[]; readonly resourceIds?: readonly string[] };

/** A record whose address cannot be read might be anybody's of the batch: only asking by halves tells whose. */
const attributable = (unreadable: readonly Unreadable[], emails: readonly string[]): boolean =>
	unreadable.every(({ key }) => key !== null && emails.includes(key));

const gapFor = (emails: readonly string[], gap: Gap, at: string): Found => ({
	users: new Map(),
	gaps: new Map(emails.map((email) => [email, gap])),
	source: call,
	at,
});

const searchOnce = async (
	questions: SiteQuestions,
	orgId: string,
	emails: readonly string[],
	search: Search,
	now: () => string,
): Promise<Found | Unusable> => {
	const users = new Map<string, DirectoryUser[]>();
	const gaps = new Map<string, Gap>();
	const wanted = new Set(emails);
	let at = now();
	let source = call;
	for (let cursor: string | null = null, more = true, pages = 0; more; pages++) {
		if (pages === mostPages) return { problem: 'the pages do not end', refused: false };
		const outcome: Awaited<ReturnType<SiteQuestions['directoryUsers']>> = await questions.directoryUsers(orgId, {
			emails,
			...search,
			cursor,
		});
		if (!outcome.ok) {
			if (!concernsOneAnswer(outcome.failure)) throw new RunStopped(outcome.failure);
			// No half of the addresses would be answered either.
			if (outcome.failure.code === 'scope-missing') return gapFor(emails, { why: 'not-asked', problem: 'scope-missing' }, now());
			const problem =
				`${outcome.failure.code} ${String(outcome.failure.details['problem'] ?? outcome.failure.details['status'] ?? '')}`.trim();
			return { problem, refused: outcome.failure.code === 'call-refused' };
		}
		const { items, unreadable, next } = outcome.value.value;
		if (!attributable(unreadable, emails)) return { problem: unreadable.map(({ problem }) => problem).join('; '), refused: false };
		for (const { key, problem, lacking } of unreadable) {
			if (key !== null) gaps.set(key, { why: lacking === true ? 'not-asked' : 'unexpected', problem });
		}
		for (const user of items) {
			const known = users.get(user.email) ?? [];
			if (!known.some(({ accountId }) => accountId === user.accountId)) users.set(user.email, [...known, user]);
		}
		({ at, source } = outcome.value);
		if (items.some(({ email }) => !wanted.has(email))) {
			for (const email of emails) if (!users.has(email) && !gaps.has(email)) gaps.set(email, filterIgnored);
			break;
		}
		cursor = next;
		more = next !== null;
	}
	return { users, gaps, source, at };
};

/** Searches, and where the answer is unusable searches by halves until it is known whose answer that is. */
const search = async (
	questions: SiteQuestions,
	orgId: string,
	emails: readonly string[],
	filter: Search,
	now: () => string,
): Promise<Found> => {
	const found = await searchOnce(questions, orgId, emails, filter, now);
	if (!('problem' in found)) return found;
	// The same addresses were accepted without the filter: what is refused is the filter, and halves would be refused too.
	const concernsAll = found.refused && filter.roleIds !== undefined;
	if (emails.length === 1 || concernsAll) {
		return gapFor(emails, { why: 'unexpected', problem: found.problem }, now());
	}
	const middle = Math.ceil(emails.length / 2);
	const left = await search(questions, orgId, emails.slice(0, middle), filter, now);
	// Not one usable answer among so many: that is the site or something before it, and no row's fault.
	if (left.gaps.size === middle && middle > systemicFrom) {
		throw new RunStopped({ code: 'unexpected-answer', details: { call, problem: found.problem } });
	}
	const right = await search(questions, orgId, emails.slice(middle), filter, now);
	const { source, at } = right;
	return { users: new Map([...left.users, ...right.users]), gaps: new Map([...left.gaps, ...right.gaps]), source, at };
};

/** Two questions of up to 100 addresses each: who is in the directory, and which of them hold a role on the site's service management. */
export interface DirectoryAnswers {
	entry(address: string): Fact<DirectoryUser | null>;
	holdsRole(address: string): Fact<boolean>;
}

const describe = (user: DirectoryUser): EvidenceItem['answer'] => ({
	accountId: user.accountId,
	status: user.status,
	accountStatus: user.accountStatus,
	claimStatus: user.claimStatus,
	managementSource: user.managementSource,
	...(user.emailVerified === false ? { emailVerified: false } : {}),
});

/** `origin`: what answers in the site's place, where it is not the site. */
export const unasked = (address: string, at: string, origin?: string): Fact<never> => ({
	known: false,
	why: 'not-asked',
	proof: {
		asked: `directory entry of ${address}`,
		source: origin === undefined ? call : `${call} (${origin})`,
		answer: { problem: 'no organisation API key' },
		at,
	},
});

const entryIn = (found: Found, address: string, missesKnown: boolean): Fact<DirectoryUser | null> => {
	const proof = (answer: EvidenceItem['answer']): EvidenceItem => ({
		asked: `directory entry of ${address}`,
		source: found.source,
		answer,
		at: found.at,
	});
	const [user, ...others] = found.users.get(address) ?? [];
	const gap = found.gaps.get(address) ?? (user === undefined && missesKnown ? knownMissed : undefined);
	if (gap !== undefined) return { known: false, why: gap.why, proof: proof({ problem: gap.problem }) };
	if (others.length > 0) {
		return { known: false, why: 'unexpected', proof: proof({ problem: `${others.length + 1} accounts for one address` }) };
	}
	return { known: true, value: user ?? null, proof: proof(user ? describe(user) : null) };
};

/** Who of them is in the directory. Throws `RunStopped`. */
export const searchEntries = (
	questions: SiteQuestions,
	organisation: Organisation,
	emails: readonly string[],
	now: () => string,
): Promise<Found> => search(questions, organisation.id, emails, {}, now);

/** Those whose role is worth asking for. */
export const activeIn = (entries: Found, emails: readonly string[]): readonly string[] =>
	emails.filter((email) => entries.users.get(email)?.some(({ status }) => status === 'active'));

/** Those whose account raises a question of its own: one for each of them, so the sooner it is asked the better. */
export const raisingManageQuestion = (entries: Found, emails: readonly string[]): readonly DirectoryUser[] =>
	emails.flatMap((email) => {
		const [user, ...others] = entries.users.get(email) ?? [];
		const isSure = user !== undefined && others.length === 0 && !entries.gaps.has(email);
		return isSure && needsManageQuestion(user) ? [user] : [];
	});

/** Who of them holds a role on the site's service management. Throws `RunStopped`. */
export const searchHolders = (
	questions: SiteQuestions,
	{ id, jsmResource }: Organisation,
	emails: readonly string[],
	now: () => string,
): Promise<Found> => search(questions, id, emails, { roleIds: jsmRoles, resourceIds: [jsmResource] }, now);

/** `holdersOf`: the answer that an address was in; `null` where it was in none. `filtersCombine`: whether the search by roles works on this site. */
export const readAnswers = (
	{ jsmResource, missesKnown }: Organisation,
	entries: Found,
	holdersOf: (address: string) => Found | null,
	filtersCombine: boolean,
): DirectoryAnswers => ({
	entry: (address) => entryIn(entries, address, missesKnown),
	holdsRole: (address) => {
		const holders = holdersOf(address);
		const held = (holders?.users.get(address)?.length ?? 0) > 0;
		const gap = holders?.gaps.get(address) ?? (!held && missesKnown ? knownMissed : undefined);
		const { source, at } = holders ?? entries;
		const proof = (answer: EvidenceItem['answer']): EvidenceItem => ({
			asked: `service management role of ${address}`,
			source: `${source} (roleIds, resourceIds)`,
			answer,
			at,
		});
		if (gap !== undefined) return { known: false, why: gap.why, proof: proof({ problem: gap.problem }) };
		if (!filtersCombine) return { known: false, why: 'not-asked', proof: proof({ problem: 'the filters do not combine on this site' }) };
		return { known: true, value: held, proof: proof({ held, resource: jsmResource }) };
	},
});

/** Whether the search by roles is of use: by what a probe has shown, and by the asking account. */
export const searchesRoles = ({ ignoresRoles }: Organisation, filtersCombine: boolean | null): boolean =>
	filtersCombine !== false && !ignoresRoles;

/** Both questions for a few people. Throws `RunStopped`. */
export const askDirectory = async (
	questions: SiteQuestions,
	organisation: Organisation,
	emails: readonly string[],
	now: () => string,
	filtersCombine: boolean | null = null,
): Promise<DirectoryAnswers> => {
	const entries = await searchEntries(questions, organisation, emails, now);
	const active = activeIn(entries, emails);
	const seesRoles = searchesRoles(organisation, filtersCombine);
	const holders = active.length > 0 && seesRoles ? await searchHolders(questions, organisation, active, now) : null;
	return readAnswers(organisation, entries, () => holders, seesRoles);
};

/** Asks person by person where the filtered search is not to be had, or where several directories make it too coarse. */
export const askRoles = async (
	questions: SiteQuestions,
	organisation: Organisation,
	user: DirectoryUser,
	now: () => string,
): Promise<Fact<JsmRole>> => {
	const held: string[] = [];
	let suspendedHere = false;
	let absentHere = false;
	let at = now();
	let from = 'GET /admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments';
	const asked = `roles of ${user.email}`;
	for (let cursor: string | null = null, more = true, pages = 0; more && pages < mostPages; pages++) {
		const outcome: Awaited<ReturnType<SiteQuestions['roleAssignments']>> = await questions.roleAssignments(
			organisation.id,
			user.accountId,
			cursor,
		);
		if (!outcome.ok) {
			const { failure } = outcome;
			if (!concernsOneAnswer(failure)) throw new RunStopped(failure);
			const why = failure.code === 'not-in-snapshot' || failure.code === 'scope-missing' ? 'not-asked' : 'unexpected';
			return { known: false, why, proof: { asked, source: sourceOf(failure, from), answer: { problem: failure.code }, at: now() } };
		}
		({ at, source: from } = outcome.value);
		for (const entry of outcome.value.value.items.filter(({ resourceId }) => resourceId === organisation.jsmResource)) {
			held.push(...entry.roles);
			suspendedHere ||= entry.userDirectoryStatus === 'suspended';
			absentHere ||= entry.userDirectoryStatus === 'no_membership';
		}
		cursor = outcome.value.value.next;
		more = cursor !== null;
	}
	const roles = held.filter((role) => (jsmRoles as readonly string[]).includes(role));
	return {
		known: true,
		value: {
			held: roles.length > 0,
			suspendedHere,
			...(absentHere ? { absentHere } : {}),
			...(roles.length === 0 && organisation.isResourceGuessed ? { unsure: 'guessed-resource' } : {}),
		},
		proof: { asked, source: from, answer: { roles: held, suspendedHere, ...(absentHere ? { absentHere } : {}) }, at },
	};
};
