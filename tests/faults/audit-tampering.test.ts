import { copyFileSync, cpSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnchor } from '#main/storage/audit/anchor-file.ts';
import { readCommits, readWalHeader } from '#main/storage/wal-file.ts';
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
const files = ['x.sqlite', 'x.sqlite-wal', 'x.sqlite-shm', 'audit.anchor'] as const;
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

/**
 * True where the process was killed between storing a transaction and anchoring it. No call had returned from that one yet:
 * without it, everything is as if the process had been killed a moment before. That such a folder alarms nobody is tested
 * with the others that are killed.
 */
const isAhead = (path: string): boolean => {
	if (!existsSync(`${path}/x.sqlite-wal`)) return false;
	const anchor = readAnchor(`${path}/audit.anchor`);
	const fd = openSync(`${path}/x.sqlite-wal`, 'r');
	const header = readWalHeader(fd);
	const ends =
		header === null ? [] : [...readCommits(fd, header, header.start, Number.POSITIVE_INFINITY, () => null)].map(({ end }) => end.frames);
	closeSync(fd);
	return anchor.state !== 'read' || anchor.record.log?.salts !== header?.salts || anchor.record.log?.frames !== ends.at(-1);
};

const copyOf = ({ path }: { readonly path: string }): string => {
	const copy = `${folder.path}/copy`;
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy);
	for (const file of files) if (existsSync(`${path}/${file}`)) copyFileSync(`${path}/${file}`, `${copy}/${file}`);
	return copy;
};

/** Every byte that SQLite reads from the files, and the anchor: where both are the same, nothing was changed that says anything. */
const contentOf = (path: string): string => {
	const looked = `${folder.path}/looked at`;
	rmSync(looked, { recursive: true, force: true });
	cpSync(path, looked, { recursive: true });
	const anchor = existsSync(`${looked}/audit.anchor`) ? readFileSync(`${looked}/audit.anchor`, 'latin1') : '';
	try {
		const db = new Driver(`${looked}/x.sqlite`);
		const bytes = db.serialize().toString('latin1');
		db.close();
		return anchor + bytes;
	} catch (error) {
		return `${anchor} cannot be read: ${String(error)}`;
	}
};

it('alarms nobody about what was left as it was', async () => {
	for (const one of left) expect([one.name, await checkFolder(copyOf(one))]).toEqual([one.name, []]);
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
