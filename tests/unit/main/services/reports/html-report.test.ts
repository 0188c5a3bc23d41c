import { describe, expect, it } from 'vitest';
import { actor, applied, at, newPlan, planRow, seenAs } from '../../storage/plans/plan-samples.ts';
import { need } from '../../../../support/demo-app.ts';
import { compactFacts } from '#core/evidence/person-facts.ts';
import { personEvidence, unanswered } from '../../../../support/evidence.ts';
import { asked, type ReportedPerson, reportedRun } from '../../../../support/reported-run.ts';

const person = (name: string, domain: string, cause: ReportedPerson['cause'], more: Partial<ReportedPerson> = {}): ReportedPerson => ({
	cells: [name, `${name.toLowerCase()}@${domain}`, 'Brightwater', 'a note'],
	cause,
	evidence: [asked(`directory entry of ${name.toLowerCase()}@${domain}`, { status: 'suspended' })],
	...more,
});

const people: readonly ReportedPerson[] = [
	person('Ann', 'brightwater.example', 'access-revoked'),
	person('Ben', 'brightwater.example', 'access-revoked'),
	person('Cara', 'mosswood.example', 'domain-not-approved', { certainty: 'likely' }),
	person('Dan', 'mosswood.example', 'already-customer'),
	person('Eve', 'gmial.com', 'probable-typo', { certainty: 'likely', suggestion: 'eve@gmail.com' }),
];

/** The part of a page from one id to the next heading of its level. */
const section = (page: string, id: string): string => {
	const start = page.indexOf(`id="${id}"`);
	return page.slice(start, page.indexOf('</section>', start));
};

