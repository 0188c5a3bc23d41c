import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { World } from '#demo-site/world/world.ts';
import { openList } from '#main/files/open-list.ts';
import { openTable } from '#main/files/table-source.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { type App, composeApp, type Services } from '#main/services/compose.ts';
import { openDatabase, openFile } from '#main/storage/database.ts';
import type { Sql, SqlValue } from '#main/storage/sql.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import type { Outcome } from '#shared/outcome.ts';
import { writeWorld } from '../support/world-snapshot.ts';
import { anyHold, memoryLocks } from '../support/memory-locks.ts';

/**
 * `npm run bench:offline [-- ROWS USERS ROUNDS]`: diagnoses a long list against a large snapshot, from reading the file to
 * the last stored verdict, and compares that with the raw floor: what it costs to parse the same file, map its columns,
 * join it with the same snapshot in hash maps, put the very same rows into their stored form and insert them into the same
 * tables in one transaction, with nothing judged or checked and nobody else given a turn. Prints the ratio of the medians and how long the event loop was held up. Ends with 1 where
 * a promise is broken.
 */
const [rowCount = 100_000, userCount = 150_000, rounds = 5] = process.argv.slice(2).map(Number);
const mostRatio = 2;
const longestBlockMs = 100;
const longestP99Ms = 50;

const whole = (value: number): string => Math.round(value).toLocaleString('en');

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
const snapshotId = '0123456789ab';
const site = { name: 'halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com' };

/** A world whose directory and customer directory together hold `userCount` people, and whose list has at least the rows. */
const makeBenchWorld = (): World => {
	const people = Math.round(rowCount * 0.96);
	const settled = makeWorld({ people, fillers: 0 });
	return makeWorld({ people, fillers: Math.max(0, userCount - settled.users.size - settled.customers.size) });
};

const listPath = join(folder, 'list.csv');

const compose = async (dataDir: string): Promise<App & Services> =>
	need(await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true }));

const seeded = join(folder, 'seeded');
/** Holds one finished run: the rows that the floor inserts. */
const reference = join(folder, 'reference');

/** Writes the list and the snapshot. The world itself is let go: a heap full of it would slow down what is measured. */
const seed = async (): Promise<string> => {
	const world = makeBenchWorld();
	const lines = makeInviteList(world).split('\r\n');
	writeFileSync(listPath, `${lines.slice(0, rowCount + 1).join('\r\n')}\r\n`);
	const store = openSnapshotFolder(join(seeded, 'snapshots'), memoryLocks());
	const access = need(readAccess(world.accessText, '2026-11-23T12:00:00.000Z'));
	const draft = need(await store.create({ id: snapshotId, site, takenAt: '2026-11-23T12:00:00.000Z', access }, anyHold));
	writeWorld(draft, world);
	await draft.close();
	return `${whole(rowCount)} rows, ${whole(world.users.size + world.customers.size)} users, ${whole(world.users.size)} of them in the directory`;
};

/** What a piece of work took: by the clock, and of the processor, which other programs on the machine disturb less. */
interface Took {
	readonly ms: number;
	readonly cpuMs: number;
}

const stopwatch = (): (() => Took) => {
	const startedMs = performance.now();
	const started = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(started);
		return { ms: performance.now() - startedMs, cpuMs: (user + system) / 1000 };
	};
};

/** The whole way of an offline diagnosis, as the command line goes it. */
const diagnoseOnce = async (dataDir: string): Promise<Took & { readonly p99Ms: number; readonly longestMs: number }> => {
	const services = await compose(dataDir);
	const loop = monitorEventLoopDelay({ resolution: 1 });
	loop.enable();
	const read = stopwatch();
	const list = need(await openList(listPath));
	const { snapshot } = need(await services.snapshots.load({ snapshotId, siteUrl: site.url, deskKey: 'HELP', allowIncomplete: false }));
	const { name: listName, columns } = list.preview;
	const request = { listName, columns, batches: list.batches(), deskKey: 'HELP', access: snapshot.access };
	const { runId } = need(await services.runs.startOffline({ ...request, snapshot }));
	for await (const progress of services.runs.watch(runId)) void progress;
	const took = read();
	loop.disable();
	const run = need(services.store.run(runId));
	if (run.state !== 'finished' || run.checkedCount !== rowCount) throw new Error(`the run ended ${run.state}: ${JSON.stringify(run.stop)}`);
	await services.close();
	return { ...took, p99Ms: loop.percentile(99) / 1e6, longestMs: loop.max / 1e6 };
};

type Row = Readonly<Record<string, unknown>>;

/** Columns that hold JSON: a row in memory has a value there, and whoever inserts it has to write it as text. */
const asJson = new Set(['cells', 'read', 'evidence']);

const inMemory = (row: Row): Row =>
	Object.fromEntries(
		Object.entries(row).map(([column, value]) => [
			column,
			asJson.has(column) && value !== '' ? (JSON.parse(String(value)) as unknown) : value,
		]),
	);

