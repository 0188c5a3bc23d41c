import { expect, it } from 'vitest';
import { resolveDataDir } from '#main/data-dir.ts';

const homedir = '/home/ann';

it.each([
	['/asked', {}, 'linux', '/asked'],
	['/asked', { INVITE_DOCTOR_DATA_DIR: '/env' }, 'linux', '/asked'],
	[undefined, { INVITE_DOCTOR_DATA_DIR: '/env', XDG_DATA_HOME: '/xdg' }, 'linux', '/env'],
	[undefined, { INVITE_DOCTOR_DATA_DIR: '' }, 'linux', '/home/ann/.local/share/invite-doctor'],
	[undefined, { XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/invite-doctor'],
	[undefined, { XDG_DATA_HOME: 'relative' }, 'linux', '/home/ann/.local/share/invite-doctor'],
	[undefined, { XDG_DATA_HOME: '/xdg' }, 'darwin', '/home/ann/Library/Application Support/invite-doctor'],
] as const)('%s, %j on %s: %s', (asked, env, platform, expected) => {
	expect(resolveDataDir(asked, { env, platform, homedir })).toBe(expected);
});

it('is in the roaming folder on Windows', () => {
	const surroundings = { platform: 'win32', homedir: 'C:\\Users\\ann' } as const;
	expect(resolveDataDir(undefined, { ...surroundings, env: { APPDATA: 'D:\\Data' } })).toBe('D:\\Data\\invite-doctor');
	expect(resolveDataDir(undefined, { ...surroundings, env: {} })).toBe('C:\\Users\\ann\\AppData\\Roaming\\invite-doctor');
});
