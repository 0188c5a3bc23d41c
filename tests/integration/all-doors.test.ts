import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { failureSentence } from '#main/hosts/cli/messages.ts';
import { composeApp } from '#main/services/compose.ts';
import type { ReportDelivery } from '#main/services/reports/delivery.ts';
import { contract } from '#shared/contract.ts';
import { andThen, done, type Outcome } from '#shared/outcome.ts';
import type { OwnerAudience } from '#shared/owner-messages.ts';
import { cautiousChoices } from '#shared/plan.ts';
import { signInScopes } from '#shared/scopes.ts';
import { type CommandEnd, runCommand } from '../support/command-line.ts';
import { makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { type Client, doors } from '../support/doors.ts';
import { headers } from '../support/admin-files.ts';
import { browse, registerApp } from '../support/sign-in.ts';
import { writeWorkbook } from '../support/workbook.ts';

/**
 * The same script of questions is asked through each door, each time of a site and a data folder of their own, and what was
 * answered is compared. Through the command line each question that a command exists for is asked by it: what a command did
 * is read back, and what it was told has to stand in what it printed.
 */

type Room = keyof typeof contract;
type Path = { [R in Room]: `${R}.${keyof (typeof contract)[R] & string}` }[Room];

interface World {
	readonly client: Client;
	readonly demo: DemoSite;
	readonly dir: string;
	/** What earlier questions gave. */
	readonly known: {
		list: string;
		run: string;
		other: string;
		snapshot: string;
		plan: string;
		guided: number;
		adminFile: string;
		import: string;
	};
}

interface Command {
	(...args: readonly string[]): Promise<CommandEnd>;
}

interface Question {
	readonly asks: Path;
	ask(world: World): Promise<unknown>;
	/** Asks by command; resolves to what the question would have been answered with. */
	command?(run: Command, world: World): Promise<unknown>;
}

const name = 'Halden';
const mapping = { email: 0, name: null, organisation: null };
const byRow = { by: 'row', descending: false } as const;
const usersCsv = `${headers.users}\n1,Ann,ann@x.example,Active,,,User\n2,Ben,ben@x.example,Suspended,,,None\n`;
const report = {
	format: 'json',
	client: 'Acme',
	logo: null,
	personal: true,
	maskDomains: false,
	maskOrganisations: false,
	language: 'en',
} as const;

const settingsOf = ({ demo }: World) => {
	const { origin: _origin, at: _at, inferred: _inferred, ...settings } = need(readAccess(demo.access, ''));
	return settings;
};
const peopleOf = ({ demo }: World): string => makeInviteList(demo.world);
const reportPath = ({ dir }: World): string => join(dir, 'list-report.json');
const snapshotPath = ({ dir }: World): string => join(dir, 'given.sqlite');

/** What is told last by what tells until it ends. */
const lastOf = async <T>(watch: Promise<AsyncIterable<T>>): Promise<T | null> => {
	let last: T | null = null;
	for await (const told of await watch) last = told;
	return last;
};

const startRun = async ({ client, demo, known }: World): Promise<Outcome<{ readonly runId: string }>> => {
	const { listId, preview } = need(await client.lists.open({ name: 'list.csv', text: makeInviteList(demo.world) }));
	const started = await client.runs.start({ listId, mapping: preview.mapping, site: name, desk: demo.deskKey });
	known.run = need(started).runId;
	await lastOf(client.runs.watch({ runId: known.run }));
	return started;
};

const newestRun = async ({ client }: World): Promise<string> => need(await client.runs.list())[0]?.id ?? '';

const saysAll = ({ stdout, code }: CommandEnd, ...parts: readonly string[]): void => {
	for (const part of parts) expect(stdout).toContain(part);
	expect(code).toBeLessThan(2);
};

/** A question that fails: the command says why, in its sentence. */
const saysWhy = ({ stderr, code }: CommandEnd, answer: Outcome<unknown>): void => {
	if (answer.ok) throw new Error('this was to fail');
	expect(stderr).toContain(failureSentence(answer.failure));
	expect(code).toBe(2);
};

const app: readonly Question[] = [
	{ asks: 'app.info', ask: ({ client }) => client.app.info() },
	{ asks: 'app.takeFile', ask: ({ client }) => client.app.takeFile({ id: '1' }) },
	{
		asks: 'app.handed',
		ask: async ({ client }) => {
			const handed = await client.app.handed();
			await handed.return?.();
			return null;
		},
	},
	{ asks: 'app.openDemo', ask: ({ client }) => client.app.openDemo() },
	{ asks: 'app.openLink', ask: ({ client }) => client.app.openLink({ url: 'https://evil.example' }) },
	{ asks: 'app.speak', ask: ({ client }) => client.app.speak({ language: 'de' }) },
	{ asks: 'settings.set', ask: ({ client }) => client.settings.set({ key: 'message.subject', value: 'To {domain}' }) },
	{
		asks: 'network.set',
		ask: ({ client }) => client.network.set({ mode: 'none', bypass: '' }),
		command: async (run, { client }) => {
			saysAll(await run('network', 'set', '--direct'), 'No proxy (none)');
			return client.network.get();
		},
	},
	{
		asks: 'network.get',
		ask: ({ client }) => client.network.get(),
		command: async (run, { client }) => {
			saysAll(await run('network'), 'No proxy (none)');
			return client.network.get();
		},
	},
	{ asks: 'settings.get', ask: ({ client }) => client.settings.get({ key: 'message.subject' }) },
];

const sites: readonly Question[] = [
	{
		asks: 'sites.add',
		ask: ({ client, demo: { url, email, apiToken, orgApiKey } }) =>
			client.sites.add({ name, url, adminUrl: url, email, apiToken, orgApiKey, client: 'Acme' }),
		command: async (run, { client, demo }) => {
			saysAll(await run('site', 'add', demo.url, '--name', name, '--admin-url', demo.url, '--client', 'Acme'), `Added ${name}`);
			return client.sites.get({ name });
		},
	},
	{ asks: 'sites.get', ask: ({ client }) => client.sites.get({ name: 'nobody' }) },
	{
		asks: 'sites.list',
		ask: ({ client }) => client.sites.list(),
		command: async (run, { client, demo }) => {
			saysAll(await run('site', 'list'), `${name}  ${demo.url}  ${demo.email}  API token, organisation key  Acme`);
			return client.sites.list();
		},
	},
	{
		asks: 'network.check',
		ask: ({ client }) => client.network.check({ name }),
		command: async (run, { client }) => {
			saysAll(await run('network', 'check', name), 'The connection works.');
			return client.network.check({ name });
		},
	},
	{
		asks: 'sites.setReadOnly',
		ask: ({ client }) => client.sites.setReadOnly({ name, readOnly: false }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'read-only', name), `${name} is now read only`);
			saysAll(await run('site', 'read-only', name, '--off'), `${name} is no longer read only`);
			return client.sites.get({ name });
		},
	},
	{
		asks: 'sites.edit',
		ask: ({ client }) => client.sites.edit({ name, deskKey: null }),
	},
	{
		asks: 'sites.setClient',
		ask: ({ client }) => client.sites.setClient({ name, client: 'Brightwater' }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'client', name, 'Brightwater'), `${name} belongs to Brightwater.`);
			return client.sites.get({ name });
		},
	},
	{
		asks: 'sites.setTokens',
		ask: ({ client, demo: { apiToken, orgApiKey } }) => client.sites.setTokens({ name, apiToken, orgApiKey, tokenExpiresOn: '2999-01-01' }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'tokens', name, '--token-expires', '2999-01-01'), `Tokens of ${name} saved.`);
			return client.sites.get({ name });
		},
	},
	{
		asks: 'sites.signIn',
		ask: async ({ client, demo: { url }, demo }) => {
			const oauth = await registerApp(demo, signInScopes(false));
			const signed = 'Signed in';
			need(await client.sites.add({ name: signed, url, adminUrl: url, orgId: 'another', oauth }));
			const steps: unknown[] = [];
			for await (const step of await client.sites.signIn({ name: signed })) {
				const reached = need(step);
				steps.push(reached.at === 'browser' ? reached.isOpen : [reached.site.signIn, reached.site.hasApiToken, reached.site.email]);
				if (reached.at === 'browser') await browse(reached.url);
			}
			const gone = await client.deletion.carryOut({ of: { kind: 'site', name: signed, withRuns: false } });
			return { steps, gone };
		},
	},
	{
		asks: 'sites.check',
		ask: ({ client }) => client.sites.check({ name }),
		command: async (run, { client, demo }) => {
			saysAll(await run('site', 'check', '--site-url', demo.url, '--admin-url', demo.url), `Service project ${demo.deskKey}  `);
			return client.sites.check({ name });
		},
	},
	{
		asks: 'sites.probe',
		ask: ({ client }) => client.sites.probe({ name }),
		command: async (run, { client, demo: { url, email, apiToken, orgApiKey } }) => {
			saysAll(await run('site', 'check', name, '--probe'), 'Available data, as of');
			return client.sites.probes({ given: { url, adminUrl: url, email, apiToken, orgApiKey } });
		},
	},
	{ asks: 'sites.probes', ask: ({ client }) => client.sites.probes({ name }) },
	{
		asks: 'sites.access',
		ask: ({ client }) => client.sites.access({ name }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'access', name), 'Internal           unknown', 'User management    centralized');
			return client.sites.access({ name });
		},
	},
	{
		asks: 'sites.setMailBudget',
		ask: ({ client }) => client.sites.setMailBudget({ name, perDay: 40 }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'mails', name, '--set', '40'), '40 in 24 hours, 0 sent in the last 24 hours');
			return client.sites.mailBudget({ name });
		},
	},
	{
		asks: 'sites.setMailBudget',
		ask: ({ client }) => client.sites.setMailBudget({ name, perDay: null }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'mails', name, '--default'), '100 in 24 hours (the default)');
			return client.sites.mailBudget({ name });
		},
	},
	{
		asks: 'sites.mailBudget',
		ask: ({ client }) => client.sites.mailBudget({ name }),
		command: async (run, { client }) => {
			saysAll(await run('site', 'mails', name), '100 in 24 hours (the default), 0 sent in the last 24 hours');
			return client.sites.mailBudget({ name });
		},
	},
	{
		asks: 'sites.declareAccess',
		ask: (world) => world.client.sites.declareAccess({ name, access: settingsOf(world) }),
		command: async (run, { client, demo }) => {
			saysAll(await run('site', 'access', name, '--set', demo.access), 'Internal           on', `(${demo.email})`);
			return client.sites.access({ name });
		},
	},
];

