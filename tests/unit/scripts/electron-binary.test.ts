import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedBinary, whyItEnded, whyNoWindow } from '../../../scripts/electron-binary.mjs';
import { makeTempDir } from '../../support/demo-app.ts';

describe('whether a window can be opened', () => {
	it.each([
		['darwin', {}, 501],
		['win32', {}, undefined],
		['linux', { DISPLAY: ':0' }, 1000],
		['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000],
	] as const)('on %s with %j, Electron is tried', (platform, env, userId) => expect(whyNoWindow(platform, env, userId)).toBeNull());

	it('needs a screen on Linux', () => expect(whyNoWindow('linux', {}, 1000)).toMatch(/screen/));

	it('does not give up the sandbox for root', () => expect(whyNoWindow('linux', { DISPLAY: ':0' }, 0)).toMatch(/sandbox/));
});

describe('an Electron that ends as soon as it begins', () => {
	const onSystem = (settings: Readonly<Record<string, string>>) =>
		whyItEnded((path) => {
			const value = settings[path.slice('/proc/sys/kernel/'.length)];
			if (value === undefined) throw new Error('ENOENT');
			return `${value}\n`;
		});

	it.each([
		[{ apparmor_restrict_unprivileged_userns: '1' }, 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
		[{ unprivileged_userns_clone: '0' }, 'sudo sysctl -w kernel.unprivileged_userns_clone=1'],
	])('is told the cure on a system with %j', (settings, cure) => {
		expect(onSystem(settings)).toContain(cure);
		expect(onSystem(settings)).toContain('chmod 4755');
	});

	it.each([{}, { apparmor_restrict_unprivileged_userns: '0' }])('ended for another reason on one with %j', (settings) => {
		expect(onSystem(settings)).toBe('');
	});
});

describe('the binary', () => {
	it('is where its installer wrote that it is, or in the folder that somebody names', async () => {
		const root = await makeTempDir();
		const folder = join(root, 'node_modules/electron');
		mkdirSync(join(folder, 'dist'), { recursive: true });
		expect(installedBinary(root, {})).toBeNull();
		writeFileSync(join(folder, 'dist/electron'), '');
		expect(installedBinary(root, {}), 'broken off').toBeNull();
		writeFileSync(join(folder, 'path.txt'), 'electron');
		expect(installedBinary(root, {})).toBe(join(folder, 'dist/electron'));
		const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform as string] ?? 'electron';
		mkdirSync(join(root, 'own', name, '..'), { recursive: true });
		writeFileSync(join(root, 'own', name), '');
		expect(installedBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') })).toBe(join(root, 'own', name));
	});
});
