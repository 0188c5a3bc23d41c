import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, openDataFolder } from '#main/files/make-folder.ts';
import { makeTempDir } from '../../../support/demo-app.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

it('makes what is missing for this user alone, and leaves what is there as it is', async () => {
	const dir = await makeTempDir();
	makeFolder(join(dir, 'a', 'b', 'c'));
	makeFolder(join(dir, 'a', 'b', 'c'));
	expect(modeOf(join(dir, 'a'))).toBe(0o700);
	expect(readdirSync(join(dir, 'a', 'b'))).toEqual(['c']);
});

it.skipIf(process.platform !== 'linux').each(['/proc/x', '/proc/self/x/y', '/proc/1/root/../../proc/a/b', '/dev/null/x', '/sys/x/y'])(
	'ends with a code at %s',
	(path) => {
		expect(openDataFolder(path, 'own.sqlite')).toMatchObject({ failure: { code: 'store-unavailable', details: { path } } });
	},
);

it('says what is in the way', async () => {
	const dir = await makeTempDir();
	writeFileSync(join(dir, 'file'), '');
	symlinkSync(join(dir, 'nowhere'), join(dir, 'dangling'));
	for (const name of ['file', 'file/below', 'dangling']) {
		expect(openDataFolder(join(dir, name), 'own.sqlite')).toMatchObject({ ok: false, failure: { code: 'store-unavailable' } });
	}
});

it.skipIf(process.platform === 'win32')('tightens an own folder that others may write to, empty or with our data in it', async () => {
	const dir = await makeTempDir();
	for (const [name, files] of [
		['empty', []],
		['ours', ['own.sqlite', 'log']],
	] as const) {
		const folder = join(dir, name);
		mkdirSync(folder);
		for (const file of files) writeFileSync(join(folder, file), '');
		chmodSync(folder, 0o777);
		expect(openDataFolder(folder, 'own.sqlite')).toEqual({ ok: true, value: null });
		expect(modeOf(folder)).toBe(0o700);
	}
});

it.skipIf(process.platform === 'win32')('refuses a folder that others may write to and that holds other things', async () => {
	const dir = await makeTempDir();
	writeFileSync(join(dir, 'letter.txt'), '');
	chmodSync(dir, 0o777);
	expect(openDataFolder(dir, 'own.sqlite')).toMatchObject({
		failure: { code: 'store-unavailable', details: { reason: 'open-to-others' } },
	});
	expect(modeOf(dir)).toBe(0o777);
});
