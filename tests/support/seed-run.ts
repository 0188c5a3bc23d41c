import { join } from 'node:path';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/run-store.ts';
import { systemClock } from '#main/clock.ts';
import { generatedRow } from './fake-backend/generated-run.ts';

/** `node tests/support/seed-run.ts DATA_DIR ROWS`: puts a finished run of so many rows into the store of a data folder. */
const [dataDir = '', count = '100000'] = process.argv.slice(2);
const rowCount = Number(count);
const batch = 5000;

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

function* listRows(): Generator<ListRow> {
	for (let id = 0; id < rowCount; id += 1) {
		const { row, email, name, organisation } = generatedRow(id);
		yield {
			row,
			cells: [name ?? '', email, organisation ?? ''],
			original: email,
			read: { valid: true, address: email, displayName: null, cleaned: [] },
			displayName: name,
			organisation,
			repeats: null,
			suggestion: null,
		};
	}
}

const judge = (id: number, at: string): JudgedRow => {
	const { email, cause, certainty, remedy, suggestion } = generatedRow(id);
	const evidence = [
		{
			asked: `directory entry of ${email}`,
			source: 'POST /admin/v2/orgs/{orgId}/directories/-/users/search',
			answer: { status: 'active' },
			at,
		},
	];
	return { id, verdict: { cause, certainty, remedy, evidence, ...(suggestion === null ? {} : { suggestion }) } };
};

const sql = need(await openDatabase(join(dataDir, 'invite-doctor.sqlite')));
const store = createRunStore(sql, systemClock);
const runId = `seeded-${rowCount}`;
const startedAt = new Date(systemClock.now() - 600_000).toISOString();
need(
	store.create(
		{
			id: runId,
			listName: 'all-customers.csv',
			columns: ['Name', 'E-mail', 'Organisation'],
			site: { name: 'acme', url: 'https://acme.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null },
			deskKey: 'HELP',
			mode: 'live',
			access: { ...unknownCustomerAccess },
			startedAt,
		},
		listRows(),
	),
);
store.setDesk(runId, { id: '1', key: 'HELP', name: 'Help desk' });
for (let start = 0; start < rowCount; start += batch) {
	const ids = Array.from({ length: Math.min(batch, rowCount - start) }, (_, index) => start + index);
	need(
		store.saveVerdicts(
			runId,
			ids.map((id) => judge(id, startedAt)),
		),
	);
}
store.addCalls(runId, { 'POST /admin/v2/orgs/{orgId}/directories/-/users/search': 1001, 'GET /rest/api/3/users/search': 503 });
store.setState(runId, 'finished', null, new Date(systemClock.now()).toISOString());
sql.close();
