import { expect, test } from 'vitest';
import { electronAttention } from '../../../../../src/main/hosts/electron/attention.ts';
import { makeFakeElectron } from './fake-electron.ts';

const openWindow = (fake: ReturnType<typeof makeFakeElectron>) => {
	const window = new fake.electron.BrowserWindow({});
	return { window, done: fake.windows[0]?.done ?? [] };
};

test('progress is a share, and nothing going on takes it away', () => {
	const fake = makeFakeElectron();
	const { window, done } = openWindow(fake);
	const attention = electronAttention(
		fake.electron,
		() => window,
		() => undefined,
	);
	attention.showProgress(0.25);
	attention.showProgress(null);
	expect(done).toEqual(['progress 0.25', 'progress -1']);
});

test('progress without a window shows nowhere', () => {
	const fake = makeFakeElectron();
	const attention = electronAttention(
		fake.electron,
		() => null,
		() => undefined,
	);
	expect(() => attention.showProgress(0.5)).not.toThrow();
});

test('a notification is shown, and a click on it brings the window back', () => {
	const fake = makeFakeElectron();
	let shown = 0;
	const attention = electronAttention(
		fake.electron,
		() => null,
		() => void (shown += 1),
	);
	expect(attention.notify('list.csv is checked', '250 of 250 rows')).toBe(true);
	const [notification] = fake.seen.notifications;
	expect(notification).toMatchObject({ isShown: true, options: { title: 'list.csv is checked', body: '250 of 250 rows' } });
	notification?.emit('click');
	expect(shown).toBe(1);
});

test('where the system has no notifications, it says that nothing was said', () => {
	const fake = makeFakeElectron({ hasNotifications: false });
	expect(
		electronAttention(
			fake.electron,
			() => null,
			() => undefined,
		).notify('a', 'b'),
	).toBe(false);
	expect(fake.seen.notifications).toEqual([]);
});