const lists: readonly Question[] = [
	{
		asks: 'lists.open',
		ask: async ({ client, known }) => {
			const sheet = (title: string) => ({ name: title, rows: [['Email'], ['ann@x.example'], [`${title}@gmial.com`], ['nobody']] });
			const file = new File([new Uint8Array(writeWorkbook({ sheets: [sheet('One'), sheet('Two')] }))], 'l.xlsx');
			const opened = await client.lists.open({ name: 'l.xlsx', file, site: name });
			known.list = need(opened).listId;
			return opened;
		},
	},
	{ asks: 'lists.openSheet', ask: ({ client, known }) => client.lists.openSheet({ listId: known.list, sheet: 'Two' }) },
	{ asks: 'lists.openEncoding', ask: ({ client }) => client.lists.openEncoding({ listId: 'gone', encoding: 'utf-8' }) },
	{ asks: 'lists.openWith', ask: ({ client, known }) => client.lists.openWith({ listId: known.list, addresses: 'each' }) },
	{ asks: 'lists.map', ask: ({ client, known }) => client.lists.map({ listId: known.list, mapping }) },
	{ asks: 'lists.recall', ask: ({ client, known }) => client.lists.recall({ listId: known.list, site: name }) },
	{ asks: 'lists.accept', ask: ({ client, known }) => client.lists.accept({ listId: known.list, domain: 'gmial.com' }) },
	{
		asks: 'runs.correctRow',
		ask: ({ client }) => client.runs.correctRow({ runId: 'gone', id: 0, text: 'ann@x.example' }),
		command: async (run, { client }) => {
			const answer = await client.runs.correctRow({ runId: 'gone', id: 0, text: 'ann@x.example' });
			saysWhy(await run('run', 'correct', 'gone', '2', 'ann@x.example'), answer);
			return answer;
		},
	},
	{ asks: 'lists.split', ask: ({ client, known }) => client.lists.split({ listId: known.list, index: 0 }) },
	{
		asks: 'lists.correct',
		ask: ({ client, known }) => client.lists.correct({ listId: known.list, index: 0, column: 0, text: 'ben@x.example' }),
	},
	{ asks: 'lists.exclude', ask: ({ client, known }) => client.lists.exclude({ listId: known.list, rows: [0], excluded: true }) },
	{ asks: 'lists.undo', ask: ({ client, known }) => client.lists.undo({ listId: known.list }) },
	{ asks: 'lists.redo', ask: ({ client, known }) => client.lists.redo({ listId: known.list }) },
	{ asks: 'lists.problems', ask: ({ client, known }) => client.lists.problems({ listId: known.list }) },
	{ asks: 'lists.rows', ask: ({ client, known }) => client.lists.rows({ listId: known.list, from: 0, count: 10, filter: 'all' }) },
	{
		asks: 'lists.nearestProblem',
		ask: ({ client, known }) => client.lists.nearestProblem({ listId: known.list, from: -1, direction: 'next' }),
	},
	{ asks: 'lists.drafts', ask: ({ client }) => client.lists.drafts() },
	{ asks: 'lists.resume', ask: ({ client }) => client.lists.resume({ listId: 'gone' }) },
	{
		asks: 'lists.choose',
		ask: ({ client }) =>
			client.lists.choose({ listId: 'gone', target: { site: null, desk: null, several: null, access: null, isMappingChosen: false } }),
	},
	{ asks: 'lists.close', ask: ({ client, known }) => client.lists.close({ listId: known.list }) },
];

