import { customersPerPage, readDeskCustomers } from '#core/evidence/desk-customers.ts';
import type { DeskCustomer, SiteQuestions } from '#core/evidence/site-questions.ts';
import { done } from '#shared/outcome.ts';
import type { Figure } from './figures.ts';

const at = '2026-11-23T12:00:00.000Z';
const addressOf = (number: number): string => `person${number}@halden.example`;
const customerOf = (number: number): DeskCustomer => ({
	accountId: `id-${number}`,
	email: addressOf(number),
	active: true,
	displayName: null,
});

/** A desk that answers page by page, or for one address. */
const deskOf = (customers: number) => {
	const counted = { calls: 0 };
	const deskCustomers: SiteQuestions['deskCustomers'] = async (_desk, { query, start }) => {
		counted.calls += 1;
		const all = query === undefined ? customers : Math.min(customers, 1);
		const end = Math.min(start + customersPerPage, all);
		const items = Array.from({ length: Math.max(0, end - start) }, (_, index) => customerOf(start + index));
		const next = end < all ? String(end) : null;
		return done({ value: { items, unreadable: [], next }, source: 'GET', at });
	};
	return { counted, questions: { deskCustomers } as SiteQuestions };
};

const callsFor = async (rows: number, customers: number): Promise<number> => {
	const { counted, questions } = deskOf(customers);
	const list = await readDeskCustomers(questions, '1', rows, () => at);
	for (let row = 0; row < rows; row++) await list.membership(addressOf(row), []);
	return counted.calls;
};

/** How the desk's customers are read, list or one by one, beside the better of the two: the worst of a grid of lists and desks. */
export const measurePlanChoice = async (): Promise<readonly Figure[]> => {
	let worst = 0;
	for (const rows of [100, 300, 1000, 3000, 10_000]) {
		for (const customers of [50, 1000, 5000, 5050, 20_000, 100_000, 200_000]) {
			const best = Math.min(rows, Math.ceil(customers / customersPerPage));
			worst = Math.max(worst, (await callsFor(rows, customers)) / best);
		}
	}
	return [{ what: "calls for the desk's customers / the better way", unit: '', most: 1.05, values: [worst] }];
};
