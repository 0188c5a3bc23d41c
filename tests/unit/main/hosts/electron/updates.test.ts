import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type UpdaterPort, watchUpdates } from '../../../../../src/main/hosts/electron/updates.ts';
import { makeTempDir } from '../../../../support/demo-app.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';

class FakeUpdater extends EventEmitter implements UpdaterPort {
	autoDownload = true;
	autoInstallOnAppQuit = true;
	allowDowngrade = true;
	readonly done: string[] = [];
	checkForUpdates(): Promise<unknown> {
		this.done.push('check');
		return Promise.reject(new Error('no network'));
	}
	downloadUpdate(): Promise<unknown> {
		this.done.push('download');
		return Promise.resolve();
	}
	quitAndInstall(): void {
		this.done.push('install');
	}
}

const start = async ({ hasFeed = true, wants = true } = {}) => {
	const feedFile = join(await makeTempDir(), 'app-update.yml');
	if (hasFeed) await writeFile(feedFile, 'provider: generic\n');
	const updater = new FakeUpdater();
	const clock = new ManualClock();
	const ended = new AbortController();
	const seen = { isAtWork: false, loads: 0, asked: [] as string[] };
	const watching = watchUpdates(
		{
			feedFile,
			load: () => {
				seen.loads += 1;
				return Promise.resolve(updater);
			},
			clock,
			isAtWork: () => seen.isAtWork,
			ask: (version) => {
				seen.asked.push(version);
				return Promise.resolve(wants);
			},
			settle: () => void updater.done.push('settle'),
		},
		ended.signal,
	).catch(() => undefined);
	await clock.advance(0);
	return { updater, clock, seen, ended, watching };
};

it('is off until a feed is configured', async () => {
	const { seen, watching } = await start({ hasFeed: false });
	await watching;
	expect(seen.loads).toBe(0);
});

it('looks once a day, also after a day without a network, and never goes back to an older version', async () => {
	const { updater, clock, ended, watching } = await start();
	await clock.advance(24 * 60 * 60_000);
	expect(updater.done).toEqual(['check', 'check']);
	expect([updater.autoDownload, updater.autoInstallOnAppQuit, updater.allowDowngrade]).toEqual([false, false, false]);
	ended.abort();
	await watching;
});

it('waits for what is at work, with the download and with the question', async () => {
	const { updater, clock, seen } = await start();
	seen.isAtWork = true;
	updater.emit('update-available');
	await clock.advance(60 * 60_000);
	expect(updater.done).not.toContain('download');
	seen.isAtWork = false;
	await clock.advance(60_000);
	expect(updater.done).toContain('download');
	seen.isAtWork = true;
	updater.emit('update-downloaded', { version: '2.0.0' });
	await clock.advance(60 * 60_000);
	expect(seen.asked).toEqual([]);
	seen.isAtWork = false;
	await clock.advance(60_000);
	expect(seen.asked).toEqual(['2.0.0']);
	expect(updater.done.slice(-2)).toEqual(['settle', 'install']);
});

it('installs nothing that the person does not want, and asks once', async () => {
	const { updater, clock, seen } = await start({ wants: false });
	for (let times = 0; times < 2; times += 1) updater.emit('update-downloaded', { version: '2.0.0' });
	await clock.advance(1000);
	expect(seen.asked).toEqual(['2.0.0']);
	expect(updater.done).not.toContain('install');
});
