import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReadingChoices, ReadingItem } from '#shared/lists.ts';
import { openListBytes, type OpenListOptions } from '#main/files/open-list.ts';

const folder = new URL('../../../fixtures/field-cases/lists/', import.meta.url);

type Person = readonly [address: string, name: string | null, organisation: string | null];

const ann = 'ann.lee@partner.example';
const bob = 'bob.ray@partner.example';
const dan = 'dan.fox@vendor.example';

interface Expected {
	readonly people: readonly Person[];
	/** Rows without an address, by line and problem. */
	readonly invalid?: readonly (readonly [line: number, problem: string])[];
	/** What is said not to be among the rows. */
	readonly said?: Partial<Record<ReadingItem['kind'], number>>;
}

const read = async (file: string, options: OpenListOptions = {}) => {
	const outcome = await openListBytes(file, readFileSync(new URL(file, folder)), options);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	const rows = [...outcome.value.rows()];
	const people = rows.flatMap(({ read: one, displayName, organisation }): Person[] =>
		one.valid ? [[one.address, displayName, organisation]] : [],
	);
	return {
		list: outcome.value,
		people,
		invalid: rows.flatMap(({ row, read: one }) => (one.valid ? [] : [[row, one.problem] as const])),
		said: Object.fromEntries(outcome.value.account.items.map(({ kind, count }) => [kind, count])),
	};
};

const partner = 'Partner AG';
const named: readonly Person[] = [
	[ann, 'Ann Lee', null],
	[bob, 'Bob Ray', null],
];
const lastFirst: readonly Person[] = [
	[ann, 'Lee, Ann', null],
	[bob, 'Ray, Bob', null],
	[dan, 'Fox, Dan', null],
];

/** What is right for each file. */
const cases: Readonly<Record<string, Expected>> = {
	'01-zoom-attendees.csv': { people: [...named, [dan, 'Dan Fox', null]], said: { above: 8, 'other-tables': 1 } },
	'02-teams-attendance.csv': {
		people: [
			[ann, 'Lee, Ann (Partner)', null],
			[bob, 'Ray, Bob', null],
		],
		invalid: [[12, 'empty']],
		said: { above: 7, below: 4, 'other-tables': 2 },
	},
	'03-exchange-export.csv': { people: lastFirst, said: { above: 1 } },
	'03b-exchange-email-addresses-single.csv': { people: lastFirst },
	'05-entra-bulk-template.csv': { people: named, invalid: [[3, 'placeholder']], said: { above: 1, placeholders: 1 } },
	'06-google-contacts.csv': {
		people: [
			[bob, 'Bob Ray', partner],
			[dan, 'Dan Fox', 'Vendor AG'],
		],
		invalid: [[2, 'several-addresses']],
		said: { several: 1, 'other-columns': 1, 'from-other-column': 1 },
	},
	'08-salesforce-details.csv': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
		],
		invalid: [[4, 'empty']],
		said: { below: 5, 'somebody-elses': 1 },
	},
	'09b-outlook-lastfirst-lines.txt': { people: [[ann, 'Lee, Ann (External)', null], ...lastFirst.slice(1)] },
	'09d-outlook-lastfirst-comma.txt': { people: lastFirst },
	'09e-to-line.txt': { people: lastFirst },
	'13-contacts.vcf': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', null],
		],
	},
	'13b-people.json': { people: named },
	'13c-people.ldif': { people: named },
	'16-export-users-old.csv': { people: [[ann, 'Ann Lee', null], ...named] },
	'21-people-chips.xlsx': { people: [...named, [dan, 'Dan Fox', null]], said: { 'somebody-elses': 1 } },
	'22-instructions-first.xlsx': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
			[dan, 'Dan Fox', 'Vendor AG'],
		],
		said: { 'other-sheets': 1 },
	},
	'23-user-browser.xlsx': { people: [[ann, 'Ann Lee', null], ...named, [dan, 'Dan Fox', null]], said: { 'other-sheets': 1 } },
	'25-salesforce-formatted.xlsx': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
			[dan, 'Dan Fox', 'Vendor AG'],
		],
		said: { above: 4, between: 1, below: 3 },
	},
	'29-two-sheets-of-people.xlsx': { people: named, said: { 'other-sheets': 2 } },
	'30b-name-paren.csv': { people: named },
	'31b-customer-company.csv': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
		],
	},
	'34-gam-a0.csv': {
		people: [
			[ann, null, null],
			[bob, null, null],
			[bob, null, null],
		],
		said: { 'no-names': 2 },
	},
	'37-cr-with-lf-inside.csv': {
		people: [
			[ann, 'Lee, Ann', null],
			[bob, 'Ray, Bob', null],
			[dan, 'Fox', null],
		],
	},
	'37c-papa-345-mixed.csv': {
		people: [
			[ann, 'Ann', null],
			[bob, 'Bob', null],
			[dan, 'Dan', null],
		],
	},
	'40-hubspot.csv': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
		],
		invalid: [[4, 'empty']],
		said: { 'somebody-elses': 1 },
	},
	'41-mailchimp.csv': { people: [[ann, 'Ann Lee', null]] },
	'70-contacts-per-company.csv': {
		people: [
			[ann, 'Ann Lee', partner],
			[dan, 'Dan Fox', 'Vendor AG'],
		],
		said: { 'other-columns': 1 },
	},
	'79-outlook-export.csv': {
		people: [
			[ann, 'Ann Lee', partner],
			[bob, 'Bob Ray', partner],
		],
		said: { 'from-other-column': 1 },
	},
	'82-email-twice.csv': {
		people: [
			[ann, 'Ann', null],
			[bob, 'Bob', null],
			[dan, 'Dan', null],
		],
		said: { 'from-other-column': 1 },
	},
	'91-space-separated.txt': {
		people: [
			[ann, null, null],
			[bob, null, null],
			[dan, null, null],
		],
		said: { 'no-names': 3 },
	},
	'92-jr.txt': {
		people: [
			[ann, 'John Smith, Jr.', null],
			[bob, 'Mary Poe, PhD', null],
		],
	},
	'export-users-17b.csv': { people: [...named, [dan, 'Dan Fox', null]] },
	'export-users-60-invited.csv': { people: named },
};