const runs: readonly Question[] = [
	{
		asks: 'runs.start',
		ask: startRun,
		command: async (run, world) => {
			writeFileSync(join(world.dir, 'list.csv'), peopleOf(world));
			const end = await run('diagnose', '--list', join(world.dir, 'list.csv'), '--site', name, '--desk', world.demo.deskKey);
			expect(end.stderr).toContain('Customer access as it was declared on');
			world.known.run = await newestRun(world);
			saysAll(end, `Run ${world.known.run}`);
			return done({ runId: world.known.run });
		},
	},
	{ asks: 'runs.watch', ask: ({ client, known }) => lastOf(client.runs.watch({ runId: known.run })) },
	{ asks: 'runs.get', ask: ({ client, known }) => client.runs.get({ runId: known.run }) },
	{
		asks: 'runs.reading',
		ask: ({ client, known }) => client.runs.reading({ runId: known.run }),
		command: async (run, { client, known }) => {
			const answer = await client.runs.reading({ runId: known.run });
			saysAll(await run('run', 'show', known.run), `${need(answer)?.account.people} people read`, `Run ${known.run}`);
			return answer;
		},
	},
	{
		asks: 'runs.list',
		ask: ({ client }) => client.runs.list(),
		command: async (run, { client }) => {
			const answer = await client.runs.list();
			const lines = need(answer).map(({ id, state, checkedCount, rowCount }) => [id, `${state}  ${checkedCount}/${rowCount}`]);
			saysAll(await run('runs'), ...lines.flat());
			return answer;
		},
	},
	{ asks: 'runs.rowIds', ask: ({ client, known }) => client.runs.rowIds({ runId: known.run, filter: { text: 'halden' }, sort: byRow }) },
	{ asks: 'runs.rows', ask: ({ client, known }) => client.runs.rows({ runId: known.run, ids: [0, 1, 2] }) },
	{ asks: 'runs.row', ask: ({ client, known }) => client.runs.row({ runId: known.run, id: 3 }) },
	{ asks: 'runs.summary', ask: ({ client, known }) => client.runs.summary({ runId: known.run, filter: {} }) },
	{
		asks: 'runs.values',
		ask: ({ client, known }) => client.runs.values({ runId: known.run, of: 'domain', filter: {}, text: '', count: 20 }),
	},
	{ asks: 'runs.breakdown', ask: ({ client, known }) => client.runs.breakdown({ runId: known.run }) },
	{ asks: 'runs.unlock', ask: ({ client, known }) => client.runs.unlock({ runId: known.run }) },
	{ asks: 'runs.awaitingAccess', ask: ({ client, known }) => client.runs.awaitingAccess({ runId: known.run }) },
	{
		asks: 'runs.declareAccess',
		ask: ({ client, known }) =>
			client.runs.declareAccess({
				runId: known.run,
				access: { internal: true, approvedDomains: null, external: true, allowedDomains: null },
			}),
	},
	{ asks: 'runs.cancel', ask: ({ client, known }) => client.runs.cancel({ runId: known.run }) },
	{
		asks: 'runs.resume',
		ask: ({ client, known }) => client.runs.resume({ runId: known.run }),
		command: async (run, { client, known }) => {
			const answer = await client.runs.resume({ runId: known.run });
			saysWhy(await run('resume', known.run), answer);
			return answer;
		},
	},
	{
		asks: 'runs.startMany',
		ask: async ({ client, demo, known }) => {
			const { listId, preview } = need(await client.lists.open({ name: 'list.csv', text: makeInviteList(demo.world) }));
			const access = { internal: false, approvedDomains: null, external: false, allowedDomains: null };
			const asked = { listId, mapping: preview.mapping, sites: [name, 'nobody'], desk: demo.deskKey, access };
			const started = need(await client.runs.startMany(asked));
			for (const one of started) if (one.started.ok) known.other = one.started.value.runId;
			await lastOf(client.runs.watch({ runId: known.other }));
			return started.map((one) => ({ site: one.site, started: one.started.ok || one.started.failure }));
		},
		command: async (run, world) => {
			const several = ['--site', name, '--site', 'nobody', '--access', 'internal=off,external=off'];
			const end = await run('diagnose', '--list', join(world.dir, 'list.csv'), ...several, '--desk', world.demo.deskKey);
			expect(end.code).toBe(2);
			const failure = { code: 'site-not-found', details: { name: 'nobody' } } as const;
			expect(end.stderr).toContain(`nobody: ${failureSentence(failure)}`);
			world.known.other = await newestRun(world);
			return [
				{ site: name, started: true },
				{ site: 'nobody', started: failure },
			];
		},
	},
	{
		asks: 'runs.compare',
		ask: ({ client, known }) => client.runs.compare({ before: known.run, after: known.other }),
		command: async (run, { client, known }) => {
			const answer = await client.runs.compare({ before: known.run, after: known.other });
			const changed = need(answer).reduce((sum, { from, to, rows }) => (from === to ? sum : sum + rows), 0);
			saysAll(await run('compare', known.run, known.other), `${changed} people changed`);
			return answer;
		},
	},
	{
		asks: 'runs.compared',
		ask: ({ client, known }) => client.runs.compared({ before: known.run, after: known.other, start: 0, count: 5 }),
		command: async (run, { client, known, dir }) => {
			const answer = await client.runs.compared({ before: known.run, after: known.other, start: 0, count: 5 });
			const path = join(dir, 'changed.csv');
			saysAll(await run('compare', known.run, known.other, '--csv', path));
			const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
			expect(lines).toHaveLength(need(answer).total + 1);
			return answer;
		},
	},
	{
		asks: 'runs.find',
		ask: async ({ client, known }) => {
			const { email } = need(await client.runs.row({ runId: known.run, id: 0 }));
			return need(await client.runs.find({ text: email.slice(0, -3), count: 8 })).map((person) => person.email);
		},
	},
	{
		asks: 'runs.history',
		ask: async ({ client, known }) =>
			client.runs.history({ email: need(await client.runs.row({ runId: known.run, id: 0 })).email, site: name }),
		command: async (run, { client, known }) => {
			const { email } = need(await client.runs.row({ runId: known.run, id: 0 }));
			const answer = await client.runs.history({ email, site: name });
			const entries = need(answer).map(({ run: { id }, row }) => `line ${row.row}  ${row.cause} (${row.certainty})  run ${id}`);
			saysAll(await run('history', email, '--site', name), ...entries);
			return answer;
		},
	},
	{
		asks: 'app.watch',
		ask: async ({ client }) => {
			for await (const activity of await client.app.watch()) return activity;
			return null;
		},
	},
	{
		asks: 'sites.overview',
		ask: ({ client }) => client.sites.overview(),
		command: async (run, { client, known }) => {
			saysAll(await run('site', 'overview'), '# Brightwater', 'API token present (until 2999-01-01)', `run ${known.other}`);
			return client.sites.overview();
		},
	},
];

