import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedText } from '#shared/messages/de/asked.ts';
import { evidenceTopic } from '#core/evidence/evidence-topic.ts';
import type { Masking } from '#main/services/reports/disclosure.ts';
import type { FileFormat } from '#main/services/reports/write-report.ts';
import { causeCodes } from '#shared/causes.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { Services } from '#main/services/compose.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { composeForAdminFiles, inviteListOf, snapshotOf } from '../../../../support/admin-file-app.ts';
import { domainsColumns, english, fileOf, managedColumns, portalColumns, usersColumns } from '../../../../support/world-admin-files.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../../../../support/demo-app.ts';
import { unzip } from '../../../../support/read-workbook.ts';
import { asked, type ReportedPerson, type ReportedRun, reportedRun } from '../../../../support/reported-run.ts';
import { actor, applied, at, newPlan, planRow, seenAs } from '../../storage/plans/plan-samples.ts';

const formats: readonly FileFormat[] = ['html', 'xlsx', 'csv', 'json'];

/** A word of its own for each place that something personal can stand in. */
const canary = (place: string, index: number): string => `Canary${place}${index}`;

/** Everything that a site or a list could tell of one person, each with a canary in it. */
const evidenceOf = (index: number): readonly EvidenceItem[] => {
	const address = `${canary('Local', index)}@brightwater.example`.toLowerCase();
	return [
		asked(`directory entry of ${address}`, {
			accountId: canary('Account', index),
			status: 'suspended',
			accountStatus: canary('State', index),
			email: address,
			name: canary('Display', index),
			nested: { deep: canary('Nested', index) },
		}),
		asked(`service management role of ${address}`, {
			held: false,
			resource: `ari:cloud:jira-servicedesk::site/${canary('Resource', index)}`,
		}),
		asked(`portal-only record of ${address}`, { found: null, problem: `unexpected record of ${canary('Problem', index)}` }),
		asked(`roles of ${address}`, { roles: ['atlassian/user', `${canary('Role', index)} of somebody`] }),
		asked('what follows from it', `not answered: directory entry of ${address}; ${canary('Inference', index)}`),
		asked('customer access of the site', { internal: true, approvedDomains: [`${canary('Approved', index)}.example`.toLowerCase()] }),
		asked(`is "${canary('Cell', index)}" an address`, { problem: 'bad-domain', domain: canary('BadDomain', index) }),
		asked(`a question nobody knows about ${canary('Unknown', index)}`, [canary('List', index)]),
		{
			...asked(`Atlassian account of ${address} on the site`, canary('Text', index)),
			source: `an export called ${canary('File', index)}.csv`,
		},
	];
};

const people: readonly ReportedPerson[] = causeCodes.map((cause, index) => ({
	cells: [
		canary('Name', index),
		cause === 'invalid-address'
			? `${canary('Invalid', index)}@${canary('InvalidHost', index)} x`
			: `${canary('Local', index)}@brightwater.example`,
		`${canary('Org', index)} Ltd`,
		`${canary('Note', index)} called twice`,
		canary('Extra', index),
	],
	cause,
	evidence: evidenceOf(index),
	suggestion: `${canary('Suggested', index)}@mosswood.example`.toLowerCase(),
}));

const remediated = async (): Promise<ReportedRun> => {
	const reported = await reportedRun({
		people,
		columns: ['Name', 'E-mail', 'Organisation', canary('Column', 0)],
		listName: `${canary('ListName', 0)}.csv`,
		account: `${canary('Admin', 0)}@brightwater.example`,
	});
	const { plans, runs, runId } = reported;
	runs.setFindings(runId, [
		{
			cause: 'desk-permission-missing',
			certainty: 'proven',
			remedy: null,
			evidence: [asked('permission scheme of HELP', { holder: canary('Holder', 0) })],
		},
	]);
	const remedy = { remedy: 'restore-access', steps: ['restore'], before: { cause: 'access-revoked', certainty: 'proven' } } as const;
	const ids = people.map((_, id) => id);
	need(
		plans.create(
			newPlan(),
			ids.map((id) => planRow(id, remedy)),
			actor,
		),
	);
	need(plans.setState('plan-1', 'running', null, at(1)));
	for (const id of ids) {
		need(
			plans.setRow('plan-1', id, {
				...applied,
				outcome: id % 2 === 0 ? 'applied' : 'rejected',
				failure: { code: 'call-refused', details: { who: canary('Failure', id) } },
				said: `${canary('Said', id)} cannot be restored.`,
				billable: [`atlassian/user on ari:cloud:jira::site/${canary('Billed', id)}`],
			}),
		);
	}
	need(plans.saveAfter('plan-1', [seenAs(0, 'already-customer')], actor));
	return reported;
};

const contentOf = async (run: ReportedRun, format: FileFormat, masking: Masking | null): Promise<string> => {
	const bytes = await run.bytes(format, { client: 'Halden Group', masking });
	return format === 'xlsx' ? [...unzip(bytes).values()].join('\n') : bytes.toString('utf8');
};

const canariesIn = (text: string): readonly string[] => [...new Set(text.match(/canary[a-z]+\d+/gi) ?? [])];

