import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import builder from '../../../electron-builder.mjs';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('takes no file away from the program that opens it on Windows, and no icon from a type on Linux', () => {
	// The builder's own associations do both.
	expect('fileAssociations' in builder).toBe(false);
	expect(builder.win).not.toHaveProperty('fileAssociations');
	expect(builder.linux).not.toHaveProperty('fileAssociations');
	expect(read('resources/installer.nsh')).not.toMatch(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.\$\{EXT\}" /);
});

it('offers the same files under "Open with" on Windows and macOS', () => {
	const onMac = [builder.mac?.fileAssociations ?? []].flat().flatMap(({ ext }) => ext);
	const onWindows = [...read('resources/installer.nsh').matchAll(/insertmacro \$\{DO\} "(\w+)"/g)].map(([, ext]) => ext);
	expect(onWindows).toEqual(onMac);
});

it.each(['linux/invite-doctor', 'mac/invite-doctor', 'win/invite-doctor.cmd'])(
	'keeps from Chromium what is meant for the command: %s',
	(launcher) => {
		expect(read(`resources/bin/${launcher}`)).toMatch(/ --command-line -- ("\$@"|%\*)\s/);
	},
);