const handChecked = async ({ client, known }: World): Promise<string> => {
	const filter = { causes: ['managed-elsewhere' as const] };
	const [id = -1] = need(await client.runs.rowIds({ runId: known.run, filter, sort: byRow }));
	return need(await client.runs.row({ runId: known.run, id })).email;
};

const checks: readonly Question[] = [
	{
		asks: 'checks.declare',
		ask: async (world) => {
			const address = await handChecked(world);
			return world.client.checks.declare({ site: name, address, said: { check: 'suggest-changes', seen: 'greyed-out' } });
		},
		command: async (run, world) => {
			const end = await run('checks', 'add', await handChecked(world), '--site', name, '--suggest-changes', 'greyed-out');
			saysAll(end, 'Saved. 2 rows were rechecked.');
			return done({ judgedAgain: 2 });
		},
	},
	{
		asks: 'checks.list',
		ask: async (world) => world.client.checks.list({ runId: world.known.run, address: await handChecked(world) }),
		command: async (run, world) => {
			const address = await handChecked(world);
			saysAll(await run('checks', 'list', '--site', name), `${address}  Suggest changes: Greyed out`);
			return world.client.checks.list({ runId: world.known.run, address });
		},
	},
	{
		asks: 'checks.declare',
		ask: async (world) => {
			const address = await handChecked(world);
			return world.client.checks.declare({ runId: world.known.run, address, said: { check: 'suggest-changes', seen: null } });
		},
		command: async (run, world) => {
			const end = await run('checks', 'clear', await handChecked(world), '--run', world.known.run, '--suggest-changes');
			saysAll(end, 'Saved. 2 rows were rechecked.');
			return done({ judgedAgain: 2 });
		},
	},
];

