import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../unit/main/storage/samples.ts';
import { checkFolder, writeChanges } from './changes-writer.ts';
import { SeededRandom } from './seeded-random.ts';
import { tamperings } from './tamperings.ts';

/** A data folder as it was left, and as it was some time before. */
interface Left {
	readonly name: string;
	readonly path: string;
	readonly older: string;
}

/** `npm run test:long` makes 1,000. */
const count = Number(process.env['TAMPERINGS'] ?? 250);
const seed = Number(process.env['TAMPERING_SEED'] ?? 1);
const files = ['x.sqlite', 'x.sqlite-wal', 'x.sqlite-shm', 'audit-head.json'] as const;
const folder = temporaryFolder();
const random = new SeededRandom(seed);
const left: Left[] = [];

beforeAll(async () => {
	await leave('closed', null);
	await leave('closed, after being killed', null, 100);
	// Killed before the log is moved into the main file for the first time, and after it.
	for (const calls of [1, 20, 120, 500, 900]) await leave(`killed after ${calls} calls`, calls);
});
afterAll(() => folder.remove());

/** `killedBefore`: the first of two processes did not end by itself. */
const leave = async (name: string, killAfterCalls: number | null, killedBefore: number | null = null): Promise<void> => {
	const path = `${folder.path}/${name}`;
	const older = `${path}, before`;
	mkdirSync(path);
	await writeChanges(path, 'plan-1', killedBefore === null ? 30 : 1_000_000, killedBefore);
	cpSync(path, older, { recursive: true });
	do {
		rmSync(path, { recursive: true });
		cpSync(older, path, { recursive: true });
		await writeChanges(path, 'plan-2', killAfterCalls === null ? 30 : 1_000_000, killAfterCalls);
	} while (isAhead(path));
	left.push({ name, path, older });
};

/** What the head names, where it can be read. */
const headOf = (path: string): { readonly seq: number; readonly hash: string } | string => {
	const text = existsSync(`${path}/audit-head.json`) ? readFileSync(`${path}/audit-head.json`, 'latin1') : 'no head';
	try {
		const { seq, hash } = JSON.parse(text) as { seq: number; hash: string };
		return { seq, hash };
	} catch {
		return text;
	}
};

/** Looks at a copy: whoever opens a database may change its files. */
const withCopyOf = <T>(path: string, work: (db: Driver.Database) => T): T => {
	const looked = `${folder.path}/looked at`;
	rmSync(looked, { recursive: true, force: true });
	cpSync(path, looked, { recursive: true });
	const db = new Driver(`${looked}/x.sqlite`);
	try {
		return work(db);
	} finally {
		db.close();
	}
};

/**
 * True where the process was killed between storing an entry and moving the head. No call had returned from that one yet:
 * without it, everything is as if the process had been killed a moment before. That such a folder alarms nobody is tested
 * with the others that are killed.
 */
const isAhead = (path: string): boolean => {
	const head = headOf(path);
	return typeof head === 'string' || withCopyOf(path, (db) => db.prepare('SELECT max(seq) FROM audit').pluck().get()) !== head.seq;
};

const copyOf = ({ path }: { readonly path: string }): string => {
	const copy = `${folder.path}/copy`;
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy);
	for (const file of files) if (existsSync(`${path}/${file}`)) copyFileSync(`${path}/${file}`, `${copy}/${file}`);
	return copy;
};

/** What the log tells, and what is stored of what it tells. */
const told = [
	'SELECT * FROM audit ORDER BY seq',
	'SELECT * FROM change ORDER BY id',
	`SELECT id, run, ${['desk', 'choices', 'estimate'].map((column) => `iif(json_valid(${column}), json(${column}), ${column})`).join(', ')},
		created_at, confirm, people, confirmed_at, row_count FROM plan ORDER BY key`,
	`SELECT plan, id, remedy, steps, before_cause, before_certainty, accounts, after_cause, after_certainty, after_seq
		FROM plan_row ORDER BY plan, id`,
];

/** What is watched over: where it is the same, nothing was changed that the product promises to notice. */
const contentOf = (path: string): string => {
	try {
		const rows = withCopyOf(path, (db) => told.map((text) => db.prepare(text).raw().all()));
		return JSON.stringify([headOf(path), rows]);
	} catch (error) {
		return `cannot be read: ${String(error)}`;
	}
};

it('alarms nobody about what was left as it was', async () => {
	for (const one of left) expect([one.name, await checkFolder(copyOf(one))]).toEqual([one.name, []]);
});

it('alarms nobody when the database is compacted, or its log was moved into the main file by another program', async () => {
	for (const one of left) {
		const copy = copyOf(one);
		const db = new Driver(`${copy}/x.sqlite`);
		db.exec('VACUUM');
		db.close();
		expect([one.name, await checkFolder(copy)]).toEqual([one.name, []]);
	}
});

it(`notices ${count} of ${count} tamperings (seed ${seed})`, async () => {
	const contents = new Map(left.map((one) => [one.name, contentOf(one.path)]));
	const missed: string[] = [];
	const tally = new Map<string, number>();
	for (let done = 0; done < count; ) {
		const one = random.pick(left);
		const { name, file, tamper } = random.pick(tamperings);
		const copy = copyOf(one);
		if (!existsSync(`${copy}/${file}`)) continue;
		tamper(`${copy}/${file}`, random, one.older);
		if (contentOf(copy) === contents.get(one.name)) continue;
		done += 1;
		tally.set(name, (tally.get(name) ?? 0) + 1);
		const problems = await checkFolder(copy);
		if (problems.length === 0) missed.push(`${done}: ${name} (${one.name})`);
		// Opening, looking and closing again makes nothing good.
		else if (done % 10 === 0 && (await checkFolder(copy)).length === 0) missed.push(`${done}: ${name} (${one.name}), the second time`);
	}
	console.log(
		[...tally]
			.toSorted(([a], [b]) => a.localeCompare(b))
			.map(([name, times]) => `${String(times).padStart(5)} ${name}`)
			.join('\n'),
	);
	expect(missed).toEqual([]);
});
