import { describe, expect, it } from 'vitest';
import { portalRecordOf, sweepAccounts } from '#core/evidence/account-sweep.ts';
import { readDeskCustomers } from '#core/evidence/desk-customers.ts';
import { mostRecords, watchPages } from '#core/evidence/page-watch.ts';
import { readAllPages } from '#core/evidence/pages.ts';
import { jiraUser, someTime } from '../../../support/evidence.ts';
import { scriptQuestions } from '../../../support/scripted-questions.ts';

const now = () => someTime;
const answered = <T>(value: T) => Promise.resolve({ ok: true, value: { value, source: 'a call', at: someTime } } as const);

/** The same people on every page, or others on each. */
const endless = {
	'the same page again and again': (_start: number) => 0,
	'new people on every page': (start: number) => start,
};

const peopleFrom = (first: number, count: number) =>
	Array.from({ length: count }, (_, n) => jiraUser({ accountId: `5b-${first + n}`, email: `p${first + n}@a.example` }));

describe.each(Object.entries(endless))('a list that never ends: %s', (_what, firstOf) => {
	it('of the accounts of a site proves nobody absent', async () => {
		const swept = await sweepAccounts(
			{
				...scriptQuestions({}),
				users: (startAt, size) => answered({ items: peopleFrom(firstOf(startAt), size), unreadable: [], next: null }),
			},
			now,
		);
		expect(swept.counted).toBeNull();
		expect(portalRecordOf(swept, 'zoe@a.example')).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('of the customers of a service project proves nobody absent', async () => {
		let calls = 0;
		const questions = {
			...scriptQuestions({}),
			deskCustomers: (_id: string, { start, limit }: { readonly start: number; readonly limit: number }) => {
				calls++;
				// Behind what it announced the site says that there is nobody.
				const items = start === 500 && calls === 1 ? [] : peopleFrom(firstOf(start), limit);
				return answered({ items, unreadable: [], next: String(start + items.length) });
			},
		};
		const customers = await readDeskCustomers(questions, '1', 10, now);
		expect(await customers.membership('zoe@a.example', [])).toMatchObject({ known: false, why: 'not-asked' });
		expect(calls).toBeLessThan(20);
	});

	it('of a search for one address proves nobody absent', async () => {
		let calls = 0;
		const questions = {
			...scriptQuestions({}),
			deskCustomers: (_id: string, { start, limit }: { readonly start: number; readonly limit: number }) => {
				calls++;
				return answered({ items: peopleFrom(firstOf(start), limit), unreadable: [], next: String(start + limit) });
			},
		};
		const customers = await readDeskCustomers(questions, '1', 1, now);
		expect(await customers.membership('zoe@a.example', [])).toMatchObject({ known: false, why: 'not-asked' });
		expect(calls).toBeLessThan(30);
	});

	it('of anything else is no answer', async () => {
		const pages = readAllPages((cursor) => {
			const start = Number(cursor ?? 0);
			return answered({ items: peopleFrom(firstOf(start), 10), next: String(start + 10) });
		}, 50);
		expect(await pages).toMatchObject({ ok: false, failure: { code: 'unexpected-answer' } });
	});
});

it('lists that end are let pass, also where pages are empty or shorter than the others', () => {
	const watch = watchPages();
	expect([[1, 2], [], [], [3], [4, 5]].map((page) => watch.problemWith(page))).toEqual([null, null, null, null, null]);
	expect(watchPages().problemWith(Array.from({ length: mostRecords + 1 }))).toBe('more records than any site has');
});
