/**
 * An AppImage's start script switches Chromium's sandbox off, and says nothing, where the system lets no program make one: it looks
 * whether `unshare -Ur true` works. A packed app is told so by nobody else.
 */
export const lacksSandbox = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): boolean =>
	env['APPIMAGE'] !== undefined && argv.includes('--no-sandbox');
