import { posix, win32 } from 'node:path';

export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly homedir: string;
}

/**
 * The folder everything the app writes is in: the one asked for (`--data-dir`), `INVITE_DOCTOR_DATA_DIR`, or the
 * system's place for an app's data. A path asked for may be relative to the working folder; the system's variables
 * count only where they are absolute, as the XDG specification demands.
 */
export const resolveDataDir = (asked: string | undefined, { env, platform, homedir }: Surroundings): string => {
	const path = platform === 'win32' ? win32 : posix;
	const named = [asked, env['INVITE_DOCTOR_DATA_DIR']].find((candidate) => candidate !== undefined && candidate !== '');
	if (named !== undefined) return path.resolve(named);
	const absolute = (value: string | undefined): string | undefined => (value !== undefined && path.isAbsolute(value) ? value : undefined);
	if (platform === 'darwin') return path.join(homedir, 'Library', 'Application Support', 'invite-doctor');
	if (platform === 'win32') {
		return path.join(absolute(env['APPDATA']) ?? path.join(homedir, 'AppData', 'Roaming'), 'invite-doctor');
	}
	return path.join(absolute(env['XDG_DATA_HOME']) ?? path.join(homedir, '.local', 'share'), 'invite-doctor');
};
