import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#main/files/write-file.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeFileAtomically', () => {
	it('writes all pieces in order over the old file', async () => {
		const path = join(folder, 'report.csv');
		await writeFile(path, 'old and much longer than the new one');
		expect(await writeFileAtomically(path, ['a', new TextEncoder().encode('b'), 'c'])).toEqual({ ok: true, value: null });
		expect(await readFile(path, 'utf8')).toBe('abc');
		expect(await readdir(folder)).toEqual(['report.csv']);
	});
	it('leaves the old file and nothing else when the pieces fail', async () => {
		const path = join(folder, 'report.csv');
		await writeFile(path, 'old');
		const broken = function* () {
			yield 'x';
			throw new Error('broken');
		};
		await expect(writeFileAtomically(path, broken())).rejects.toThrow('broken');
		expect(await readFile(path, 'utf8')).toBe('old');
		expect(await readdir(folder)).toEqual(['report.csv']);
	});
	it.each([
		['a folder that is not there', 'none/report.csv', 'ENOENT'],
		['a folder in the way', '', /EISDIR|EBUSY|ENOTEMPTY|EEXIST|EPERM|EINVAL/],
	])('says why it cannot write: %s', async (_, name, reason) => {
		const inner = name === '' ? folder : join(folder, name);
		const outcome = await writeFileAtomically(inner, ['x']);
		expect(outcome).toMatchObject({
			ok: false,
			failure: { code: 'write-failed', details: { path: inner, reason: expect.stringMatching(reason) } },
		});
		expect(await readdir(folder)).toEqual([]);
	});
});
