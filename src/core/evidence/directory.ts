import type { EvidenceItem } from '#shared/verdict.ts';
import type { Organisation } from './connect.ts';
import type { Fact, JsmRole } from './evidence.ts';
import { concernsOneAnswer, RunStopped } from './settle.ts';
import type { DirectoryUser, SiteQuestions, Unreadable } from './site-questions.ts';

/** `searchDirectoryUsers` takes 100 addresses at a time. */
export const addressesPerSearch = 100;

/** Roles that let a person into service management. Source: Organizations API, `roles/assign`. */
export const jsmRoles = ['atlassian/customer', 'atlassian/user', 'atlassian/admin', 'atlassian/stakeholder'] as const;

const source = 'POST /admin/v2/orgs/{orgId}/directories/-/users/search';

/** A hundred addresses fit one page; a site that keeps pointing on is going in circles. */
const mostPages = 100;

const systemicFrom = 8;

interface Found {
	readonly users: ReadonlyMap<string, readonly DirectoryUser[]>;
	readonly garbled: ReadonlyMap<string, string>;
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

const searchOnce = async (
	questions: SiteQuestions,
	orgId: string,
	emails: readonly string[],
	search: Search,
	now: () => string,
): Promise<Found | Unusable> => {
	const users = new Map<string, DirectoryUser[]>();
	const garbled = new Map<string, string>();
	let at = now();
	for (let cursor: string | null = null, more = true, pages = 0; more; pages++) {
		if (pages === mostPages) return { problem: 'the pages do not end', refused: false };
		const outcome: Awaited<ReturnType<SiteQuestions['directoryUsers']>> = await questions.directoryUsers(orgId, {
			emails,
			...search,
			cursor,
		});
		if (!outcome.ok) {
			if (!concernsOneAnswer(outcome.failure)) throw new RunStopped(outcome.failure);
			const problem =
				`${outcome.failure.code} ${String(outcome.failure.details['problem'] ?? outcome.failure.details['status'] ?? '')}`.trim();
			return { problem, refused: outcome.failure.code === 'call-refused' };
		}
		const { items, unreadable, next } = outcome.value.value;
		if (!attributable(unreadable, emails)) return { problem: unreadable.map(({ problem }) => problem).join('; '), refused: false };
		for (const { key, problem } of unreadable) if (key !== null) garbled.set(key, problem);
		for (const user of items) {
			const known = users.get(user.email) ?? [];
			if (!known.some(({ accountId }) => accountId === user.accountId)) users.set(user.email, [...known, user]);
		}
		({ at } = outcome.value);
		cursor = next;
		more = next !== null;
	}
	return { users, garbled, at };
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
	if (emails.length === 1 || concernsAll)
		return { users: new Map(), garbled: new Map(emails.map((email) => [email, found.problem])), at: now() };
	const middle = Math.ceil(emails.length / 2);
	const left = await search(questions, orgId, emails.slice(0, middle), filter, now);
	// Not one usable answer among so many: that is the site or something before it, and no row's fault.
	if (left.garbled.size === middle && middle > systemicFrom)
		throw new RunStopped({ code: 'unexpected-answer', details: { call: source, problem: found.problem } });
	const right = await search(questions, orgId, emails.slice(middle), filter, now);
	return { users: new Map([...left.users, ...right.users]), garbled: new Map([...left.garbled, ...right.garbled]), at: right.at };
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
});

export const unasked = (address: string, at: string): Fact<never> => ({
	known: false,
	why: 'not-asked',
	proof: { asked: `directory entry of ${address}`, source, answer: { problem: 'no organisation API key' }, at },
});

const entryIn = (found: Found, address: string): Fact<DirectoryUser | null> => {
	const proof = (answer: EvidenceItem['answer']): EvidenceItem => ({
		asked: `directory entry of ${address}`,
		source,
		answer,
		at: found.at,
	});
	const garbled = found.garbled.get(address);
	if (garbled !== undefined) return { known: false, why: 'unexpected', proof: proof({ problem: garbled }) };
	const [user, ...others] = found.users.get(address) ?? [];
	if (others.length > 0)
		return { known: false, why: 'unexpected', proof: proof({ problem: `${others.length + 1} accounts for one address` }) };
	return { known: true, value: user ?? null, proof: proof(user ? describe(user) : null) };
};

export const askDirectory = async (
	questions: SiteQuestions,
	organisation: Organisation,
	emails: readonly string[],
	now: () => string,
	filtersCombine = true,
): Promise<DirectoryAnswers> => {
	const everybody = await search(questions, organisation.id, emails, {}, now);
	const active = emails.filter((email) => everybody.users.get(email)?.some(({ status }) => status === 'active'));
	const filter = { roleIds: jsmRoles, resourceIds: [organisation.jsmResource] };
	const holders = active.length > 0 && filtersCombine ? await search(questions, organisation.id, active, filter, now) : null;
	return {
		entry: (address) => entryIn(everybody, address),
		holdsRole: (address) => {
			const garbled = holders?.garbled.get(address);
			const proof = (answer: EvidenceItem['answer']): EvidenceItem => ({
				asked: `service management role of ${address}`,
				source: `${source} (roleIds, resourceIds)`,
				answer,
				at: holders?.at ?? everybody.at,
			});
			if (garbled !== undefined) return { known: false, why: 'unexpected', proof: proof({ problem: garbled }) };
			if (!filtersCombine) return { known: false, why: 'not-asked', proof: proof({ problem: 'the filters do not combine on this site' }) };
			const held = (holders?.users.get(address)?.length ?? 0) > 0;
			return { known: true, value: held, proof: proof({ held, resource: organisation.jsmResource }) };
		},
	};
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
			if (!concernsOneAnswer(outcome.failure)) throw new RunStopped(outcome.failure);
			return { known: false, why: 'unexpected', proof: { asked, source: from, answer: { problem: outcome.failure.code }, at: now() } };
		}
		({ at, source: from } = outcome.value);
		for (const entry of outcome.value.value.items.filter(({ resourceId }) => resourceId === organisation.jsmResource)) {
			held.push(...entry.roles);
			suspendedHere ||= entry.userDirectoryStatus === 'suspended';
		}
		cursor = outcome.value.value.next;
		more = cursor !== null;
	}
	const roles = held.filter((role) => (jsmRoles as readonly string[]).includes(role));
	return {
		known: true,
		value: { held: roles.length > 0, suspendedHere },
		proof: { asked, source: from, answer: { roles: held, suspendedHere }, at },
	};
};