afterEach(() => vi.restoreAllMocks());

describe('a list from the field', () => {
	it.each(Object.entries(cases))('%s', async (file, { people, invalid = [], said = {} }) => {
		const written = [vi.spyOn(process.stderr, 'write'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
		const list = await read(file);
		expect(list.people).toEqual(people);
		expect(list.invalid).toEqual(invalid);
		expect(list.said).toEqual(said);
		for (const spy of written) expect(spy, 'no library says anything').not.toHaveBeenCalled();
	});

	it('whose formulas were never calculated says so', async () => {
		const file = '28b-formula-all-uncached.xlsx';
		const outcome = await openListBytes(file, readFileSync(new URL(file, folder)));
		expect(outcome).toEqual({ ok: false, failure: { code: 'list-uncalculated', details: { count: 2 } } });
	});

	it.each<readonly [file: string, choices: ReadingChoices, people: readonly (readonly [string, string | null])[]]>([
		[
			'06-google-contacts.csv',
			{ addresses: 'each' },
			[
				[ann, 'Ann Lee'],
				['ann@home.example', 'Ann Lee'],
				[bob, 'Bob Ray'],
				['bob@home.example', 'Bob Ray'],
				[dan, 'Dan Fox'],
			],
		],
		[
			'70-contacts-per-company.csv',
			{ addresses: 'each' },
			[
				[ann, 'Ann Lee'],
				[bob, 'Bob Ray'],
				[dan, 'Dan Fox'],
			],
		],
		[
			'82-email-twice.csv',
			{ addresses: 'column' },
			[
				[bob, 'Bob'],
				[dan, 'Dan'],
			],
		],
		[
			'29-two-sheets-of-people.xlsx',
			{ tables: 'all' },
			[
				[ann, 'Ann Lee'],
				[bob, 'Bob Ray'],
				[dan, 'Dan Fox'],
				["cleo.o'connor@vendor.example", 'Cleo'],
			],
		],
		[
			'01-zoom-attendees.csv',
			{ tables: 'all' },
			[
				[ann, 'Ann Lee'],
				[bob, 'Bob Ray'],
				[dan, 'Dan Fox'],
				['helga.host@acme-corp.example', null],
			],
		],
	])('%s with %j', async (file, choices, people) => {
		const list = await read(file, choices);
		expect(list.people.map(([address, name]) => [address, name])).toEqual(people);
		expect(list.said['other-columns']).toBe(choices.addresses === 'column' ? 1 : undefined);
		expect(list.said).not.toHaveProperty('several');
		expect(list.said).not.toHaveProperty('other-sheets');
		expect(list.said).not.toHaveProperty('other-tables');
	});
});
