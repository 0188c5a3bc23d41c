import type { Failure, Outcome } from '#shared/outcome.ts';
import type { DeskRef } from '#shared/run.ts';
import { readUsers } from '../evidence/account-sweep.ts';
import type { Organisation } from '../evidence/connect.ts';
import { customersPerPage } from '../evidence/desk-customers.ts';
import { jsmRoles } from '../evidence/connect.ts';
import { watchPages } from '../evidence/page-watch.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { Answered, ReadPage } from '../evidence/site-questions.ts';
import type { PartName } from './parts.ts';
import { must, type Pull, stopIfAborted } from './pull-context.ts';
import { pullAnswers } from './pull-answers.ts';
import { toStore } from './codecs.ts';
import type { PartEnd } from './snapshot-store.ts';

interface Listing<K extends 'accounts' | 'customers' | 'directory' | 'roles'> {
	readonly name: PartName;
	readonly kind: K;
	readonly source: string;
	readonly ask: (cursor: string | null) => Promise<Outcome<Answered<ReadPage<Parameters<typeof toStore<K>>[1]>>>>;
	/** A failure that ends this part and not the pull; `null` leaves it to the rule for all. */
	readonly endWith?: (failure: Failure) => PartEnd | null;
}

const unusable = (failure: Failure): PartEnd | null => (concernsOneAnswer(failure) ? { state: 'unfinished', why: failure.code } : null);

/** Reads a list to its end, each page stored with the place of the next. A list that was read before is left alone. */
const pullListing = async <K extends 'accounts' | 'customers' | 'directory' | 'roles'>(pull: Pull, listing: Listing<K>): Promise<void> => {
	const { draft, signal, onProgress } = pull;
	const { name, kind, source, ask, endWith } = listing;
	const begun = must(draft.begin(name, source));
	if (begun.part.state === 'complete') return;
	if (begun.part.state === 'refused') must(draft.empty(name));
	let cursor = begun.part.state === 'refused' ? null : begun.cursor;
	let isOld = cursor !== null;
	let watch = watchPages();
	for (;;) {
		stopIfAborted(signal);
		const outcome = await ask(cursor);
		if (!outcome.ok) {
			// The place we stood at is of an earlier day: the site may not know it any more.
			if (isOld && outcome.failure.code === 'call-refused') {
				must(draft.empty(name));
				[cursor, isOld, watch] = [null, false, watchPages()];
				continue;
			}
			const end = endWith?.(outcome.failure) ?? unusable(outcome.failure);
			if (end === null) throw new RunStopped(outcome.failure);
			must(draft.settle(name, end));
			return;
		}
		isOld = false;
		const { value: page, at } = outcome.value;
		const raw = [...page.items, ...page.unreadable].map((record) => toStore(kind, record));
		const endless = watch.problemWith(raw);
		if (endless !== null) throw new RunStopped({ code: 'unexpected-answer', details: { call: source, problem: endless } });
		cursor = page.next;
		must(draft.append(name, raw, { at, cursor }, ...(cursor === null ? [{ state: 'complete', why: null } as const] : [])));
		onProgress(name, null);
		if (cursor === null) return;
	}
};

/** Everybody the site lists, portal-only accounts among them. The last page is an empty one. */
export const pullAccounts = (pull: Pull): Promise<void> => {
	const size = { step: 0 };
	return pullListing(pull, {
		name: 'accounts',
		kind: 'accounts',
		source: 'GET /rest/api/3/users/search',
		ask: async (cursor) => {
			const startAt = Number(cursor ?? 0);
			const outcome = await readUsers(pull.questions, startAt, size);
			if (!outcome.ok) return outcome;
			const { items, unreadable } = outcome.value.value;
			const length = items.length + unreadable.length;
			return { ok: true, value: { ...outcome.value, value: { items, unreadable, next: length === 0 ? null : String(startAt + length) } } };
		},
	});
};

/** The desk's list. Who may not read one desk's may still read the others'. */
export const pullCustomers = (pull: Pull, desk: DeskRef): Promise<void> =>
	pullListing(pull, {
		name: `customers:${desk.id}`,
		kind: 'customers',
		source: 'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
		ask: (cursor) => pull.questions.deskCustomers(desk.id, { start: Number(cursor ?? 0), limit: customersPerPage }),
		endWith: (failure) => (failure.code === 'caller-lacks-rights' ? { state: 'refused', why: failure.code } : null),
	});

/** Everybody the organisation knows, who of them holds a role on the site's service management, and what only single people raise. */
export const pullDirectory = async (pull: Pull, organisation: Organisation): Promise<void> => {
	const source = 'POST /admin/v2/orgs/{orgId}/directories/-/users/search';
	const { questions } = pull;
	await pullListing(pull, {
		name: 'directory',
		kind: 'directory',
		source,
		ask: (cursor) => questions.everybody(organisation.id, { cursor }),
	});
	await pullListing(pull, {
		name: 'roles',
		kind: 'roles',
		source,
		ask: (cursor) => questions.everybody(organisation.id, { roleIds: jsmRoles, resourceIds: [organisation.jsmResource], cursor }),
		// The filter as such may not be to be had: then roles are asked person by person, as a diagnosis does.
		endWith: (failure) => (failure.code === 'call-refused' ? { state: 'refused', why: failure.code } : null),
	});
	await pullAnswers(pull, organisation);
};
