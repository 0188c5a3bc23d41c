import { describe, expect, it } from 'vitest';
import { whyNoWindow } from '../../../scripts/electron-binary.mjs';

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
