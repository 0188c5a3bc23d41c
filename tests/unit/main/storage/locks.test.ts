import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { type LockName, type Locks, openLocks } from '#main/storage/locks.ts';
import { done } from '#shared/outcome.ts';
import { codeOf, temporaryFolder, valueOf } from './samples.ts';

const site: LockName = { kind: 'site', key: 'https://acme.atlassian.net' };

const newFolder = (): string => {
	const folder = temporaryFolder();
	onTestFinished(folder.remove);
	return join(folder.path, 'locks');
};

const open = async (folder: string, who = 'the command line'): Promise<Locks> => valueOf(await openLocks(folder, () => who));

const lockFiles = (folder: string) => readdirSync(folder).filter((name) => name !== 'gate');

/** A process that tries to take a lock; what it said. */
const otherProcess = async (folder: string, { kind, key }: LockName): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
	const child = spawn(process.execPath, [holder, folder, kind, key], { stdio: ['pipe', 'pipe', 'inherit'] });
	onTestFinished(async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	});
	const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
	return { child, said };
};
const holder = fileURLToPath(new URL('../../../support/lock-holder.ts', import.meta.url));

it('is held by one, who is named, until it is given back; other names are other locks', async () => {
	const folder = newFolder();
	const [one, two] = [await open(folder), await open(folder, 'the window')];
	const hold = valueOf(one.take(site));
	expect(two.take(site)).toEqual({ ok: false, failure: { code: 'site-busy', details: { site: site.key, holder: 'the command line' } } });
	expect(codeOf(one.take(site))).toBe('site-busy');
	expect([one.whoHas(site), two.whoHas(site)]).toEqual(['us', 'others']);
	valueOf(two.take({ ...site, key: `${site.key}/` })).release();
	valueOf(two.take({ kind: 'run', key: site.key })).release();
	hold.release();
	expect([one.whoHas(site), two.whoHas(site)]).toEqual(['nobody', 'nobody']);
	valueOf(two.take(site)).release();
	expect(lockFiles(folder)).toEqual([]);
});

it('takes names of any length and with any character', async () => {
	const folder = newFolder();
	const locks = await open(folder);
	for (const key of ['', '../../x', 'a\0b', 'ä'.repeat(5000)]) {
		valueOf(locks.take({ kind: 'run', key }));
		expect(locks.whoHas({ kind: 'run', key })).toBe('us');
	}
	expect(lockFiles(folder).filter((name) => name.endsWith('.lock'))).toHaveLength(4);
});

it('is given back once, however often that is said, and not by who does not hold it any more', async () => {
	const locks = await open(newFolder());
	const first = valueOf(locks.take(site));
	first.release();
	const second = valueOf(locks.take(site));
	first.release();
	expect(locks.whoHas(site)).toBe('us');
	expect(codeOf(first.whileHeld(() => done(1)))).toBe('site-busy');
	expect(codeOf(second.whileHeld(() => done(1)))).toBe('ok');
	second.release();
	expect(codeOf(second.whileHeld(() => done(1)))).toBe('site-busy');
});

it('is one lock through whichever path its folder is reached', async () => {
	const folder = newFolder();
	const hold = valueOf((await open(folder)).take(site));
	symlinkSync(folder, `${folder}-by-another-name`);
	const others = await open(`${folder}-by-another-name`);
	expect(codeOf(others.take(site))).toBe('site-busy');
	hold.release();
	expect(codeOf(others.take(site))).toBe('ok');
});

it('is held by exactly one of several processes, also by one that is suspended', async () => {
	const folder = newFolder();
	const all = await Promise.all(Array.from({ length: 4 }, () => otherProcess(folder, site)));
	expect(all.map(({ said }) => said).toSorted()).toEqual(['held', 'site-busy', 'site-busy', 'site-busy']);
	const holding = all.find(({ said }) => said === 'held');
	holding?.child.kill('SIGSTOP');
	const locks = await open(folder);
	expect(locks.take(site)).toMatchObject({ failure: { code: 'site-busy', details: { holder: 'the child' } } });
	expect(locks.whoHas(site)).toBe('others');
});

it('ends with the process that is killed, and what it left is cleared away', async () => {
	const folder = newFolder();
	const locks = await open(folder);
	for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
		const { child, said } = await otherProcess(folder, site);
		expect(said).toBe('held');
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
		expect(locks.whoHas(site)).toBe('nobody');
		expect(lockFiles(folder)).toHaveLength(2);
		await open(folder);
		expect(lockFiles(folder)).toEqual([]);
	}
	expect(codeOf(locks.take(site))).toBe('ok');
});

it('is lost to who holds it where its file is deleted: whoever comes next holds it alone', async () => {
	const folder = newFolder();
	const [one, two] = [await open(folder), await open(folder)];
	const hold = valueOf(one.take(site));
	for (const name of lockFiles(folder)) rmSync(join(folder, name));
	expect(codeOf(hold.whileHeld(() => done(1)))).toBe('site-busy');
	const next = valueOf(two.take(site));
	expect(codeOf(hold.whileHeld(() => done(1)))).toBe('site-busy');
	hold.release();
	expect(codeOf(next.whileHeld(() => done(1)))).toBe('ok');
	expect(codeOf(one.take(site))).toBe('site-busy');
	next.release();
	expect(codeOf(one.take(site))).toBe('ok');
});

it('is not lost where its folder is cleared up by a process that starts', async () => {
	const folder = newFolder();
	const hold = valueOf((await open(folder)).take(site));
	const others = await open(folder);
	expect(codeOf(others.take(site))).toBe('site-busy');
	expect(codeOf(hold.whileHeld(() => done(1)))).toBe('ok');
	expect(readFileSync(join(folder, lockFiles(folder).find((name) => name.endsWith('.txt')) ?? ''), 'utf8')).toBe('the command line\n');
});

it('says so where its folder cannot be made', async () => {
	const folder = newFolder();
	writeFileSync(folder, '');
	expect(codeOf(await openLocks(folder, () => ''))).toBe('store-unavailable');
	expect(codeOf(await openLocks(join(folder, 'below'), () => ''))).toBe('store-unavailable');
});

it('says so where its folder cannot be written', async (ctx) => {
	if (process.getuid?.() === 0) return ctx.skip('root may write everywhere');
	const folder = newFolder();
	const locks = await open(folder);
	chmodSync(folder, 0o500);
	expect(codeOf(locks.take(site))).toBe('store-unavailable');
	expect(codeOf(await openLocks(join(folder, 'below'), () => ''))).toBe('store-unavailable');
	chmodSync(folder, 0o700);
});
