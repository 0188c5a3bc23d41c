import { describe, expect, it } from 'vitest';
import { need } from '../../../support/demo-app.ts';
import { fileOfText, headers, openText, peopleIn } from '../../../support/admin-files.ts';
import { fc } from '../../../support/properties.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { english, fileOf, french, german, type Columns, shuffled } from '../../../support/world-admin-files.ts';

const statuses = ['active', 'suspended', 'deactivated', 'for_deletion', 'inactive'] as const;

describe('a table', () => {
	it('says the same in whatever order its columns stand, in every language', async () => {
		const person = fc.record({
			status: fc.constantFrom(...statuses),
			access: fc.boolean(),
			claimed: fc.boolean(),
			id: fc.string({ maxLength: 8 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(person, { minLength: 1, maxLength: 8 }),
				fc.constantFrom(english, german, french),
				fc.integer(),
				async (people, spelling, seed) => {
					const { titles, words } = spelling;
					const columns: Columns = [
						[titles.id, people.map(({ id }) => id)],
						[titles.name, people.map((_, index) => `Person, ${index}`)],
						[titles.email, people.map((_, index) => `p${index}@x.example`)],
						[titles.status, people.map(({ status }) => words[status])],
						[titles.claimed, people.map(({ claimed }) => (claimed ? words.elsewhere : words.no))],
						[titles.service, people.map(({ access }) => (access ? words.access : 'None'))],
						[titles.other, people.map(() => words.access)],
						[titles.last, people.map(() => '3 Jan 2024')],
					];
					const choice = { kind: 'users', siteUrl: 'https://halden.atlassian.net' } as const;
					const plain = await fileOfText(fileOf(columns, spelling), choice);
					const mixed = await fileOfText(fileOf(shuffled(columns, seed), spelling), choice);
					expect(mixed).toEqual(plain);
					expect(peopleIn(plain)).toEqual(
						Object.fromEntries(
							people.map(({ status, access, claimed }, index) => [
								`p${index}@x.example`,
								{
									status: status === 'for_deletion' ? 'for-deletion' : status,
									claimed: claimed ? 'elsewhere' : 'not-elsewhere',
									'service-management': access ? 'access' : 'no-access',
								},
							]),
						),
					);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('may be a sheet of a workbook', async () => {
		const bytes = workbookOf(['Export of 20 November'], headers.users.split(','), null, [
			'1',
			'Ann',
			'ann@x.example',
			'Suspended',
			null,
			null,
			'None',
		]);
		const file = need(need(await openText(bytes)).file({ takenAt: '2026-11-20T00:00:00.000Z', coverage: 'all' }));
		expect(file.people.get('ann@x.example')).toMatchObject({
			line: 4,
			meanings: { status: 'suspended', 'service-management': 'no-access' },
		});
	});

	it('takes several lines of one person for one', async () => {
		const header =
			'group_name,username,full_name,email,active,last_login,last_session,Jira Service Desk,Jira Software,Jira Core,Confluence';
		// As Atlassian's own example has it: a cell more than there are titles.
		const lines = ['staff', 'jira-servicemanagement-users-acme'].map(
			(group) => `${group},ann,Ann,ann@x.example,Yes,14 Dec 2012 15:31:57,,Yes,No,No,Yes,No`,
		);
		const { people } = await fileOfText([header, ...lines].join('\n'));
		expect([...people.values()]).toMatchObject([
			{
				line: 2,
				meanings: { status: 'active', 'service-management': 'access' },
				groups: ['jira-servicemanagement-users-acme'],
				contradictedBy: null,
			},
		]);
	});

	it('marks lines of one address that contradict each other', async () => {
		const file = await fileOfText(`${headers.users}\n1,A,ann@x.example,Active,,,User\n1,A,Ann@x.example,Suspended,,,User\n`);
		expect(file.people.get('ann@x.example')).toMatchObject({ line: 2, contradictedBy: 3 });
	});

	it('counts a line whose cells are shifted as nobody’s, and never as somebody absent', async () => {
		const opened = need(await openText(`${headers.users}\n1,Lee, Ann,ann@x.example,Suspended,,,User\n2,Ben,ben@x.example,Active,,,User\n`));
		expect(opened.preview.notices).toContainEqual({ code: 'unreadable-lines', details: { count: 1, line: 2 } });
		expect(need(opened.file({ takenAt: '2026-11-20T00:00:00.000Z', coverage: 'all' })).header.unreadable).toBe(1);
	});

	it('leaves people without an address out', async () => {
		const { header, people } = await fileOfText(`${headers.users}\n1,Bot,,Active,,,\n2,Ben,ben@x.example,Active,,,User\n`);
		expect([people.size, header.unreadable]).toEqual([1, 0]);
	});

	it('passes over what a page has above and between: headlines, titles again, how many are shown', async () => {
		const text =
			'Portal-only customers\n\nFull name\tE-mail\tStatus\tActions\nAnn\tann@x.example\tActive\t…\nShowing 1–1 of 2\nFull name\tE-mail\tStatus\tActions\nBen\tben@x.example\tInactive\tGrant access\nShowing 2–2 of 2\n1 2\n';
		const file = await fileOfText(text);
		expect(peopleIn(file)).toEqual({ 'ann@x.example': { status: 'active' }, 'ben@x.example': { status: 'inactive' } });
		expect(file.people.get('ben@x.example')?.line).toBe(7);
	});
});

describe('the column for service management', () => {
	const columns = (siteUrl: string | undefined, ...titles: readonly string[]) =>
		openText(
			`User id,email,User status,Added to org,${titles.join(',')}\n1,ann@x.example,Active,,${titles.map(() => 'User').join(',')}\n`,
			{ siteUrl },
		);

	it('is that of the site', async () => {
		const opened = need(
			await columns('https://acme.atlassian.net', 'Jira Service Management - acme-sandbox', 'Jira Service Management - acme'),
		);
		expect(opened.preview.mapping['service-management']).toBe(5);
	});

	it('is left out, with a word, where it is that of another site', async () => {
		const opened = need(await columns('https://acme.atlassian.net', 'Jira Service Management - other'));
		expect(opened.preview.mapping['service-management']).toBeNull();
		expect(opened.preview.notices).toEqual([{ code: 'other-site', details: { column: 'Jira Service Management - other' } }]);
	});

	it('is missed with a warning where every other column names another site', async () => {
		const lastSeen = ['Last seen in Jira Service Management - globex', 'Last seen in Jira - globex', 'Team (private)'];
		const codesFor = async (...titles: readonly string[]) =>
			need(await columns('https://acme.atlassian.net', ...titles)).preview.notices.map(({ code, details }) => [code, details]);
		expect(await codesFor(...lastSeen)).toEqual([
			['other-sites', { sites: 'globex' }],
			['no-access-column', {}],
		]);
		expect(await codesFor(...lastSeen, 'Last seen in Confluence - acme')).toEqual([['no-access-column', {}]]);
		expect(await codesFor('Team (private)')).toEqual([['no-access-column', {}]]);
	});

	it.each(['JSM access', 'Jira Service Management (Zugriff)', 'Service desk', 'Jira Service Desk'])('may be titled "%s"', async (title) => {
		expect(need(await columns('https://acme.atlassian.net', title)).preview.mapping['service-management']).toBe(4);
	});

	it('is asked for where several are there and none is known to be the site’s', async () => {
		const opened = need(await columns(undefined, 'Jira Service Management - a', 'Jira Service Management - b'));
		expect(opened.preview.notices).toMatchObject([{ code: 'which-site' }]);
	});

	it('is never the one that says when it was used, nor that of another product', async () => {
		const opened = need(
			await columns('https://acme.atlassian.net', 'Last seen in Jira Service Management - acme', 'Customer Service Management - acme'),
		);
		expect(opened.preview.mapping['service-management']).toBeNull();
	});
});

describe('what a cell of it says', () => {
	const accessIn = async (kind: 'users' | 'managed', cell: string) => {
		const [header, before] =
			kind === 'users' ? [headers.users, '1,A,ann@x.example,Active,,'] : [headers.managed, 'A,ann@x.example,,Active,Yes,P,T,No'];
		const file = await fileOfText(`${header}\n${before},"${cell}"\n`, { siteUrl: 'https://acme.atlassian.net' });
		return file.people.get('ann@x.example')?.meanings['service-management'];
	};

	it.each([
		['User', 'access'],
		['Customer', 'access'],
		['User, Product admin', 'access'],
		['User access admin', 'no-access'],
		['Product admin; User access admin', 'access'],
		['None', 'no-access'],
		['', 'no-access'],
		['Kein Zugriff', 'no-access'],
		['TRUE', 'access'],
		['28 Apr 2024', 'unknown'],
	])('in Export users: "%s" is %s', async (cell, meaning) => {
		expect(await accessIn('users', cell)).toBe(meaning);
	});

	it.each([
		['acme.atlassian.net', 'access'],
		['https://acme.atlassian.net/jira, other.atlassian.net', 'access'],
		['other.atlassian.net', 'no-access'],
		['', 'unknown'],
		['2026-10-03', 'access'],
	])('in Export managed accounts, which lists the sites somebody uses: "%s" is %s', async (cell, meaning) => {
		expect(await accessIn('managed', cell)).toBe(meaning);
	});
});
