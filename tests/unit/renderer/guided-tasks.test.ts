import { expect, test } from 'vitest';
import type { PlanRow } from '#shared/plan.ts';
import { addSeen, type GuidedTask, isOpen, makeTaskCollector, nextOpen } from '../../../src/renderer/features/guided/guided-tasks.ts';
import { taskLink } from '../../../src/renderer/features/guided/task-page.ts';
import { guidedWords } from '../../../src/renderer/messages.ts';
import { planRow } from '../../support/plan-rows.ts';

const collect = (...pages: readonly (readonly PlanRow[])[]): readonly GuidedTask[] => {
	const collector = makeTaskCollector();
	for (const page of pages) collector.add(page);
	return collector.list();
};

const blocked = { cause: 'domain-not-approved', certainty: 'proven' } as const;
const added = { cause: 'already-customer', certainty: 'proven' } as const;
const addable = { cause: 'ready-new', certainty: 'proven' } as const;

test('a setting of the site is one task, a domain is one, and everything else is one for each person', () => {
	const tasks = collect(
		[
			planRow({ id: 1, remedy: 'reactivate-portal-account', email: 'ann@a.example' }),
			planRow({ id: 2, remedy: 'approve-domain', email: 'ben@b.example' }),
			planRow({ id: 3, remedy: 'open-customer-access', email: 'cid@c.example' }),
		],
		[
			planRow({ id: 4, remedy: 'approve-domain', email: 'dot@b.example' }),
			planRow({ id: 5, remedy: 'open-customer-access', email: 'eve@e.example' }),
			planRow({ id: 6, remedy: 'reactivate-portal-account', email: 'fay@a.example' }),
			planRow({ id: 7, remedy: 'approve-domain', email: 'gus@g.example' }),
		],
	);
	expect(tasks.map(({ scope, subject, ids }) => [scope, subject, ids])).toEqual([
		['site', '', [3, 5]],
		['domain', 'b.example', [2, 4]],
		['domain', 'g.example', [7]],
		['person', 'ann@a.example', [1]],
		['person', 'fay@a.example', [6]],
	]);
});

test('people of one owning organisation are one message, and it comes after what can be done at once', () => {
	const tasks = collect([
		planRow({ id: 1, remedy: 'ask-owning-organisation', email: 'ann@a.example' }),
		planRow({ id: 2, remedy: 'ask-owning-organisation', email: 'ben@a.example' }),
		planRow({ id: 3, remedy: 'fix-row', email: 'nobody@' }),
		planRow({ id: 4, remedy: 'cancel-deletion', email: 'cid@c.example' }),
	]);
	expect(tasks.map(({ remedy, ids }) => [remedy, ids])).toEqual([
		['cancel-deletion', [4]],
		['ask-owning-organisation', [1, 2]],
		['fix-row', [3]],
	]);
});

test('a change that cannot be settled is a task of its own, with the reason', () => {
	const failure = { code: 'unsettled', details: {} } as const;
	const [task] = collect([planRow({ id: 1, remedy: 'invite-with-role', outcome: 'needs-person', failure, said: 'Gateway time-out' })]);
	expect(task).toMatchObject({ scope: 'person', unsettled: { failure, said: 'Gateway time-out' } });
});

test('what was seen earlier is known when the list is opened again', () => {
	const [task] = collect([
		planRow({ id: 1, remedy: 'approve-domain', email: 'a@b.example', after: addable }),
		planRow({ id: 2, remedy: 'approve-domain', email: 'b@b.example', after: blocked }),
		planRow({ id: 3, remedy: 'approve-domain', email: 'c@b.example' }),
	]);
	expect(task?.seen).toEqual({ added: 0, addable: 1, blocked: 1, cause: 'domain-not-approved', notAsked: 0 });
});

test('a task is open until nothing of it is blocked or unasked', () => {
	const [task] = collect([planRow({ remedy: 'cancel-deletion' })]);
	if (task === undefined) throw new Error('no task');
	expect(isOpen(task)).toBe(true);
	expect(isOpen({ ...task, seen: addSeen(null, [{ after: blocked }]) })).toBe(true);
	expect(isOpen({ ...task, seen: addSeen(null, [{ after: added }, { after: addable }]) })).toBe(false);
	expect(isOpen({ ...task, seen: { added: 1, addable: 0, blocked: 0, cause: null, notAsked: 5 } })).toBe(true);
});

test('the next open task comes after this one, then from the beginning; those being asked about are passed over', () => {
	const tasks = collect([1, 2, 3, 4].map((id) => planRow({ id, remedy: 'cancel-deletion', ...(id === 2 ? { after: added } : {}) })));
	const none = new Set<string>();
	expect(nextOpen(tasks, 0, none)).toBe(2);
	expect(nextOpen(tasks, 3, none)).toBe(0);
	expect(nextOpen(tasks, 3, new Set(['row 1']))).toBe(2);
	expect(nextOpen(tasks, 0, new Set(['row 1', 'row 3', 'row 4']))).toBe(-1);
});

test('what was seen is said in words', () => {
	expect(guidedWords.seen({ added: 1, addable: 0, blocked: 0, cause: null, notAsked: 0 })).toBe('Added');
	expect(guidedWords.seen({ added: 0, addable: 0, blocked: 1, cause: 'domain-not-approved', notAsked: 0 })).toBe(
		'Still blocked (Domain not approved)',
	);
	expect(guidedWords.seen({ added: 2, addable: 3, blocked: 100, cause: 'domain-not-approved', notAsked: 900 })).toBe(
		'2 added, 3 can be added now, 100 still blocked (Domain not approved), 900 not rechecked because nothing had changed',
	);
});

test('a task about one person opens the page on that person; one about a domain opens the page', () => {
	const place = {
		url: 'https://acme.atlassian.net',
		orgId: 'org-1',
		cloudId: 'cloud-1',
		deskKey: 'HELP',
		management: 'centralized',
	} as const;
	const inactive = { cause: 'portal-account-inactive', certainty: 'proven' } as const;
	const [person, domain] = collect([
		planRow({ id: 1, remedy: 'reactivate-portal-account', email: 'ann@a.example', before: inactive }),
		planRow({ id: 2, remedy: 'approve-domain', email: 'ben@b.example', before: blocked }),
	]).toReversed();
	if (person === undefined || domain === undefined) throw new Error('no tasks');
	expect(taskLink(person, place, {})).toBe(
		'https://admin.atlassian.com/s/cloud-1/jira-service-desk/portal-only-customers?filter=ann%40a.example',
	);
	expect(taskLink(domain, place, {})).toBe('https://admin.atlassian.com/o/org-1/overview');
	expect(taskLink(person, { ...place, url: 'http://127.0.0.1:4000' }, {})).toBeNull();
});
