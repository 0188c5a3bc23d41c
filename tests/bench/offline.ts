import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { readListFile } from '#main/files/read-file.ts';
import { openListBytes } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { composeApp } from '#main/services/compose.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import type { Outcome } from '#shared/outcome.ts';
import { anyHold, memoryLocks } from '../support/memory-locks.ts';
import { writeWorld } from '../support/world-snapshot.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './programs.ts';

const commandLine = fileURLToPath(new URL('../../src/main/hosts/cli/main.ts', import.meta.url));
const floor = fileURLToPath(new URL('floor.mjs', import.meta.url));
const snapshotId = '0123456789ab';
const desk = 'HELP';
const site = { name: 'halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com' };
/** Rows that are blocked are told by the exit code. */
const someBlocked = { codes: [0, 1] };

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

/** A list, and the snapshot of a site whose people it is of, in a data folder. */
interface Seed {
	readonly folder: string;
	readonly list: string;
	readonly data: string;
	readonly snapshot: string;
}

/** The directory and the customers of the site together are half as many again as the list has rows. */
const seed = async (folder: string, rows: number): Promise<Seed> => {
	const people = Math.round(rows * 0.96);
	const settled = makeWorld({ people, fillers: 0 });
	const world = makeWorld({ people, fillers: Math.max(0, rows * 1.5 - settled.users.size - settled.customers.size) });
	const list = join(folder, 'list.csv');
	const data = join(folder, 'seeded');
	mkdirSync(data, { recursive: true });
	writeFileSync(
		list,
		`${makeInviteList(world)
			.split('\r\n')
			.slice(0, rows + 1)
			.join('\r\n')}\r\n`,
	);
	const access = need(readAccess(world.accessText, '2026-11-23T12:00:00.000Z'));
	const store = openSnapshotFolder(join(data, 'snapshots'), memoryLocks());
	const draft = need(await store.create({ id: snapshotId, site, takenAt: '2026-11-23T12:00:00.000Z', access }, anyHold));
	writeWorld(draft, world);
	await draft.close();
	return { folder, list, data, snapshot: join(data, 'snapshots', `${snapshotId}.sqlite`) };
};

/** Each round in a data folder of its own, so that no database grows from one to the next. */
const inFreshFolder = async <T>({ folder, data }: Seed, work: (dataDir: string) => Promise<T>): Promise<T> => {
	const dataDir = join(folder, 'round');
	cpSync(data, dataDir, { recursive: true });
	try {
		return await work(dataDir);
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
};

const bytesOf = (dataDir: string): number =>
	['', '-wal'].reduce((sum, end) => sum + (statSync(join(dataDir, `invite-doctor.sqlite${end}`), { throwIfNoEntry: false })?.size ?? 0), 0);

const diagnose = (list: string, dataDir: string) =>
	runProgram([commandLine, 'diagnose', '--offline', '--list', list, '--desk', desk, '--data-dir', dataDir], someBlocked);

const runIdIn = (output: string): string => /Run ([\da-f]+)/.exec(output)?.[1] ?? '';

/** The same inside this process, to see how long others have to wait. */
const watchTurns = async (list: string, dataDir: string): Promise<{ readonly p99Ms: number; readonly longestMs: number }> => {
	const app = need(await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true }));
	const loop = monitorEventLoopDelay({ resolution: 1 });
	loop.enable();
	const opened = need(await openListBytes(basename(list), await readListFile(list)));
	const { snapshot } = need(await app.snapshots.load({ snapshotId, siteUrl: site.url, deskKey: desk, allowIncomplete: false }));
	const { name: listName, columns } = opened.preview;
	const request = { listName, columns, batches: opened.batches(), deskKey: desk, access: snapshot.access, snapshot };
	const { runId } = need(await app.runs.startOffline(request));
	for await (const progress of app.runs.watch(runId)) void progress;
	loop.disable();
	await app.close();
	return { p99Ms: loop.percentile(99) / 1e6, longestMs: loop.max / 1e6 };
};

/** Reading a list with all checks, beside the parser alone, in turn. */
const readingRatio = async (list: string): Promise<number> => {
	const { readFileSync } = await import('node:fs');
	const bytes = readFileSync(list);
	const parserStarted = performance.now();
	Papa.parse(bytes.toString('utf8'), { skipEmptyLines: true });
	const parserMs = performance.now() - parserStarted;
	const started = performance.now();
	need(await openListBytes('list.csv', bytes));
	return (performance.now() - started) / parserMs;
};

const mb = 1_000_000;
const reportGoals = { csv: 1, xlsx: 5, html: 2 } as const;

/** Long lists against a snapshot: whole programs, the floor and ours in turn. */
export async function* measureOffline(rounds: number, manyRows: number | null): AsyncGenerator<Figure> {
	const folder = mkdtempSync(join(tmpdir(), 'invite-doctor-bench-'));
	try {
		const small = await seed(folder, 100_000);
		const ours: number[] = [];
		const ratios: number[] = [];
		const disk: number[] = [];
		const peaks: number[] = [];
		const p99: number[] = [];
		const longest: number[] = [];
		const reading: number[] = [];
		const reports = { csv: [] as number[], xlsx: [] as number[], html: [] as number[] };
		for (let round = 0; round < rounds; round++) {
			const least = await runProgram([floor, small.list, small.snapshot, join(folder, `floor-${round}.sqlite`)]);
			await inFreshFolder(small, async (dataDir) => {
				const run = await diagnose(small.list, dataDir);
				ours.push(run.wallMs);
				ratios.push(run.wallMs / least.wallMs);
				peaks.push(run.peakBytes / mb);
				disk.push(bytesOf(dataDir) / mb);
				for (const format of ['csv', 'xlsx', 'html'] as const) {
					const to = ['report', runIdIn(run.output), `--${format}`, join(dataDir, `report.${format}`), '--data-dir', dataDir];
					reports[format].push((await runProgram([commandLine, ...to], someBlocked)).wallMs / 1000);
				}
			});
			const turns = await inFreshFolder(small, (dataDir) => watchTurns(small.list, dataDir));
			p99.push(turns.p99Ms);
			longest.push(turns.longestMs);
			reading.push(await readingRatio(small.list));
		}
		const figures: readonly Figure[] = [
			{ what: '100,000 rows offline, whole program / true floor', unit: '', most: 2.5, values: ratios },
			{ what: 'what they leave on disk', unit: ' MB', most: 60, values: disk },
			{ what: 'the most memory of that program', unit: ' MB', most: 250, values: peaks },
			{ what: 'others wait meanwhile, p99', unit: ' ms', most: 30, values: p99 },
			{ what: 'others wait meanwhile, longest', unit: ' ms', most: 80, values: longest },
			...(['csv', 'xlsx', 'html'] as const).map((format) => ({
				what: `a report of them as ${format.toUpperCase()}, whole program`,
				unit: ' s',
				most: reportGoals[format],
				values: reports[format],
			})),
			{ what: 'reading them as CSV with all checks / the parser alone', unit: '', most: 2, values: reading },
		];
		yield* figures;
		if (manyRows === null) return;
		rmSync(small.data, { recursive: true, force: true });
		const large = await seed(folder, manyRows);
		const run = await inFreshFolder(large, (dataDir) => diagnose(large.list, dataDir));
		const times = manyRows / 100_000;
		yield* [
			{ what: `${times} times as many rows: time`, unit: '', most: 1.1 * times, values: ours.map((ms) => run.wallMs / ms) },
			{ what: `${times} times as many rows: memory`, unit: ' MB', most: 1200, values: [run.peakBytes / mb] },
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
