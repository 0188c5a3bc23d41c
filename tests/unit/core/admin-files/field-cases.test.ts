import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAdminFile } from '#core/admin-files/open-admin-file.ts';
import { isServiceManagement } from '#core/admin-files/titles.ts';
import { adminFileFromBytes } from '#main/files/admin-file-source.ts';
import { done } from '#shared/outcome.ts';

const turns = { isDue: () => false, give: () => Promise.resolve() };
const memory = { recall: () => null, keep: () => done(null) };

const opened = async (file: string, siteUrl: string | undefined) => {
	const bytes = readFileSync(new URL(`../../../fixtures/field-cases/lists/${file}`, import.meta.url));
	const source = await adminFileFromBytes(file, bytes);
	if (!source.ok) throw new Error(JSON.stringify(source.failure));
	const outcome = await openAdminFile(source.value, { kind: 'users', siteUrl }, memory, turns);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const peopleOf = ({ file }: Awaited<ReturnType<typeof opened>>) => {
	const read = file({ takenAt: '2026-08-09T00:00:00.000Z', coverage: 'all' });
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return [...read.value.people.values()].map(({ email, meanings }) => [email, meanings.status, meanings['service-management']]);
};

it("a client's own column is none for product access: it is asked for", async () => {
	const { preview } = await opened('export-users-17b.csv', 'https://acme.atlassian.net');
	expect(preview.mapping['service-management']).toBeNull();
	expect(preview.notices).toContainEqual({ code: 'no-access-column', details: {} });
});

it('"Invited" is a meaning of its own', async () => {
	expect(peopleOf(await opened('export-users-60-invited.csv', 'https://acme.atlassian.net'))).toEqual([
		['ann.lee@partner.example', 'invited', 'access'],
		['bob.ray@partner.example', 'active', 'no-access'],
	]);
});

it('more cells than titles are said, and several lines of a person are one', async () => {
	const file = await opened('16-export-users-old.csv', undefined);
	expect(file.preview.notices).toContainEqual({ code: 'more-cells', details: { count: 3, line: 2 } });
	expect(file.preview.people).toBe(2);
});

it('of a workbook the sheet with most people is read, a person once', async () => {
	const { preview } = await opened('23-user-browser.xlsx', undefined);
	expect([preview.people, preview.columns[0]]).toEqual([3, 'Account ID']);
});

it.each([
	['Jira Service Management', true],
	['Jira Service Management - acme', true],
	['Jira Service Desk', true],
	['Jira Service Management (access)', true],
	['JSM', true],
	['Access to Jira Service Management', true],
	['Zugriff auf Jira Service Management', true],
	['Filter Jira Service Management', false],
	['Is in Jira Service Management?', false],
	['Wants Jira Service Management', false],
	['Old Jira Service Desk licence', false],
	['Jira Service Management needed', false],
	['Jira Service Management cost', false],
	['Last seen in Jira Service Management - acme', false],
	['Customer Service Management', false],
	['Delta Jira Service Management - acme', false],
	['No Jira Service Management', false],
])('%s is the title of product access: %s', (title, expected) => {
	expect(isServiceManagement(title)).toBe(expected);
});