const pull = async ({ client, known }: World) => {
	const pulled = await client.snapshots.pull({ site: name });
	known.snapshot = need(pulled).snapshotId;
	await lastOf(client.snapshots.watch({ snapshotId: known.snapshot }));
	return pulled;
};

const snapshots: readonly Question[] = [
	{
		asks: 'snapshots.pull',
		ask: pull,
		command: async (run, { client, known }) => {
			saysAll(await run('snapshot', 'pull', '--site', name), 'complete');
			known.snapshot = need(await client.snapshots.list()).snapshots[0]?.id ?? '';
			return done({ snapshotId: known.snapshot, resumed: false });
		},
	},
	{ asks: 'snapshots.watch', ask: ({ client, known }) => lastOf(client.snapshots.watch({ snapshotId: known.snapshot })) },
	{ asks: 'snapshots.cancel', ask: ({ client, known }) => client.snapshots.cancel({ snapshotId: known.snapshot }) },
	{ asks: 'snapshots.get', ask: ({ client, known }) => client.snapshots.get({ snapshotId: known.snapshot }) },
	{
		asks: 'snapshots.list',
		ask: ({ client }) => client.snapshots.list(),
		command: async (run, { client, known }) => {
			saysAll(await run('snapshot', 'list'), `${known.snapshot}  `);
			return client.snapshots.list();
		},
	},
	{
		asks: 'runs.prepare',
		// `diagnose --offline` asks it while it reads its list; what comes of it is the run.
		ask: ({ client, demo, known }) => client.runs.prepare({ snapshotId: known.snapshot, site: name, desk: demo.deskKey }),
	},
	{
		asks: 'runs.startSiteWide',
		ask: async ({ client, demo, known }) => {
			const asked = { snapshotId: known.snapshot, site: name, listName: `Everybody of ${name}`, desk: demo.deskKey };
			const { runId, ...people } = need(await client.runs.startSiteWide(asked));
			await lastOf(client.runs.watch({ runId }));
			return { people, run: await client.runs.get({ runId }) };
		},
		command: async (run, world) => {
			const everybody = ['diagnose', '--offline', '--everybody', '--site', name, '--desk', world.demo.deskKey];
			const { stderr } = await run(...everybody);
			expect(stderr).toContain(`Using snapshot ${world.known.snapshot}`);
			const [, people = ''] = /^(\d+) people in the snapshot to check\.$/m.exec(stderr) ?? [];
			return { people: { people: Number(people), withoutAddress: 0 }, run: await world.client.runs.get({ runId: await newestRun(world) }) };
		},
	},
	{
		asks: 'snapshots.export',
		ask: async (world) => {
			const { name: saved } = need(await world.client.snapshots.export({ snapshotId: world.known.snapshot })) as { name: string };
			writeFileSync(snapshotPath(world), readFileSync(join(world.dir, saved)));
			return true;
		},
		command: async (run, world) => {
			saysAll(await run('snapshot', 'export', world.known.snapshot, snapshotPath(world)), `Wrote snapshot ${world.known.snapshot}`);
			return true;
		},
	},
	{
		asks: 'deletion.carryOut',
		ask: ({ client, known }) => client.deletion.carryOut({ of: { kind: 'snapshot', snapshotId: known.snapshot } }),
		command: async (run, { client, known }) => {
			const counts = need(await client.deletion.preview({ of: { kind: 'snapshot', snapshotId: known.snapshot } }));
			saysAll(await run('snapshot', 'remove', known.snapshot, '--yes'), '1 snapshot', 'Snapshot deleted.');
			return done({ counts, isWiped: true });
		},
	},
	{
		asks: 'snapshots.beginImport',
		ask: async ({ client, known }) => {
			const begun = await client.snapshots.beginImport({ bytes: 10 });
			known.import = need(begun).importId;
			return begun.ok;
		},
	},
	{ asks: 'snapshots.cancelImport', ask: ({ client, known }) => client.snapshots.cancelImport({ importId: known.import }) },
	{
		asks: 'snapshots.importPiece',
		ask: async (world) => {
			const bytes = new Uint8Array(readFileSync(snapshotPath(world)));
			world.known.import = need(await world.client.snapshots.beginImport({ bytes: bytes.length })).importId;
			const piece = new File([bytes], 'given.sqlite');
			return world.client.snapshots.importPiece({ importId: world.known.import, at: 0, piece });
		},
		command: async (run, world) => {
			saysAll(await run('snapshot', 'import', snapshotPath(world)), `${world.known.snapshot}  `);
			return done(null);
		},
	},
	{
		asks: 'snapshots.finishImport',
		ask: ({ client, known }) => client.snapshots.finishImport({ importId: known.import }),
		command: (_run, { client, known }) => client.snapshots.get({ snapshotId: known.snapshot }),
	},
	{
		asks: 'snapshots.openAdminFile',
		ask: async ({ client, known }) => {
			const opened = await client.snapshots.openAdminFile({ source: { name: 'users-2026-11-20.csv', text: usersCsv } });
			known.adminFile = need(opened).adminFileId;
			return need(opened).preview;
		},
	},
	{
		asks: 'snapshots.addAdminFiles',
		ask: ({ client, known }) =>
			client.snapshots.addAdminFiles({ adminFileIds: [known.adminFile], coverage: 'all', target: { site: name } }),
		command: async (run, { client, dir }) => {
			writeFileSync(join(dir, 'users-2026-11-20.csv'), usersCsv);
			const { stdout } = await run('snapshot', 'import', join(dir, 'users-2026-11-20.csv'), '--site', name, '--complete');
			return client.snapshots.get({ snapshotId: /^([0-9a-f]{12}) /m.exec(stdout)?.[1] ?? '' });
		},
	},
	{
		asks: 'snapshots.removeAdminFile',
		ask: async ({ client, known }) => {
			const source = { name: 'users-2026-11-20.csv', text: usersCsv };
			const { adminFileId } = need(await client.snapshots.openAdminFile({ source }));
			const target = { snapshotId: known.snapshot };
			const added = need(await client.snapshots.addAdminFiles({ adminFileIds: [adminFileId], coverage: 'all', target }));
			const { adminFiles } = need(await client.snapshots.removeAdminFile({ snapshotId: known.snapshot, part: 'export:1' }));
			return [added.adminFiles.length, adminFiles.length];
		},
		command: async (run, { client, known, dir }) => {
			saysAll(await run('snapshot', 'import', join(dir, 'users-2026-11-20.csv'), '--into', known.snapshot, '--complete'), 'export:1');
			const added = need(await client.snapshots.get({ snapshotId: known.snapshot }));
			saysAll(await run('snapshot', 'remove-file', known.snapshot, 'export:1', '--yes'), known.snapshot);
			const { adminFiles } = need(await client.snapshots.get({ snapshotId: known.snapshot }));
			return [added.adminFiles.length, adminFiles.length];
		},
	},
];

