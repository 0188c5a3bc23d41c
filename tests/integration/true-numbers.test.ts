import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it, vi } from 'vitest';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { printSummary } from '#main/hosts/cli/run-summary.ts';
import type { CallContext } from '#main/services/handlers.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { contract } from '#shared/contract.ts';
import { cautiousChoices } from '#shared/plan.ts';
import type { RunReport, RunRowDetail } from '#shared/run.ts';
import { composeOnDemo, type DemoApp, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { readWorkbook, sheetNamed, textsOf } from '../support/read-workbook.ts';

/** What a row is for a person, in this test's own words. */
type Kind = 'added' | 'proven' | 'likely' | 'blocked' | 'open' | 'repeated';

const kindOf = ({ cause, certainty }: RunRowDetail, isDeskClosed: boolean): Kind => {
	if (cause === 'already-customer') return 'added';
	if (cause === 'repeated-row') return 'repeated';
	if (cause === 'undetermined' || cause === 'not-checked') return 'open';
	if (cause !== 'ready-existing' && cause !== 'ready-new') return 'blocked';
	return isDeskClosed ? 'blocked' : certainty === 'proven' ? 'proven' : 'likely';
};

const tally = <K extends string>(keys: readonly K[]): Readonly<Record<string, number>> => {
	const counts: Record<string, number> = {};
	for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
	return counts;
};

const numberIn = (text: string | undefined): number => Number((text ?? '').replace(/,/g, ''));

type Client = ContractRouterClient<typeof contract, CallContext>;
const clientOf = ({ services }: DemoApp): Client => createRouterClient(services.router, { context: (said: CallContext) => said }) as Client;

const reportOf = async (client: Client, runId: string, format: 'html' | 'xlsx' | 'csv' | 'json'): Promise<Buffer> => {
	const path = join(await makeTempDir(), `report.${format}`);
	const choices = { client: '', logo: null, personal: true, maskDomains: false, maskOrganisations: false, language: 'en' } as const;
	for await (const told of await client.reports.make({ runId, format, ...choices }, { context: { path } })) {
		if (told.kind === 'ended') need(told.outcome);
	}
	return readFileSync(path);
};

/** What the run says everywhere, against what its rows say. */
const expectBorneOut = async (app: DemoApp, runId: string): Promise<void> => {
	const client = clientOf(app);
	const run = need(await client.runs.get({ runId }));
	const rows = app.rows(runId);
	const isClosed = run.findings.length > 0;
	const kinds = rows.map((row) => kindOf(row, isClosed));
	const { added = 0, proven = 0, likely = 0, blocked = 0, open = 0, repeated = 0 } = tally(kinds);
	expect(added + proven + likely + blocked + open + repeated).toBe(run.rowCount);
	const byCause = tally(rows.map(({ cause }) => cause));
	expect(run.summary).toEqual(byCause);

	const told = need(await client.runs.breakdown({ runId }));
	expect(told.addable).toEqual({ proven, likely });
	expect(told.certainties).toEqual({ proven: 0, likely: 0, unknown: 0, ...tally(rows.map(({ certainty }) => certainty)) });
	const blockedRows = rows.filter((_, id) => kinds[id] === 'blocked');
	const domainOf = ({ email, cause }: RunRowDetail) => (cause === 'invalid-address' ? null : email.slice(email.lastIndexOf('@') + 1));
	const blockedByDomain = tally(blockedRows.flatMap((row) => domainOf(row) ?? []));
	expect(told.blockedDomains).toBe(Object.keys(blockedByDomain).length);
	for (const { domain, blocked: count, causes } of told.domains) {
		expect(count).toBe(blockedByDomain[domain]);
		expect(causes).toEqual(tally(blockedRows.filter((row) => domainOf(row) === domain).map(({ cause }) => cause)));
	}

	const json = JSON.parse((await reportOf(client, runId, 'json')).toString()) as RunReport;
	expect(json.summary).toEqual(byCause);
	expect(json.standings).toEqual({ added, addable: { proven, likely }, blocked, open, repeated });
	const csv = (await reportOf(client, runId, 'csv')).toString();
	for (const [cause, count] of Object.entries(byCause)) {
		const { remedy } = rows.find((row) => row.cause === cause) ?? { remedy: null };
		const cells = new RegExp(`,${cause},(?:proven|likely|unknown),${remedy ?? ''},`, 'g');
		expect(csv.match(cells), cause).toHaveLength(count);
	}

	const page = (await reportOf(client, runId, 'html')).toString();
	const summary = /<section class="summary"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
	const figures = Object.fromEntries(
		[...summary.matchAll(/<li class="tone-(\w+)"><b>([\d,]+)<\/b>/g)].map(([, of, count]) => [of, numberIn(count)]),
	);
	expect(figures).toEqual({ added, addable: proven + likely, blocked, open, ...(repeated > 0 ? { repeated } : {}) });
	if (likely > 0) expect(summary).toContain(`(${proven} proven, ${likely} likely)`);

	const book = readWorkbook(await reportOf(client, runId, 'xlsx'));
	const first = new Map(textsOf(sheetNamed(book, 'Summary')).map(([label = '', value]) => [label, value]));
	expect(numberIn(first.get('can be added'))).toBe(proven + likely);
	expect(numberIn(first.get('blocked'))).toBe(blocked);
	expect(numberIn(first.get('duplicates'))).toBe(repeated);
	expect(textsOf(sheetNamed(book, 'Who cannot be added and why'))).toHaveLength(blocked + open + 1);
	const domains = textsOf(sheetNamed(book, 'Domains')).slice(1);
	const sum = (column: number): number => domains.reduce((total, cells) => total + numberIn(cells[column]), 0);
	const withDomain = (kind: readonly Kind[]): number =>
		rows.filter((row, id) => kind.includes(kinds[id] ?? 'open') && domainOf(row) !== null).length;
	expect([sum(3), sum(4), sum(6)]).toEqual([withDomain(['proven', 'likely']), withDomain(['blocked']), withDomain(['repeated'])]);

	const lines: string[] = [];
	const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
	printSummary(run, [], told.addable);
	written.mockRestore();
	const said = lines.join('');
	const line = (count: number, label: string): RegExp => new RegExp(`^ *${count}  ${label}`, 'm');
	if (proven + likely > 0) expect(said).toMatch(line(proven + likely, 'Can be added'));
	expect(said).toMatch(line(blocked, 'Blocked'));
};

it('every number of a run is borne out by its rows: on the screen, in reports, exports and on the command line', async () => {
	const demo = await startDemo();
	const app = await composeOnDemo(demo);
	// With settings that nobody declared, much is likely only; with a list twice, every second row is repeated.
	const list = makeInviteList(demo.world);
	const twice = `${list}${list.slice(list.indexOf('\r\n') + 2)}`;
	const run = await app.diagnose({ access: '', csv: twice });
	expect(app.rows(run.id).filter(({ cause }) => cause === 'repeated-row').length).toBeGreaterThan(200);
	await expectBorneOut(app, run.id);
	const declared = await app.diagnose();
	await expectBorneOut(app, declared.id);
});

it('where nobody can use the portal of a service project, nobody can be added to it', async () => {
	const demo = await startDemo();
	const app = await composeOnDemo(demo);
	const closed = demo.world.desks.find(({ portalHolderPresent }) => !portalHolderPresent);
	if (closed === undefined) throw new Error('every service project lets customers in');
	const run = await app.diagnose({ desk: closed.key });
	expect(run.findings.map(({ cause }) => cause)).toEqual(['desk-permission-missing']);
	await expectBorneOut(app, run.id);
	expect(need(await clientOf(app).runs.breakdown({ runId: run.id })).addable).toEqual({ proven: 0, likely: 0 });
});

it('what a plan came to is borne out by what was seen of its rows', async () => {
	const demo = await startDemo();
	const app = await composeOnDemo(demo);
	const run = await app.diagnose();
	const client = clientOf(app);
	const { planId } = need(await client.plans.create({ runId: run.id, choices: cautiousChoices }));
	need(await client.plans.start({ planId }));
	for await (const progress of await client.plans.watch({ planId })) void progress;
	const rows = [...app.services.plans.allRows(planId)];
	const { addable } = need(await client.runs.breakdown({ runId: run.id }));
	const addedAsTheyAre = rows.filter(({ remedy }) => remedy === 'add-to-desk' || remedy === 'create-and-add').length;
	expect(addedAsTheyAre, 'who can be added is whom a plan adds as they are').toBe(addable.proven + addable.likely);
	const isOf = (causes: readonly CauseCode[]) => rows.filter(({ after }) => after !== null && causes.includes(after.cause)).length;
	const { counts, rowCount } = need(await client.plans.result({ planId }));
	expect(counts.added).toBe(isOf(['already-customer']));
	expect(counts.added).toBeGreaterThan(100);
	expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rowCount);
	expect(rowCount).toBe(rows.length);
	const page = (await reportOf(client, run.id, 'html')).toString();
	expect(page).toContain(`<b>${counts.added}</b> added`);
	// The diagnosis is told as it was.
	await expectBorneOut(app, run.id);
});
