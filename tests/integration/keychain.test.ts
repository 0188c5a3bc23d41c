import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const probe = fileURLToPath(new URL('keychain-probe.ts', import.meta.url));
const token = 'canary-keychain-4711';
const needed = ['dbus-run-session', 'gnome-keyring-daemon'];
const missing = needed.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
if (missing.length > 0) {
	process.stderr.write(
		`\n*** SKIPPED: the real keychain is not tested, ${missing.join(' and ')} not found (apt-get install dbus gnome-keyring libsecret-1-0) ***\n\n`,
	);
}

let home: string;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'invite-doctor-keychain-'));
	mkdirSync(join(home, 'runtime'));
	chmodSync(join(home, 'runtime'), 0o700);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const environment = (): NodeJS.ProcessEnv => ({
	PATH: process.env['PATH'],
	HOME: home,
	XDG_RUNTIME_DIR: join(home, 'runtime'),
	PROBE_TOKEN: token,
});

/** Runs a command in a process group of its own, which is ended whole afterwards: a keyring daemon detaches. */
const run = async (command: string, args: readonly string[]): Promise<string> => {
	const child = spawn(command, args, { env: environment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	const printed: string[] = [];
	child.stdout.on('data', (data: Buffer) => printed.push(data.toString()));
	child.stderr.on('data', (data: Buffer) => printed.push(data.toString()));
	try {
		await new Promise((resolve, reject) => {
			child.on('exit', resolve);
			child.on('error', reject);
		});
	} finally {
		endGroup(child.pid);
	}
	return printed.join('');
};

const endGroup = (pid: number | undefined): void => {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// All of the group has ended by itself.
	}
};

/** The probe's reports; where it printed none, what was printed instead: the reason a test fails. */
const reportsIn = (printed: string): readonly (Record<string, unknown> | string)[] => {
	const reports = printed
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	return reports.length > 0 ? reports : [printed];
};

const filesUnder = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

describe.skipIf(missing.length > 0)('the real keychain', () => {
	it('keeps a token from one process to the next, for its site and organisation only', async () => {
		const script = `
			printf 'a password' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
			daemon=$!
			for n in $(seq 100); do
				"$0" "$1" write > written; grep -q '"kind":"keychain"' written && break
			done
			cat written
			"$0" "$1" read
			kill $daemon; wait $daemon`;
		const printed = await run('dbus-run-session', ['--', 'sh', '-c', `cd "$HOME"; ${script}`, process.execPath, probe]);
		const nothing = { ok: true, value: null };
		expect(reportsIn(printed)).toEqual([
			{ kind: 'keychain', noKeychain: null, set: nothing },
			{
				kind: 'keychain',
				noKeychain: null,
				printed: { ok: true, value: '[secret]' },
				same: true,
				otherOrg: nothing,
				deleted: nothing,
				after: nothing,
			},
		]);
		expect(printed).not.toContain(token);
		expect(filesUnder(home).filter((file) => readFileSync(file).includes(token))).toEqual([]);
	});

	it('is replaced by this session where the bus has no keyring behind it', async () => {
		const printed = await run('dbus-run-session', ['--', process.execPath, probe, 'write']);
		expect(reportsIn(printed)[0]).toMatchObject({ kind: 'session', set: { ok: true } });
	});
});

it('is replaced by this session where there is no bus', async () => {
	const printed = await run(process.execPath, [probe, 'write']);
	expect(reportsIn(printed)[0]).toMatchObject({ kind: 'session', set: { ok: true } });
	expect(filesUnder(home).filter((file) => readFileSync(file).includes(token))).toEqual([]);
});
