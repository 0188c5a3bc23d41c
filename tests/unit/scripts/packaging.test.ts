import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { OtherWorkbookKind } from '#main/files/recognise-binary.ts';
import { lacksSandbox } from '#main/hosts/electron/sandbox.ts';
import fileTypes from '#shared/file-types.json' with { type: 'json' };
import builder from '../../../electron-builder.mjs';
import { tablesAnd } from '../../../src/renderer/ui/file-types.ts';

const inBuilder = createRequire(createRequire(createRequire(import.meta.url).resolve('electron-builder')).resolve('app-builder-lib'));
const { generateAppRunScript } = inBuilder('./targets/appimage/appImageUtil.js') as {
	readonly generateAppRunScript: (names: Readonly<Record<string, string>>) => string;
};

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('takes no file away from the program that opens it on Windows, and no icon from a type on Linux', () => {
	// The builder's own associations do both.
	expect('fileAssociations' in builder).toBe(false);
	expect(builder.win).not.toHaveProperty('fileAssociations');
	expect(builder.linux).not.toHaveProperty('fileAssociations');
	expect(read('resources/installer.nsh')).not.toMatch(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.\$\{EXT\}" /);
});

it('offers the files that it reads under "Open with" on Windows, macOS and Linux, and in its dialogues', () => {
	const extensions = fileTypes.map(({ extension }) => extension);
	expect([builder.mac?.fileAssociations ?? []].flat().flatMap(({ ext }) => ext)).toEqual(extensions);
	// The installer's script reads no list.
	const onWindows = [...read('resources/installer.nsh').matchAll(/insertmacro \$\{DO\} "(\w+)"/g)].map(([, ext]) => ext);
	expect(onWindows).toEqual(extensions);
	expect(builder.linux?.mimeTypes).toEqual(fileTypes.flatMap(({ mime }) => mime ?? []));
	const others = { xls: true, xlsb: true, ods: true, numbers: true } satisfies Record<OtherWorkbookKind, true>;
	expect(tablesAnd().split(',')).toEqual(
		expect.arrayContaining([...Object.keys(others), 'xlsx', 'xlsm', 'csv', 'tsv'].map((kind) => `.${kind}`)),
	);
	expect(tablesAnd()).not.toContain('sqlite');
});

// What starts an AppImage, as the builder writes it; `unshare` answers as the system would.
it.skipIf(process.platform === 'win32').each([
	['allows', 0, false],
	['refuses', 1, true],
])('is told by the start script of its AppImage where the system %s a sandbox', (_what, answer, lacks) => {
	const dir = mkdtempSync(join(tmpdir(), 'invite-doctor-appimage-'));
	onTestFinished(() => rmSync(dir, { recursive: true }));
	const program = (name: string, text: string): void => writeFileSync(join(dir, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
	const names = { DesktopFileName: 'x.desktop', ExecutableName: 'app', ProductName: 'x', ProductFilename: 'x', ResourceName: 'x' };
	writeFileSync(join(dir, 'AppRun'), generateAppRunScript(names), { mode: 0o755 });
	program('unshare', `exit ${answer}`);
	program('app', `printf '%s\\n' "$@"`);
	const env = { PATH: `${dir}:${process.env['PATH'] ?? ''}`, APPDIR: dir, APPIMAGE: join(dir, 'Invite Doctor.AppImage') };
	const args = execFileSync(join(dir, 'AppRun'), ['list.csv'], { env, encoding: 'utf8' }).trim().split('\n');
	expect(args.at(-1)).toBe('list.csv');
	expect(lacksSandbox(args, env)).toBe(lacks);
});

it('takes nobody else’s word for a missing sandbox: a checkout may do without', () => {
	expect(lacksSandbox(['--no-sandbox'], {})).toBe(false);
});

it.each(['linux/invite-doctor', 'mac/invite-doctor', 'win/invite-doctor.cmd'])(
	'keeps from Chromium what is meant for the command: %s',
	(launcher) => {
		expect(read(`resources/bin/${launcher}`)).toMatch(/ --command-line -- ("\$@"|%\*)\s/);
	},
);