const messagesTo = (to: OwnerAudience): Question => ({
	asks: 'plans.messages',
	ask: ({ client, known }) => client.plans.messages({ planId: known.plan, to, language: 'en' }),
	command: async (run, { client, known }) => {
		const answer = await client.plans.messages({ planId: known.plan, to, language: 'en' });
		const told = need(answer).flatMap(({ domain, subject, body }) => [`--- ${domain}`, `Subject: ${subject}`, body]);
		expect(told).not.toEqual([]);
		saysAll(await run('messages', '--plan', known.plan, '--to', to), ...told);
		return answer;
	},
});

const plans: readonly Question[] = [
	{
		asks: 'plans.create',
		ask: async ({ client, known }) => {
			const created = await client.plans.create({ runId: known.run, filter: {}, choices: cautiousChoices });
			known.plan = need(created).planId;
			known.guided = need(await client.plans.rows({ planId: known.plan, outcomes: ['guided'], from: 0, count: 1 })).rows[0]?.id ?? -1;
			return created;
		},
		command: async (run, { client, known, dir }) => {
			const { stdout } = await run('plan', '--run', known.run, '--json', join(dir, 'plan.json'));
			known.plan = need(await client.plans.list({ runId: known.run }))[0]?.id ?? '';
			expect(stdout).toContain(`Plan ${known.plan}`);
			known.guided = need(await client.plans.rows({ planId: known.plan, outcomes: ['guided'], from: 0, count: 1 })).rows[0]?.id ?? -1;
			return done({ planId: known.plan });
		},
	},
	{ asks: 'plans.get', ask: ({ client, known }) => client.plans.get({ planId: known.plan }) },
	{
		asks: 'plans.list',
		ask: ({ client }) => client.plans.list({ runId: null }),
		command: async (run, { client, known }) => {
			saysAll(await run('plans'), `${known.plan}  `);
			return client.plans.list({ runId: null });
		},
	},
	{ asks: 'plans.rows', ask: ({ client, known }) => client.plans.rows({ planId: known.plan, from: 0, count: 100 }) },
	{ asks: 'plans.rowIds', ask: ({ client, known }) => client.plans.rowIds({ planId: known.plan, outcomes: ['guided'] }) },
	{
		asks: 'plans.rehearse',
		ask: ({ client, known }) => client.plans.rehearse({ planId: known.plan }),
		command: async (run, { client, known }) => {
			const answer = await client.plans.rehearse({ planId: known.plan });
			const ready = need(answer).filter(({ stands }) => stands).length;
			saysAll(await run('remediate', '--plan', known.plan, '--dry-run'), `Dry run: ${ready} rows would be changed`);
			return answer;
		},
	},
	{
		asks: 'plans.start',
		ask: async ({ client, known }) => {
			const started = await client.plans.start({ planId: known.plan, first: 1 });
			await lastOf(client.plans.watch({ planId: known.plan }));
			return started;
		},
		command: async (run, { known, dir }) => {
			const end = await run('remediate', '--plan', known.plan, '--yes', '--first', '1', '--failed', join(dir, 'failed.csv'));
			expect(end.code).toBe(3);
			expect(end.stderr).toContain(`remediate --plan ${known.plan} --yes`);
			return done(null);
		},
	},
	{ asks: 'plans.watch', ask: ({ client, known }) => lastOf(client.plans.watch({ planId: known.plan })) },
	{ asks: 'plans.result', ask: ({ client, known }) => client.plans.result({ planId: known.plan }) },
	{ asks: 'plans.row', ask: ({ client, known }) => client.plans.row({ planId: known.plan, id: known.guided }) },
	{ asks: 'plans.pause', ask: ({ client, known }) => client.plans.pause({ planId: known.plan }) },
	{ asks: 'plans.cancel', ask: ({ client, known }) => client.plans.cancel({ planId: known.plan }) },
	{ asks: 'plans.recheck', ask: ({ client, known }) => client.plans.recheck({ planId: known.plan, ids: [known.guided] }) },
	{ asks: 'plans.stranded', ask: ({ client }) => client.plans.stranded() },
	messagesTo('people'),
	messagesTo('administrators'),
	{
		asks: 'plans.setMessageSent',
		ask: async ({ client, known }) => {
			const asked = { planId: known.plan, to: 'people', language: 'en' } as const;
			const [{ domain } = { domain: '' }] = need(await client.plans.messages(asked));
			need(await client.plans.setMessageSent({ planId: known.plan, domain, to: 'people', isSent: true }));
			return need(await client.plans.messages(asked)).map(({ sent }) => sent?.user ?? null);
		},
		command: async (run, { client, known }) => {
			const asked = { planId: known.plan, to: 'people', language: 'en' } as const;
			const [{ domain } = { domain: '' }] = need(await client.plans.messages(asked));
			saysAll(await run('messages', '--plan', known.plan, '--to', 'people', '--sent', domain), 'Sent on ');
			return need(await client.plans.messages(asked)).map(({ sent }) => sent?.user ?? null);
		},
	},
	{
		asks: 'plans.mail',
		ask: async ({ client }) => {
			const asked = { from: 'ann@x.example', bcc: ['ben@x.example'], subject: 'Zugang für x', body: 'Guten Tag' };
			return need(await client.plans.mail(asked)).replace(/^(Date|Message-ID): .*$/gm, '$1');
		},
	},
	{
		asks: 'plans.mailTable',
		ask: async ({ client, known }) => {
			const messages = need(await client.plans.messages({ planId: known.plan, to: 'people', language: 'en' }));
			return client.plans.mailTable({ to: 'people', titles: ['Domain', 'Address', 'Subject', 'Message'], messages });
		},
		command: async (run, { known, dir }) => {
			saysAll(await run('messages', '--plan', known.plan, '--to', 'people', '--csv', join(dir, 'messages.csv')));
			return done(readFileSync(join(dir, 'messages.csv'), 'utf8'));
		},
	},
	{
		asks: 'plans.failedRows',
		ask: ({ client, known }) => client.plans.failedRows({ planId: known.plan }),
		command: async (_run, { client, known, dir }) => {
			const answer = await client.plans.failedRows({ planId: known.plan });
			expect(readFileSync(join(dir, 'failed.csv'), 'utf8')).toBe(need(answer).text);
			return answer;
		},
	},
	{
		asks: 'plans.note',
		ask: async ({ client, known }) => {
			const note = { kind: 'cannot', reason: 'nobody answers' } as const;
			const { rowCount, note: kept } = need(await client.plans.note({ planId: known.plan, ids: [known.guided], note }));
			return [rowCount, kept && { ...kept, at: '' }];
		},
		command: async (run, { client, known }) => {
			const { email } = need(await client.plans.row({ planId: known.plan, id: known.guided }));
			saysAll(await run('tasks', '--plan', known.plan, email, '--cannot', 'nobody answers'), 'Cannot be done: nobody answers');
			saysAll(await run('tasks', '--plan', known.plan), email);
			const { note } = need(await client.plans.row({ planId: known.plan, id: known.guided }));
			return [1, note && { ...note, at: '' }];
		},
	},
];

