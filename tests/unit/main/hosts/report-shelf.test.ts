import { readdir, readFile, stat, utimes, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#main/files/write-file.ts';
import { openReportShelf, type ReportShelf } from '#main/hosts/report-shelf.ts';
import { failed } from '#shared/outcome.ts';
import { makeTempDir, need } from '../../../support/demo-app.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { systemRandom } from '#main/system.ts';

let folder: string;
let clock: ManualClock;
let shelf: ReportShelf;
beforeEach(async () => {
	folder = join(await makeTempDir(), 'shelf');
	clock = new ManualClock();
	shelf = await openReportShelf(folder, { clock, random: systemRandom });
});

const put = async (name: string): Promise<string> =>
	need(await shelf.put({ name, isPage: false }, (path) => writeFileAtomically(path, [name])));

describe('the shelf', () => {
	it('gives a report once', async () => {
		const id = await put('a.csv');
		const taken = shelf.take(id);
		expect(taken).toMatchObject({ name: 'a.csv', isPage: false });
		expect(await readFile(taken?.path ?? '', 'utf8')).toBe('a.csv');
		expect(shelf.take(id)).toBeNull();
		expect(shelf.take('unknown')).toBeNull();
		expect(shelf.take('../a.csv')).toBeNull();
	});

	it('keeps its files from everybody else on the machine', async () => {
		const id = await put('a.csv');
		expect((await stat(folder)).mode & 0o777).toBe(0o700);
		expect((await stat(join(folder, id))).mode & 0o777).toBe(0o600);
	});

	it('keeps few, and the newest', async () => {
		const ids = [];
		for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await put(name));
		expect(await readdir(folder)).toHaveLength(4);
		expect(ids.map((id) => shelf.take(id)?.name ?? null)).toEqual([null, 'b', 'c', 'd', 'e']);
	});

	it('keeps none for long', async () => {
		const id = await put('a');
		await clock.advance(11 * 60_000);
		expect(shelf.take(id)).toBeNull();
		await put('b');
		expect(await readdir(folder)).toHaveLength(1);
	});

	it('keeps nothing of a report that could not be made, and passes on why', async () => {
		const answer = await shelf.put({ name: 'a', isPage: false }, () => Promise.resolve(failed('store-busy')));
		expect(answer).toEqual(failed('store-busy'));
		expect(await readdir(folder)).toEqual([]);
	});

	it('is empty after it was cleared', async () => {
		const id = await put('a');
		await shelf.clear();
		expect(shelf.take(id)).toBeNull();
		expect(await readdir(folder)).toEqual([]);
	});

	it('removes what a killed process left, and nothing that may be in use', async () => {
		const other = join(folder, '..', 'other');
		await mkdir(other);
		await writeFile(join(other, 'left'), '');
		await writeFile(join(other, 'young'), '');
		const nowS = clock.now() / 1000;
		await utimes(join(other, 'left'), nowS - 7200, nowS - 7200);
		await utimes(join(other, 'young'), nowS - 60, nowS - 60);
		await openReportShelf(other, { clock, random: systemRandom });
		expect(await readdir(other)).toEqual(['young']);
	});
});