describe('a report without personal data', () => {
	it.each(formats)('as %s holds none of what stands in the list or in an answer', async (format) => {
		const run = await remediated();
		expect(canariesIn(await contentOf(run, format, null)).length, 'the canaries are in the full report').toBeGreaterThan(40);
		expect(canariesIn(await contentOf(run, format, { domains: false, organisations: true }))).toEqual([]);
		const masked = await contentOf(run, format, { domains: true, organisations: true });
		expect(canariesIn(masked)).toEqual([]);
		expect(masked).not.toMatch(/brightwater|mosswood/);
		expect(masked).toContain('Person 1 (domain-');
	});

	it.each(formats)('as %s keeps customer organisations only where that was asked for', async (format) => {
		const kept = canariesIn(await contentOf(await remediated(), format, { domains: false, organisations: false }));
		expect(kept.filter((found) => !found.startsWith('CanaryOrg'))).toEqual([]);
		expect(kept.length > 0).toBe(format === 'html' || format === 'xlsx');
	});

	it('still says what is known and how: the question, where, when, and what names nobody', async () => {
		const page = await contentOf(await remediated(), 'html', { domains: false, organisations: true });
		expect(page).toContain('<bdi>Directory entry</bdi>: <code>status: suspended</code>');
		expect(page).toContain('POST /admin/v2/orgs/{orgId}/directories/-/users/search');
		expect(page).toContain('left out (names people)');
		expect(page).toContain('possible typo: mosswood.example?');
		expect(page).toContain('Person 1 (brightwater.example)');
	});

	it('gives a person the same number in every format', async () => {
		const run = await remediated();
		const masking = { domains: false, organisations: true };
		const { rows } = JSON.parse(await contentOf(run, 'json', masking)) as { rows: readonly { row: number; email: string }[] };
		expect(rows[3]).toMatchObject({ row: 5, email: 'Person 4 (brightwater.example)' });
		expect(await contentOf(run, 'csv', masking)).toContain('\r\n5,Person 4 (brightwater.example),');
		expect(await contentOf(run, 'xlsx', masking)).toContain('Person 4 (brightwater.example)');
	});
});

/** A diagnosis against every kind of file an admin can hand over. */
const diagnoseAdminFiles = async () => {
	const world = makeWorld({});
	const app = await composeForAdminFiles();
	const id = await snapshotOf(app, [
		{ name: 'a.csv', text: fileOf(usersColumns(world, english), english) },
		{ name: 'b.csv', text: fileOf(managedColumns(world, english), english) },
		{ name: 'c.csv', text: fileOf(domainsColumns(world, english), english) },
		{ name: 'd.csv', text: fileOf(portalColumns(world, english), english), kind: 'portal' },
	]);
	const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
	const [run] = app.services.store.runs();
	if (run === undefined) throw new Error('there is no run');
	return { services: app.services, rows, runId: run.id };
};

const expectNobodyTold = async (services: Pick<Services, 'reports'>, runId: string, rows: readonly RunRowDetail[]): Promise<string> => {
	const path = join(await makeTempDir(), 'report.html');
	const asked = { runId, format: 'html', client: '', logo: null, personal: false, maskDomains: false, maskOrganisations: true } as const;
	need(await services.reports.make({ ...asked, language: 'en' }, { path }));
	const page = readFileSync(path, 'utf8');
	const told = rows.flatMap(({ email, name }) => [email, name ?? '']);
	expect(told.filter((text) => text.length > 5 && page.includes(text))).toEqual([]);
	return page;
};

/** The window finds the questions, which are stored in English, by their patterns. */
const notGerman = (questions: readonly string[]): readonly string[] => questions.filter((question) => askedText(question) === question);

describe('every question of a real diagnosis', () => {
	it('is known, so that nothing of it is told by accident or left out for nothing', async () => {
		for (const hasOrgKey of [true, false]) {
			const app = await composeOnDemo(await startDemo(), { hasOrgKey });
			const run = await app.diagnose();
			const items = [...app.rows(run.id).flatMap(({ verdict }) => verdict.evidence), ...run.findings.flatMap(({ evidence }) => evidence)];
			expect([
				...new Set(items.filter(({ asked: question }) => evidenceTopic(question) === 'other').map(({ asked: question }) => question)),
			]).toEqual([]);
			expect(notGerman(items.map(({ asked: question }) => question))).toEqual([]);
		}
	});

	it('is known where files answer instead of the site, and names nobody', async () => {
		const { services, rows, runId } = await diagnoseAdminFiles();
		const questions = rows.flatMap(({ verdict }) => verdict.evidence.map(({ asked: question }) => question));
		expect([...new Set(questions.filter((question) => evidenceTopic(question) === 'other'))]).toEqual([]);
		expect(notGerman(questions)).toEqual([]);
		const page = await expectNobodyTold(services, runId, rows);
		expect(page).toMatch(/service-management: no-access/);
		expect(page).toContain('export users of 2026-11-20');
	});

	it.each([
		['who reported requests as ann@example.com', 'reporter'],
		['the account qm:1, seen at ann@example.com before', 'earlier-account'],
		['ann@example.com among the members of customer organisations', 'organisation-members'],
		['whose account ann@example.com is', 'owner'],
		['to make an account for ann@example.com', 'creation'],
		['may qm:1 raise requests', 'can-raise'],
	])('%s is about %s', (question, topic) => expect(evidenceTopic(question)).toBe(topic));

	it('is told without any address or name of the list', async () => {
		const app = await composeOnDemo(await startDemo());
		const run = await app.diagnose();
		await expectNobodyTold(app.services, run.id, app.rows(run.id));
	});
});
