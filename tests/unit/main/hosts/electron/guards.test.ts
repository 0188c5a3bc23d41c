import { describe, expect, it } from 'vitest';
import { openAtlassianLink, openOwnLink } from '#main/hosts/electron/guards.ts';
import { installGuards } from '../../../../../src/main/hosts/electron/guards.ts';
import { foreignAddresses } from '../../../../support/hostile-paths.ts';
import { FakeContents, makeFakeElectron } from './fake-electron.ts';

const guarded = () => {
	const fake = makeFakeElectron();
	installGuards(fake.electron);
	const contents = new FakeContents(7);
	fake.app.emit('web-contents-created', {}, contents);
	return { ...fake, contents };
};

const isBlocked = (url: string): boolean | undefined => {
	let cancelled: boolean | undefined;
	guarded().seen.filter?.({ url }, ({ cancel }) => {
		cancelled = cancel;
	});
	return cancelled;
};

describe('what the page may ask of the system', () => {
	it('denies every permission and every device', () => {
		const { seen } = guarded();
		for (const permission of ['media', 'clipboard-read', 'notifications', 'openExternal', 'fileSystem']) {
			let granted: boolean | undefined;
			seen.permission?.(null, permission, (answer) => {
				granted = answer;
			});
			expect(granted).toBe(false);
		}
		expect(seen.permissionCheck?.()).toBe(false);
		expect(seen.deviceCheck?.()).toBe(false);
	});

	it.each([
		'https://example.com/',
		'http://127.0.0.1:80/',
		'ws://127.0.0.1/rpc',
		'file:///etc/passwd',
		'invite-doctor://other/x',
		'invite-doctor://app.evil/',
		'devtools://x/',
	])('blocks a request to %s', (url) => expect(isBlocked(url)).toBe(true));

	it.each(['invite-doctor://app/assets/main.js', 'invite-doctor://report/1', 'data:,', 'blob:invite-doctor://app/1'])(
		'lets the page load %s',
		(url) => expect(isBlocked(url)).toBe(false),
	);
});

describe('where the page may go', () => {
	it.each(['https://evil.example/', 'invite-doctor://app.evil/', 'invite-doctor://report/1', 'file:///etc/passwd', 'about:blank'])(
		'holds a way to %s',
		(url) => expect(guarded().contents.navigate(url)).toBe('held'),
	);

	it('holds every way elsewhere, in the window and in a frame, and opens none of them', () => {
		const { contents, seen } = guarded();
		const addresses = foreignAddresses('app');
		expect(addresses.length).toBeGreaterThan(60);
		for (const url of addresses) {
			expect([url, contents.navigate(url), contents.navigate(url, false)]).toEqual([url, 'held', 'held']);
			expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
		}
		expect(seen.opened).toEqual([]);
	});

	it('lets the window load a page of the app anew, and no frame in it', () => {
		const { contents } = guarded();
		expect(contents.navigate('invite-doctor://app/index.html#/runs')).toBe('allowed');
		expect(contents.navigate('invite-doctor://app/index.html', false)).toBe('held');
	});

	it('follows no redirect and attaches no web view', () => {
		const { contents } = guarded();
		expect(contents.raise('will-redirect', { url: 'invite-doctor://app/', isMainFrame: true })).toBe('held');
		expect(contents.raise('will-attach-webview')).toBe('held');
	});

	it('opens no second window, and hands Atlassian pages alone to the system', () => {
		const { contents, seen } = guarded();
		for (const url of ['https://support.atlassian.com/a?b', 'https://evil.example/', 'file:///etc/passwd']) {
			expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
		}
		contents.navigate('https://acme.atlassian.net/browse/A-1');
		contents.navigate('https://acme.atlassian.net/frame', false);
		contents.navigate('https://evil.example/');
		expect(seen.opened).toEqual(['https://support.atlassian.com/a?b', 'https://acme.atlassian.net/browse/A-1']);
	});

	it('opens a page to sign in on for the Node side, and nothing else beside them', async () => {
		const { electron, seen } = makeFakeElectron();
		const page = 'https://auth.atlassian.com/authorize?client_id=x';
		for (const url of [page, 'https://support.atlassian.com/a', 'https://auth.atlassian.com/logout', 'https://evil.example/authorize']) {
			await openOwnLink(electron.shell, url);
		}
		expect(seen.opened).toEqual([page, 'https://support.atlassian.com/a']);
	});

	it.each([
		'http://support.atlassian.com/',
		'https://atlassian.com.evil.example/',
		'https://evilatlassian.com/',
		'https://support.atlassian.com@evil.example/',
		'https://user:pass@support.atlassian.com/',
		'https://support.atlassian.com:8443/',
		'javascript:alert(1)//atlassian.com',
		'ms-settings:atlassian.com',
		// Where one signs in, the Node side leads by itself.
		'https://auth.atlassian.com/authorize?client_id=x',
		'',
	])('does not open %j', async (url) => {
		const { electron, seen } = makeFakeElectron();
		await openAtlassianLink(electron.shell, url);
		expect(seen.opened).toEqual([]);
	});
});