const records: readonly Question[] = [
	{ asks: 'reports.offer', ask: ({ client, known }) => client.reports.offer({ runId: known.run }) },
	{
		asks: 'reports.make',
		ask: async (world) => {
			await lastOf(world.client.reports.make({ runId: world.known.run, ...report }));
			return JSON.parse(readFileSync(reportPath(world), 'utf8')) as unknown;
		},
		command: async (run, world) => {
			const end = await run('report', world.known.run, '--json', reportPath(world), '--client', report.client);
			saysAll(end, 'Decisions that unlock the most rows:');
			return JSON.parse(readFileSync(reportPath(world), 'utf8')) as unknown;
		},
	},
	{ asks: 'audit.entries', ask: ({ client }) => client.audit.entries({ filter: {}, from: 0, count: 100 }) },
	{ asks: 'audit.difference', ask: ({ client }) => client.audit.difference() },
	{
		asks: 'audit.accept',
		ask: ({ client }) => client.audit.accept({ reason: 'nothing differs' }),
		command: async (run, { client }) => {
			const answer = await client.audit.accept({ reason: 'nothing differs' });
			const end = await run('accept-audit', '--reason', 'nothing differs');
			if (answer.ok) saysAll(end);
			else saysWhy(end, answer);
			return answer;
		},
	},
	{
		asks: 'audit.verify',
		ask: ({ client }) => client.audit.verify(),
		command: async (run, { client }) => {
			const answer = await client.audit.verify();
			const { entries, head } = need(answer);
			saysAll(await run('verify-audit'), `${entries} entries verified`, `The last one is ${head}`);
			return answer;
		},
	},
	{
		asks: 'audit.export',
		ask: ({ client }) =>
			andThen(client.audit.export({ filter: {}, format: 'jsonl', language: 'en' }), ({ text }) =>
				done(
					text
						.split('\n')
						.filter(Boolean)
						.map((line) => JSON.parse(line) as unknown),
				),
			),
		command: async (run, { dir }) => {
			const path = join(dir, 'log.jsonl');
			saysAll(await run('verify-audit', '--export', path));
			const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
			return done(lines.map((line) => JSON.parse(line) as unknown));
		},
	},
	{
		asks: 'runs.rename',
		ask: ({ client, known }) => client.runs.rename({ runId: known.run, name: 'Guests of May' }),
		command: async (run, { known }) => {
			saysAll(await run('run', 'rename', known.run, 'Guests of May'), 'The list is now called “Guests of May”.');
			return done(null);
		},
	},
	{
		asks: 'runs.again',
		ask: async ({ client, known }) => {
			const { runId } = need(await client.runs.again({ runId: known.run }));
			await lastOf(client.runs.watch({ runId }));
			return client.runs.get({ runId });
		},
		command: async (run, world) => {
			saysAll(await run('run', 'again', world.known.run), 'rows checked with');
			return world.client.runs.get({ runId: await newestRun(world) });
		},
	},
	{
		asks: 'deletion.preview',
		ask: ({ client }) => client.deletion.preview({ of: { kind: 'site', name, withRuns: true } }),
		command: async (run, { client }) => {
			const answer = await client.deletion.preview({ of: { kind: 'site', name, withRuns: true } });
			const { runs: count } = need(answer);
			expect((await run('site', 'remove', name, '--with-runs')).stdout).toContain(`${count} runs with`);
			return answer;
		},
	},
	{
		asks: 'deletion.carryOut',
		ask: ({ client }) => client.deletion.carryOut({ of: { kind: 'site', name, withRuns: false } }),
		command: async (run, { client }) => {
			const counts = need(await client.deletion.preview({ of: { kind: 'site', name, withRuns: false } }));
			saysAll(await run('site', 'remove', name, '--yes'), '1 site with tokens', `${name} deleted.`);
			return done({ counts, isWiped: true });
		},
	},
];

