import { describe, expect, it } from 'vitest';
import type { Activity } from '#shared/contract/app.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import type { Run } from '#shared/run.ts';
import type { Work } from '#shared/works.ts';
import { lookAfterWork } from '../../../../../src/main/hosts/electron/outside.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { makeFakeElectron } from './fake-electron.ts';

const run = (changes: Partial<Run>): Run =>
	({
		id: 'r1',
		listName: 'list.csv',
		site: { name: 'Halden' },
		state: 'running',
		stop: null,
		rowCount: 200,
		checkedCount: 50,
		...changes,
	}) as Run;

const finished = run({ state: 'finished', checkedCount: 200 });

const start = ({ hasWindow = true, hasNotifications = true } = {}) => {
	const fake = makeFakeElectron({ hasNotifications });
	const window = hasWindow ? new fake.electron.BrowserWindow({}) : null;
	const clock = new ManualClock();
	const seen = { isAtWork: false, shown: 0, left: 0, told: [] as (Work | null)[] };
	const waiting: ((activity: Activity) => void)[] = [];
	const ended = new AbortController();
	const watch = async function* (): AsyncGenerator<Activity> {
		for (;;) yield await new Promise<Activity>((resolve) => waiting.push(resolve));
	};
	lookAfterWork(
		{
			electron: fake.electron,
			clock,
			watch: () => Promise.resolve(watch()),
			isAtWork: () => seen.isAtWork,
			window: () => window,
			words: () => messagesIn('en'),
			show: () => void (seen.shown += 1),
			tell: (going) => void seen.told.push(going),
			leave: () => void (seen.left += 1),
		},
		ended.signal,
	);
	const say = async (...runs: Run[]): Promise<void> => {
		await clock.advance(0);
		waiting.shift()?.({ runs, plans: [] });
		await clock.advance(0);
	};
	return { ...fake, clock, ended, say, look: seen };
};

describe('progress', () => {
	it('is a share of what goes on, and is taken away when nothing does', async () => {
		const { say, windows, look } = start();
		await say(run({}));
		await say(finished);
		expect(windows[0]?.done).toEqual(['progress 0.25', 'progress -1']);
		expect(look.told.map((work) => work?.name ?? null)).toEqual(['list.csv', null]);
	});

	it('without a window shows nowhere', async () => {
		const { say, look } = start({ hasWindow: false });
		await say(run({}));
		expect(look.told).toHaveLength(1);
	});
});

describe('the end of something long', () => {
	const endAfter = async (set: ReturnType<typeof start>, ms: number): Promise<void> => {
		await set.say(run({}));
		await set.clock.advance(ms);
		await set.say(finished);
	};

	it('is said where the window is not the one in use', async () => {
		const set = start();
		if (set.windows[0] !== undefined) set.windows[0].isInFront = false;
		await endAfter(set, 31_000);
		expect(set.seen.notifications).toMatchObject([
			{ isShown: true, options: { title: 'list.csv: check finished', body: '200 of 200 rows on Halden' } },
		]);
	});

	it('is not said to somebody who looks at it, nor that of something short', async () => {
		const looking = start();
		await endAfter(looking, 31_000);
		const short = start();
		if (short.windows[0] !== undefined) short.windows[0].isInFront = false;
		await endAfter(short, 5000);
		expect([...looking.seen.notifications, ...short.seen.notifications]).toEqual([]);
	});

	it('is always said without a window, and a click opens one', async () => {
		const set = start({ hasWindow: false });
		await endAfter(set, 1000);
		const [notification] = set.seen.notifications;
		notification?.emit('click');
		expect(set.look.shown).toBe(1);
	});

	it('is kept until it was clicked, closed or refused by the system', async () => {
		const set = start({ hasWindow: false });
		await endAfter(set, 1000);
		const [notification] = set.seen.notifications;
		for (const event of ['click', 'close', 'failed']) expect(notification?.listenerCount(event)).toBeGreaterThan(0);
		notification?.emit('failed');
		expect(set.look.shown).toBe(0);
	});

	it('is not said where the system has no notifications', async () => {
		const set = start({ hasWindow: false, hasNotifications: false });
		await endAfter(set, 1000);
		expect(set.seen.notifications).toEqual([]);
	});
});

describe('the machine', () => {
	it('stays awake while something is at work, and no longer', async () => {
		const { clock, seen, look, ended } = start();
		await clock.advance(1000);
		expect(seen.awake).toBe(0);
		look.isAtWork = true;
		await clock.advance(5000);
		expect(seen.awake).toBe(1);
		look.isAtWork = false;
		await clock.advance(1000);
		expect(seen.awake).toBe(0);
		look.isAtWork = true;
		await clock.advance(1000);
		ended.abort();
		await clock.advance(1000);
		expect(seen.awake).toBe(0);
	});

	it('gets the memory back where nobody looks and nothing is at work', async () => {
		const { clock, look } = start({ hasWindow: false });
		look.isAtWork = true;
		await clock.advance(60 * 60_000);
		look.isAtWork = false;
		await clock.advance(29 * 60_000);
		expect(look.left).toBe(0);
		await clock.advance(2 * 60_000);
		expect(look.left).toBe(1);
	});
});
