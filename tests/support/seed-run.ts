import { join } from 'node:path';
import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { Outcome } from '#shared/outcome.ts';
import { compactFacts, type PersonFacts } from '#core/evidence/person-facts.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { demoAccess, makeWorld } from '#demo-site/world/make-world.ts';
import { systemClock } from '#main/system.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { evidenceOfCause } from './evidence-of-cause.ts';
import { checkedList } from './checked-list.ts';
import { nobodyHolds } from './memory-locks.ts';

/**
 * `node tests/support/seed-run.ts DATA_DIR ROWS [OPEN]`: puts a finished run of so many rows into the store of a data
 * folder, in seconds instead of the minutes that asking a site would take. People and causes are mixed as on the demo site.
 * With OPEN, about so many rows all over the list have no verdict yet, and the run is stopped.
 */
const [dataDir = '', count = '100000', open = '0'] = process.argv.slice(2);
const rowCount = Number(count);
const openShare = Number(open) / rowCount;
const batch = 5000;

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const rows = makeInviteListRows(makeWorld({ people: rowCount, fillers: 0 })).slice(0, rowCount);
if (rows.length !== rowCount) throw new Error(`the demo world gave ${rows.length} rows`);

const startedAt = new Date(systemClock.now() - 600_000).toISOString();
const factsOf = (cause: CauseCode): PersonFacts | undefined => {
	const made = evidenceOfCause(cause);
	return made === null ? undefined : compactFacts(made);
};
const judge = ({ email, expected }: (typeof rows)[number], id: number): JudgedRow => {
	const cause = expected.cause as CauseCode;
	const facts = factsOf(cause);
	const asked = `directory entry of ${email}`;
	const source = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search';
	const evidence = [{ asked, source, answer: { email, found: true }, at: startedAt }];
	const verdict = { cause, certainty: expected.certainty, remedy: causeCatalogue[cause].remedy, evidence };
	return facts === undefined ? { id, verdict } : { id, verdict, facts };
};

const sql = need(await openDatabase(join(dataDir, 'invite-doctor.sqlite')));
const store = createRunStore(sql, nobodyHolds);
const runId = `seeded-${rowCount}`;
const site = { name: 'Halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null };
const columns = ['Name', 'E-mail address', 'Organisation', 'Notes'];
const run = {
	id: runId,
	listName: 'all-customers.csv',
	columns,
	site,
	deskKey: 'HELP',
	mode: 'live',
	access: need(readAccess(demoAccess, startedAt)),
	startedAt,
} as const;
need(store.create(run, checkedList(rows, { name: 0, email: 1, organisation: 2 }).listRows()));
store.setDesk(runId, { id: '1', key: 'HELP', name: 'Help Centre' });
/** Spread evenly: a row is open where the share of the open ones passes a whole number. */
const isOpen = (id: number): boolean => Math.floor((id + 1) * openShare) > Math.floor(id * openShare);
const verdicts = rows.map(judge).filter(({ id }) => !isOpen(id));
for (let start = 0; start < verdicts.length; start += batch) need(store.saveVerdicts(runId, verdicts.slice(start, start + batch)));
store.addCalls(runId, {
	'GET /rest/api/3/users/search': Math.ceil(rowCount / 1000),
	'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search': Math.ceil(rowCount / 100),
});
const [state, stop] = openShare > 0 ? (['stopped', { code: 'cancelled', details: {} }] as const) : (['finished', null] as const);
store.setState(runId, state, stop, new Date(systemClock.now()).toISOString());
sql.close();