/** The rows a diagnosis stored, to be inserted again as they are. */
const storedRows = async (
	dataDir: string,
): Promise<{ readonly run: Row; readonly tables: readonly (readonly [string, readonly Row[]])[] }> => {
	const sql = need(await openDatabase(join(dataDir, 'invite-doctor.sqlite')));
	const run = sql.get<Row>('SELECT * FROM run');
	if (run === undefined) throw new Error('no run was stored');
	const tables = ['run_row', 'run_row_source', 'run_address', 'run_row_evidence'].map(
		(table) => [table, sql.all<Row>(`SELECT * FROM ${table}`).map(inMemory)] as const,
	);
	sql.close();
	return { run, tables };
};

const insertAll = (sql: Sql, table: string, rows: readonly Row[]): void => {
	const columns = Object.keys(rows[0] ?? {});
	const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
	for (const row of rows) {
		sql.run(
			text,
			columns.map((column) =>
				asJson.has(column) && row[column] !== '' ? JSON.stringify(row[column]) : ((row[column] ?? null) as SqlValue),
			),
		);
	}
};

/** Everybody of one part by address. */
const hashPart = (sql: Sql, part: string, emailAt: number): Map<string, unknown> => {
	const people = new Map<string, unknown>();
	const bodies = sql.column<string>('SELECT body FROM record JOIN part ON part.key = record.part WHERE part.name = ?', [part]);
	for (const body of bodies) {
		const record = JSON.parse(body) as readonly unknown[];
		people.set(String(record[emailAt]), record);
	}
	return people;
};

const floorOnce = async (dataDir: string): Promise<Took> => {
	const { run, tables } = await storedRows(reference);
	const sql = need(await openDatabase(join(dataDir, 'invite-doctor.sqlite')));
	const read = stopwatch();
	const mapped: { readonly name: string; readonly email: string; readonly organisation: string }[] = [];
	for (const record of openTable(readFileSync(listPath)).records()) {
		if (record === null) continue;
		const { cells } = record;
		mapped.push({ name: cells[0] ?? '', email: (cells[1] ?? '').trim().toLowerCase(), organisation: cells[2] ?? '' });
	}
	const from = need(await openFile(join(dataDir, 'snapshots', `${snapshotId}.sqlite`), { isReadOnly: true }, () => undefined));
	const directory = hashPart(from, 'directory', 1);
	const accounts = hashPart(from, 'accounts', 2);
	const customers = hashPart(from, 'customers:1', 1);
	const roles = hashPart(from, 'roles', 1);
	from.close();
	let joined = 0;
	for (const { email } of mapped) for (const people of [directory, accounts, customers, roles]) if (people.has(email)) joined++;
	sql.transaction(() => {
		insertAll(sql, 'run', [run]);
		for (const [table, rows] of tables) insertAll(sql, table, rows);
	});
	const took = read();
	if (joined < rowCount / 2) throw new Error('the list and the snapshot have nobody in common');
	sql.close();
	return took;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each round in a folder of its own, so that no database grows from one to the next. */
const inFreshFolder = async <T>(work: (dataDir: string) => Promise<T>): Promise<T> => {
	const dataDir = join(folder, 'round');
	cpSync(seeded, dataDir, { recursive: true });
	try {
		return await work(dataDir);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
};

try {
	console.log(await seed());
	cpSync(seeded, reference, { recursive: true });
	await diagnoseOnce(reference);
	const floors: Took[] = [];
	const diagnoses: Awaited<ReturnType<typeof diagnoseOnce>>[] = [];
	for (let round = 1; round <= rounds; round++) {
		const floor = await inFreshFolder(floorOnce);
		const diagnosis = await inFreshFolder(diagnoseOnce);
		floors.push(floor);
		diagnoses.push(diagnosis);
		const loop = `event loop p99 ${diagnosis.p99Ms.toFixed(1)} ms, longest ${diagnosis.longestMs.toFixed(1)} ms`;
		const times = `floor ${whole(floor.ms)} ms (CPU ${whole(floor.cpuMs)}), diagnosis ${whole(diagnosis.ms)} ms (CPU ${whole(diagnosis.cpuMs)})`;
		console.log(`round ${round}: ${times}, ${loop}`);
	}
	const of = (key: keyof Took) => median(diagnoses.map((took) => took[key])) / median(floors.map((took) => took[key]));
	const p99Ms = median(diagnoses.map((took) => took.p99Ms));
	const longestMs = median(diagnoses.map((took) => took.longestMs));
	console.log(`ratio of the medians: ${of('ms').toFixed(2)} (at most ${mostRatio}); of processor time: ${of('cpuMs').toFixed(2)}`);
	console.log(
		`event loop, medians: p99 ${p99Ms.toFixed(1)} ms (at most ${longestP99Ms}), longest ${longestMs.toFixed(1)} ms (at most ${longestBlockMs})`,
	);
	if (of('ms') > mostRatio || longestMs > longestBlockMs || p99Ms > longestP99Ms) process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