describe('the HTML report', () => {
	it('says for whom it is, of what, of where, when and by whom', async () => {
		const { text } = await reportedRun({ people });
		const page = await text('html', { client: 'Halden & Sons' });
		expect(page).toContain('<title>Halden &amp; Sons – people.csv – Invite Doctor</title>');
		for (const fact of ['halden.atlassian.net', 'Help Centre', 'admin@halden.example', '23 Nov 2026, 09:00–09:02', 'Invite Doctor 1.2.3']) {
			expect(page).toContain(fact);
		}
	});

	it('sums up in sentences', async () => {
		const { text } = await reportedRun({ people });
		const page = await text('html');
		expect(page).toContain('All 5 rows of the list were checked.');
		expect(page).toContain('Of these rows, 1 is already a customer and 4 are blocked.');
		expect(page).toContain('Most frequent cause: “Access suspended”, 2 rows, 40% of the list.');
		expect(page).toContain('The decision that unlocks the most rows: Restore access for 2 accounts (2 rows).');
	});

	it('says how many can be added, and how many of them are likely', async () => {
		const { text } = await reportedRun({ people: [...people, person('Fay', 'mosswood.example', 'ready-new', { certainty: 'likely' })] });
		expect(await text('html')).toContain(
			'Of these rows, 1 is already a customer, 1 can be added now (0 proven, 1 likely) and 4 are blocked.',
		);
	});

	it('shows causes as a chart with a table that says the same', async () => {
		const { text } = await reportedRun({ people });
		const causes = section(await text('html'), 'causes');
		expect(causes).toMatch(/<svg [^>]*role="img" aria-label="Rows by cause">/);
		expect(causes.match(/<rect /g)).toHaveLength(4);
		expect(causes).toMatch(
			/Access suspended<\/a><\/th><td class="number">2<\/td><td class="number">40%<\/td><td class="number">2<\/td><td class="number">–<\/td>/,
		);
		expect(causes).toMatch(/<b>Likely<\/b> \(2\)/);
	});

	it('ranks domains by the rows that cannot be added', async () => {
		const { text } = await reportedRun({ people });
		const rows = [
			...section(await text('html'), 'domains').matchAll(
				/<bdi>([^<]+)<\/bdi><\/th><td class="number">(\d+)<\/td><td class="number">(\d+)/g,
			),
		];
		expect(rows.map(([, domain, all, blocked]) => [domain, all, blocked])).toEqual([
			['brightwater.example', '2', '2'],
			['mosswood.example', '2', '1'],
			['gmial.com', '1', '1'],
		]);
	});

	it('has a section for each cause: what it means, what to do, who has it, and how we know', async () => {
		const { text } = await reportedRun({ people });
		const cause = section(await text('html'), 'cause-access-revoked');
		expect(cause).toContain('their access to the organisation is suspended');
		expect(cause).toContain('problem 1 in Atlassian’s support article');
		expect(cause).toContain('admin.atlassian.com › Directory › Users');
		expect(cause).toContain('ann@brightwater.example');
		expect(cause).toContain('<details><summary>How we know: 1 answer</summary>');
		expect(cause).toContain('<code>status: suspended</code>');
		expect(cause).not.toContain('cara@');
		expect(section(await text('html'), 'cause-probable-typo')).toContain('possible typo: eve@gmail.com?');
	});

	it('puts what somebody has to act on before what is done', async () => {
		const { text } = await reportedRun({ people: [person('Zoe', 'a.example', 'already-customer'), ...people] });
		const page = await text('html');
		expect(page.indexOf('id="cause-domain-not-approved"')).toBeLessThan(page.indexOf('id="cause-already-customer"'));
	});

	it('cuts the rows of a cause at a stated number and says where the others are', async () => {
		const many = Array.from({ length: 230 }, (_, index) => person(`P${index}`, 'brightwater.example', 'access-revoked'));
		const { text } = await reportedRun({ people: many });
		const cause = section(await text('html'), 'cause-access-revoked');
		expect(cause.match(/<tbody>/g)).toHaveLength(200);
		expect(cause).toContain('The first 200 of 230 rows. See the XLSX or CSV report for all rows.');
		expect(cause.match(/class="how printed"/g)).toHaveLength(3);
	});

	it('tells what was changed, before and after, and which billed roles came back', async () => {
		const { text, plans } = await reportedRun({ people });
		const remedy = { remedy: 'restore-access', steps: ['restore'], before: { cause: 'access-revoked', certainty: 'proven' } } as const;
		need(plans.create(newPlan(), [planRow(0, remedy), planRow(1, remedy)], actor));
		expect(await text('html')).not.toContain('Changes');
		need(plans.setState('plan-1', 'running', null, at(1)));
		need(plans.setRow('plan-1', 0, { ...applied, billable: ['atlassian/user on ari:cloud:jira::site/1-2'] }));
		need(plans.setRow('plan-1', 1, { ...applied, outcome: 'rejected', said: 'Not <allowed>.' }));
		need(plans.saveAfter('plan-1', [seenAs(0, 'already-customer')], actor));
		const changes = section(await text('html'), 'changes');
		expect(changes).toContain('<b>1</b> added');
		expect(changes).toContain('<b>1</b> still blocked');
		expect(changes).toMatch(/Access suspended<\/th><td class="number">2<\/td><td class="number">1<\/td><td class="number">−1</);
		expect(changes).toMatch(/Already a customer<\/th><td class="number">1<\/td><td class="number">2<\/td><td class="number">\+1</);
		expect(changes).toContain('atlassian/user (jira)');
		expect(changes).toContain('Answer from the site: Not &lt;allowed&gt;.');
	});

	it('says what the site did not let us see', async () => {
		const unkeyed = personEvidence({ directory: unanswered('not-asked'), portal: unanswered('hidden') });
		const facts = compactFacts(unkeyed);
		const { text } = await reportedRun({ people: ['Ann', 'Ben'].map((name) => person(name, 'a.example', 'undetermined', { facts })) });
		const unseen = section(await text('html'), 'unseen');
		expect(unseen).toContain('Directory entry: not checked, for 2 people.');
		expect(unseen).toContain('Portal-only account: not shown by the site, for 2 people.');
		expect(unseen).toContain('Verdicts use the settings declared on 23 Nov 2026, 09:00');
	});

	it('says what was found on the service project, and what to do about it', async () => {
		const { text, runs, runId } = await reportedRun({ people });
		const evidence = [asked('permission scheme of HELP', { BROWSE_PROJECTS: ['group'] })];
		runs.setFindings(runId, [{ cause: 'desk-permission-missing', certainty: 'proven', remedy: 'fix-desk-permission', evidence }]);
		const findings = section(await text('html'), 'findings');
		expect(findings).toContain('Customers have no permission to view or create requests in Help Centre');
		expect(findings).toContain('Project settings › Permissions');
	});
});
