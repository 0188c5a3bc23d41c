import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeSeededRandom } from '#demo-site/world/random.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { isPartName } from '#core/snapshots/parts.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { runCommand, type StartedCommand, startCommand } from '../support/command-line.ts';
import { askedTwice, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';
import { memoryLocks } from '../support/memory-locks.ts';

/** Asked anew by every pull: who we are, and what the organisation and the desks are. */
const connection = /\/(?:orgs|workspaces|directories|domains|servicedesk|permissionscheme)(?: |$)/;

/** The sweep, the desks' lists, permissions, and four people asked about side by side. */
const inFlightAtMost = 7;

interface Setting {
	readonly demo: DemoSite;
	readonly dir: string;
	readonly env: Readonly<Record<string, string>>;
	readonly pull: readonly string[];
}

const world = () => makeWorld({ peoplePerCause: 12, fillers: 150 });

const prepare = async (onRequest: (before: number) => void = () => undefined): Promise<Setting> => {
	const demo = await startDemo({ world: world() });
	const url = await startTamperingProxy(demo.url, {
		instead: ({ before }) => {
			onRequest(before);
			return null;
		},
	});
	const dir = await makeTempDir();
	const env = {
		HOME: dir,
		INVITE_DOCTOR_EMAIL: demo.email,
		INVITE_DOCTOR_API_TOKEN: demo.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
	};
	return { demo, dir, env, pull: ['snapshot', 'pull', '--site-url', url, '--allow-loopback', '--data-dir', join(dir, 'data')] };
};

interface Content {
	readonly info: SnapshotInfo | undefined;
	/** What each part holds; those that are asked one by one in no order. */
	readonly records: Readonly<Record<string, readonly string[]>>;
}

/** What is on disk, as another process finds it. */
const contentOf = async ({ dir }: Setting): Promise<Content> => {
	const store = openSnapshotFolder(join(dir, 'data', 'snapshots'), memoryLocks());
	const [info] = (await store.list()).snapshots;
	if (info === undefined) return { info, records: {} };
	const stored = need(await store.open(info.id));
	const records = stored.parts.flatMap(({ name, kind }) => {
		if (!isPartName(name)) return [];
		const all = [...stored.records(name)].flatMap((page) => need(page) as readonly unknown[]);
		const timeless = kind === 'manageable' || kind === 'role-assignments' ? all.map((one) => (one as unknown[]).with(1, '')) : all;
		return [[name, timeless.map((one) => JSON.stringify(one)).toSorted()] as const];
	});
	stored.close();
	return { info, records: Object.fromEntries(records) };
};

const killedAt = async (share: number, whole: number): Promise<{ readonly setting: Setting; readonly before: Content }> => {
	const killAt = Math.max(1, Math.floor(share * whole));
	let command: StartedCommand | null = null;
	// The kill follows a request, not a clock: a slow machine is killed at the same point of its work.
	const setting = await prepare((before) => {
		if (before === killAt) command?.process.kill('SIGKILL');
	});
	command = startCommand(setting.pull, { env: setting.env });
	expect(await command.ended).toMatchObject({ code: null });
	const before = await contentOf(setting);
	expect(before.info?.state).toBe('incomplete');
	expect(await runCommand(setting.pull, { env: setting.env })).toMatchObject({
		code: 0,
		stderr: expect.stringContaining('Resuming snapshot'),
	});
	return { setting, before };
};

describe('killing a pull', () => {
	it('at any moment loses no page, asks for nothing again that was stored, and ends with the same snapshot', async () => {
		const unbroken = await prepare();
		expect(await runCommand(unbroken.pull, { env: unbroken.env })).toMatchObject({ code: 0 });
		const expected = await contentOf(unbroken);
		const whole = unbroken.demo.requests().length;
		expect(whole).toBeGreaterThan(60);
		const random = makeSeededRandom(20261123);
		const shares = Array.from({ length: 5 }, (_, n) => (n + 0.1 + (random.integer(1000) / 1000) * 0.8) / 5);
		const killed = await Promise.all(shares.map((share) => killedAt(share, whole)));
		for (const { setting, before } of killed) {
			const after = await contentOf(setting);
			expect(after.info?.state).toBe('complete');
			expect(after.records).toEqual(expected.records);
			expect(askedTwice(setting.demo.requests()).filter((question) => !connection.test(question)).length).toBeLessThanOrEqual(
				inFlightAtMost,
			);
			for (const [name, records] of Object.entries(before.records)) {
				for (const record of records) expect(after.records[name]).toContain(record);
			}
		}
		// They were killed in the middle of it, not before or after.
		const held = killed.map(({ before }) => Object.values(before.records).reduce((sum, { length }) => sum + length, 0));
		expect(new Set(held).size).toBeGreaterThan(2);
	});
});
