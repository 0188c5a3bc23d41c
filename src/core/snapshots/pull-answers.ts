import type { Outcome } from '#shared/outcome.ts';
import type { Organisation } from '../evidence/connect.ts';
import { isBearable, needsManageQuestion } from '../evidence/manageable.ts';
import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { Answered, DirectoryUser, Manageable, RoleAssignment } from '../evidence/site-questions.ts';
import type { Json } from '#shared/verdict.ts';
import type { AnswerPart } from './earlier-answers.ts';
import { must, type Pull, sideBySide, stopIfAborted } from './pull-context.ts';
import { type Codec, codecs } from './codecs.ts';
import { type AnswerRecord, isUnreadable, type KeptFailure } from './records.ts';

/** Side by side; the rate gate decides the pace. */
const workerCount = 4;
const keptAtOnce = 1000;

type People = readonly DirectoryUser[];

/** What only single people raise: whether a switched-off account may be enabled, and how roles are held where a search cannot tell. */
export const pullAnswers = async (pull: Pull, organisation: Organisation): Promise<void> => {
	const people = await readPeople(pull);
	await askEach(pull, 'manageable', 'GET /users/{accountId}/manage', people.filter(needsManageQuestion), async ({ accountId }) => {
		const outcome = await pull.questions.manageable(accountId);
		return outcome.ok ? { at: outcome.value.at, answer: { ok: true, value: outcome.value.value } } : borne(outcome, isBearable);
	});
	await askEach(
		pull,
		'role-assignments',
		'GET /admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments',
		await needRoleQuestion(pull, organisation, people),
		async ({ accountId }) => {
			const outcome = await readAllPages((cursor) => pull.questions.roleAssignments(organisation.id, accountId, cursor));
			return outcome.ok
				? { at: outcome.value.at, answer: { ok: true, value: ofSite(outcome.value, organisation) } }
				: borne(outcome, concernsOneAnswer);
		},
	);
};

const ofSite = ({ value }: Answered<readonly RoleAssignment[]>, { jsmResource }: Organisation): readonly RoleAssignment[] =>
	value.filter(({ resourceId }) => resourceId === jsmResource);

const keptAs = (code: string): KeptFailure =>
	code === 'call-refused' || code === 'unexpected-answer' || code === 'site-error' ? code : 'missing-scope';

type Asked<T> = { readonly at: string | null; readonly answer: AnswerRecord<T>['answer'] };

/** A failure that concerns this person only is kept as the answer; any other ends the pull. */
const borne = (outcome: Extract<Outcome<unknown>, { ok: false }>, isBorne: (failure: typeof outcome.failure) => boolean): Asked<never> => {
	if (!isBorne(outcome.failure)) throw new RunStopped(outcome.failure);
	return { at: null, answer: { ok: false, failure: keptAs(outcome.failure.code) } };
};

/** Everybody the directory part holds, each account once. */
const readPeople = async ({ draft, turns }: Pull): Promise<People> => {
	const people = new Map<string, DirectoryUser>();
	for (const page of draft.records('directory')) {
		for (const raw of page) {
			const user = codecs.directory.read(raw);
			if (user !== null && !isUnreadable(user)) people.set(user.accountId, user);
		}
		if (turns.isDue()) await turns.give();
	}
	return [...people.values()];
};

/** Whoever holds no role may be missing from the site's directory alone; an organisation has many who never need one. */
const mostWithoutRole = 1000;

/**
 * The filtered search tells who holds a role, but not how that stands in one of several directories; and where it is refused,
 * it tells nothing. Then each active account is asked about, as a diagnosis would for the rows of its list.
 */
const needRoleQuestion = async ({ draft, turns }: Pull, organisation: Organisation, people: People): Promise<People> => {
	const active = people.filter(({ status }) => status === 'active');
	const roles = draft.parts().find(({ name }) => name === 'roles');
	if (roles?.state === 'refused') return active;
	if (organisation.directories.length === 1) return [];
	const holders = new Set<string>();
	for (const page of draft.records('roles')) {
		for (const raw of page) {
			const holder = codecs.roles.read(raw);
			if (holder === null) continue;
			// Whoever cannot be read in the search is asked about alone.
			if (!isUnreadable(holder)) holders.add(holder.email);
			else if (holder.key !== null) holders.add(holder.key);
		}
		if (turns.isDue()) await turns.give();
	}
	const others = active.filter(({ email }) => !holders.has(email)).slice(0, mostWithoutRole);
	return [...active.filter(({ email }) => holders.has(email)), ...others];
};

type AnswerOf<P extends AnswerPart> = P extends 'manageable' ? Manageable : readonly RoleAssignment[];

/** Asks about everybody once, each answer stored before the next question of its worker. */
const askEach = async <P extends AnswerPart>(
	pull: Pull,
	part: P,
	source: string,
	people: People,
	ask: (user: DirectoryUser) => Promise<Asked<AnswerOf<P>>>,
): Promise<void> => {
	const { draft, clock, onProgress } = pull;
	const { write, read } = codecs[part] as unknown as Codec<AnswerRecord<AnswerOf<P>>>;
	if (must(draft.begin(part, source)).part.state === 'complete') return;
	const answered = new Set<string>();
	for (const page of draft.records(part)) for (const raw of page) answered.add(String((raw as readonly unknown[])[0]));
	const open = keepEarlier(
		pull,
		part,
		people.filter(({ accountId }) => !answered.has(accountId)),
	);
	const worker = async ({ signal }: Pull): Promise<void> => {
		for (let user = open.shift(); user !== undefined; user = open.shift()) {
			stopIfAborted(signal);
			const asked = await ask(user);
			const at = asked.at ?? new Date(clock.now()).toISOString();
			const record = { accountId: user.accountId, at, answer: asked.answer };
			const raw = write(record);
			const storable = read(raw) === null ? write({ ...record, answer: { ok: false, failure: 'unexpected-answer' } }) : raw;
			must(draft.append(part, [storable], { at, cursor: null }));
			onProgress(part, people.length);
		}
	};
	await sideBySide(
		pull,
		Array.from({ length: workerCount }, () => worker),
	);
	must(draft.settle(part, endOf(pull)));
};

/** Whoever is missing from an unfinished listing was not asked about either. */
const endOf = ({ draft }: Pull) => {
	const broken = draft.parts().find(({ name, state }) => (name === 'directory' || name === 'roles') && state === 'unfinished');
	return broken === undefined ? ({ state: 'complete', why: null } as const) : ({ state: 'unfinished', why: broken.why } as const);
};

/** Takes over what was answered before of people whose record is as it was, with the time it was answered. Returns the rest. */
const keepEarlier = ({ draft, earlier, onProgress }: Pull, part: AnswerPart, people: People): DirectoryUser[] => {
	if (earlier === null) return [...people];
	const open: DirectoryUser[] = [];
	const kept: Json[] = [];
	for (const user of people) {
		const unchanged = earlier.recordOf(user.accountId) === JSON.stringify(codecs.directory.write(user));
		const answer = unchanged ? earlier.answer(part, user.accountId) : undefined;
		if (answer === undefined) open.push(user);
		else kept.push(answer);
	}
	for (let first = 0; first < kept.length; first += keptAtOnce) {
		const some = kept.slice(first, first + keptAtOnce);
		const oldest = some.map((raw) => String((raw as readonly unknown[])[1])).reduce((a, b) => (a < b ? a : b));
		must(draft.append(part, some, { at: oldest, cursor: null }));
		onProgress(part, people.length);
	}
	return open;
};
