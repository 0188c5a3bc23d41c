import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { isChange } from '../support/change-record.ts';
import { commandLine, compileCache } from '../support/command-line.ts';
import { isCustomer, planOnDemo } from '../support/remediation.ts';

const kills = 8;

/** The parent never asks what became of its child: to the system, a killed one keeps its number until the parent ends. */
const neverReaping = '"$@" & echo "$!" >&3; exec sleep 3600 >&- 2>&- 3>&-';

interface Unreaped {
	readonly kill: () => void;
	/** What it said on stderr, once it has ended. */
	readonly ended: Promise<string>;
}

const startUnreaped = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Unreaped> => {
	const parent = spawn('sh', ['-c', neverReaping, 'sh', ...commandLine, ...args], {
		env: { PATH: process.env['PATH'] ?? '', ...compileCache, ...env },
		stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
	});
	onTestFinished(async () => {
		const ended = once(parent, 'exit');
		parent.kill('SIGKILL');
		await ended;
	});
	const [, , stderr, told] = parent.stdio;
	const ended = text(stderr as NodeJS.ReadableStream);
	const [number] = (await once(told as NodeJS.ReadableStream, 'data')) as [Buffer];
	const pid = Number(String(number));
	return { kill: () => process.kill(pid, 'SIGKILL'), ended };
};

it('a remediation started right after the one before was killed goes on each time', { timeout: 600_000 }, async (ctx) => {
	if (process.platform === 'win32') return ctx.skip('only POSIX keeps the number of a process that has ended');
	let onChange: (() => void) | null = null;
	const setting = await planOnDemo({
		site: { world: makeWorld({ people: 60 }) },
		tamper: {
			instead: (request) => {
				if (isChange(request)) onChange?.();
				return null;
			},
		},
	});
	const args = [...setting.remediate, '--allow-loopback'];
	for (let n = 0; n < kills; n++) {
		const changed = new Promise<'a change'>((resolve) => (onChange = () => resolve('a change')));
		const command = await startUnreaped(args, setting.env);
		// One that finds the site held ends without a change.
		expect(await Promise.race([changed, command.ended])).toBe('a change');
		onChange = null;
		command.kill();
	}
	const last = await setting.run(setting.remediate);
	expect(last.code, last.stderr).toBe(1);
	expect(setting.result().plan.state).toBe('finished');
	const applied = setting.result().rows.filter(({ outcome }) => outcome === 'applied');
	expect(applied.filter(({ email }) => !isCustomer(setting.demo, email))).toEqual([]);
});