const questions: readonly Question[] = [...app, ...sites, ...lists, ...runs, ...checks, ...snapshots, ...plans, ...records];

/** What a window saves lands in the folder, under the name it was offered with. */
const folderDelivery = (dir: string): ReportDelivery => ({
	formats: ['html', 'xlsx', 'csv', 'json'],
	deliver: (file, _format, write) => andThen(write(join(dir, file)), () => done({ kind: 'saved', name: file })),
});

const setUp = async (open: (typeof doors)[keyof typeof doors]): Promise<World & { readonly run: Command }> => {
	const demo = await startDemo({ world: makeWorld({ peoplePerCause: 1, fillers: 3 }) });
	const dir = await makeTempDir();
	const env = {
		INVITE_DOCTOR_EMAIL: demo.email,
		INVITE_DOCTOR_API_TOKEN: demo.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
		DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
	};
	// The command line keeps no tokens here: a site on this machine is asked with those of the environment.
	for (const [key, value] of Object.entries(env)) vi.stubEnv(key, value);
	const dataDir = join(dir, 'data');
	const options = { dataDir, host: 'browser', allowLoopback: true, version: '1.2.3', sessionSecrets: true } as const;
	const composed = need(await composeApp({ ...options, reportDelivery: folderDelivery(dir) }));
	const client = await open(composed.router);
	onTestFinished(() => composed.close());
	const known = { list: '', run: '', other: '', snapshot: '', plan: '', guided: -1, adminFile: '', import: '' };
	const run: Command = (...args) => runCommand([...args, '--data-dir', dataDir, '--allow-loopback'], { env: { ...env, HOME: dir } });
	return { client, demo, dir, known, run };
};

/** What two askers of two worlds cannot have in common: when it was, how fast, how large the file, and through what. */
const ownKeys = new Set(['leftMs', 'rowsPerSecond', 'snapshotAgeMs', 'ageMs', 'bytes', 'host', 'version', 'madeAt']);

/** Times, ids and the address of the site as words, so that answers of two worlds can be compared. */
const inWords = ({ demo }: World) => {
	const ids = new Map<string, string>();
	const idWord = (id: string): string => {
		const word = ids.get(id) ?? `id ${ids.size}`;
		ids.set(id, word);
		return word;
	};
	return (value: unknown): unknown =>
		JSON.parse(
			JSON.stringify(value ?? null, (key, part: unknown) => (ownKeys.has(key) ? undefined : part))
				.replaceAll(new URL(demo.url).host, 'site')
				.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'time')
				.replace(/\b[0-9a-f]{12,}\b/g, idWord),
		) as unknown;
};

const answersThrough = async (
	world: World,
	ask: (question: Question) => Promise<unknown>,
): Promise<readonly (readonly [Path, unknown])[]> => {
	const words = inWords(world);
	const answers: (readonly [Path, unknown])[] = [];
	for (const question of questions) answers.push([question.asks, words(await ask(question))]);
	return answers;
};

/** The script asked in process: what all others are compared with. */
let expected: Promise<readonly (readonly [Path, unknown])[]> | null = null;

const inProcess = async () => {
	const world = await setUp(doors['in process']);
	return answersThrough(world, (question) => question.ask(world));
};

afterEach(() => vi.unstubAllEnvs());

describe('every call of the contract', () => {
	it('has its line here', () => {
		const all = Object.entries(contract).flatMap(([room, calls]) => Object.keys(calls).map((call) => `${room}.${call}`));
		expect([...new Set(questions.map(({ asks }) => asks))].toSorted()).toEqual(all.toSorted());
	});

	it.each(['a MessagePort', 'a WebSocket'] as const)('is answered through %s as in process', async (door) => {
		const same = await (expected ??= inProcess());
		const world = await setUp(doors[door]);
		const answers = await answersThrough(world, (question) => question.ask(world));
		for (const [index, answer] of answers.entries()) expect(answer, answer[0]).toEqual(same[index]);
	});

	it('is answered by the command that exists for it as in process', async () => {
		const same = await (expected ??= inProcess());
		const world = await setUp(doors['in process']);
		const answers = await answersThrough(world, (question) => question.command?.(world.run, world) ?? question.ask(world));
		for (const [index, answer] of answers.entries()) expect(answer, answer[0]).toEqual(same[index]);
	});
});
