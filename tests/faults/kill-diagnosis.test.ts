import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeSeededRandom } from '#demo-site/world/random.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { RunReport } from '#shared/run.ts';
import { runCommand, type StartedCommand, startCommand } from '../support/command-line.ts';
import { askedTwice, makeTempDir, need, startDemo } from '../support/demo-app.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

/** Answers take this long, so that a run lasts a second or two and there is a middle to be killed in. */
const latencyMs = 40;

interface Setting {
	readonly demo: DemoSite;
	readonly dir: string;
	readonly env: Record<string, string>;
	readonly diagnose: readonly string[];
	readonly report: string;
}

/** `onRequest` hears of each request before the site does. */
const prepare = async (onRequest: (before: number) => void = () => undefined): Promise<Setting> => {
	const demo = await startDemo({ latencyMs });
	const watch = ({ before }: { readonly before: number }): null => {
		onRequest(before);
		return null;
	};
	const url = await startTamperingProxy(demo.url, { instead: watch });
	const dir = await makeTempDir();
	const list = join(dir, 'list.csv');
	writeFileSync(list, makeInviteList(demo.world));
	const report = join(dir, 'report.json');
	return {
		demo,
		dir,
		report,
		env: {
			HOME: dir,
			INVITE_DOCTOR_DATA_DIR: join(dir, 'data'),
			INVITE_DOCTOR_EMAIL: demo.email,
			INVITE_DOCTOR_API_TOKEN: demo.apiToken,
			INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
		},
		diagnose: [
			'diagnose',
			'--list',
			list,
			'--site-url',
			url,
			'--desk',
			demo.deskKey,
			'--access',
			demo.access,
			'--allow-loopback',
			'--json',
			report,
		],
	};
};

const rowsOf = ({ report }: Setting) =>
	(JSON.parse(readFileSync(report, 'utf8')) as RunReport).rows.map(({ row, email, cause, certainty }) => ({
		row,
		email,
		cause,
		certainty,
	}));

/** What the dead process left on disk. */
const readStore = async ({ dir }: Setting) => {
	const database = need(await openDatabase(join(dir, 'data', 'invite-doctor.sqlite')));
	const store = createRunStore(database, nobodyHolds);
	const [run] = store.runs();
	const finished = run === undefined ? [] : [...store.allRows(run.id)].filter(({ cause }) => cause !== 'not-checked');
	database.close();
	return { run, finished: finished.map(({ row, cause, certainty }) => ({ row, cause, certainty })) };
};

/** Four searches, eight questions about one account each, the sweep and the desk's list: nothing else asks side by side. */
const inFlightAtMost = 14;

const killedAtRequest = async (
	share: number,
	whole: number,
): Promise<{ setting: Setting; lost: readonly unknown[]; judgedBefore: number }> => {
	const killAt = Math.max(1, Math.floor(share * whole));
	let command: StartedCommand | null = null;
	// The kill follows a request, not a clock: a slow machine is killed at the same point of its work.
	const setting = await prepare((before) => {
		if (before === killAt) command?.process.kill('SIGKILL');
	});
	const { env, diagnose } = setting;
	command = startCommand(diagnose, { env });
	expect(await command.ended).toMatchObject({ code: null });
	const before = await readStore(setting);
	if (before.run === undefined) throw new Error('the run was not stored before its first request');
	const end =
		before.run.state === 'finished'
			? await runCommand(['report', before.run.id, '--json', setting.report, '--overwrite'], { env })
			: await runCommand(['resume', before.run.id, '--allow-loopback', '--json', setting.report, '--overwrite'], { env });
	if (before.run.state !== 'finished') expect(end).toMatchObject({ code: 1 });
	const after = await readStore(setting);
	const kept = new Map(after.finished.map((one) => [one.row, one]));
	const lost = before.finished.filter((one) => JSON.stringify(kept.get(one.row)) !== JSON.stringify(one));
	expect(after.run?.state).toBe('finished');
	return { setting, lost, judgedBefore: before.finished.length };
};

describe('killing a diagnosis', () => {
	it('at any moment loses no finished row and asks for nothing again that was stored', async () => {
		const unbroken = await prepare();
		expect(await runCommand(unbroken.diagnose, { env: unbroken.env })).toMatchObject({ code: 1 });
		const expected = rowsOf(unbroken);
		const whole = unbroken.demo.requests().length;
		expect(askedTwice(unbroken.demo.requests())).toEqual([]);
		const random = makeSeededRandom(20261123);
		const shares = Array.from({ length: 6 }, (_, n) => (n + random.integer(1000) / 1000) / 6);
		// Side by side, each with a site and a folder of its own.
		const killed = await Promise.all(shares.map((share) => killedAtRequest(share, whole)));
		for (const { setting, lost } of killed) {
			expect(lost).toEqual([]);
			expect(rowsOf(setting)).toEqual(expected);
			expect(askedTwice(setting.demo.requests()).length).toBeLessThanOrEqual(inFlightAtMost);
		}
		expect(killed.some(({ judgedBefore }) => judgedBefore > 0 && judgedBefore < expected.length)).toBe(true);
	});
});
