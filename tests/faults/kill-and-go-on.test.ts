import { once } from 'node:events';
import { expect, it } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { isChange } from '../support/change-record.ts';
import { type StartedCommand, startCommand } from '../support/command-line.ts';
import { isCustomer, planOnDemo } from '../support/remediation.ts';

const kills = 8;

/** Killed when it sends its next change; the one after it is started without waiting until the killed one is gone. */
it('a remediation started right after the one before was killed goes on each time', { timeout: 600_000 }, async () => {
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
	const start = (): StartedCommand => startCommand(args, { env: setting.env });
	const ends: Promise<unknown>[] = [];
	let command = start();
	for (let n = 0; n < kills; n++) {
		const changed = new Promise<'changed'>((resolve) => (onChange = () => resolve('changed')));
		// One that says that the site is busy ends without a change.
		const first = await Promise.race([changed, command.ended]);
		onChange = null;
		expect(first).toBe('changed');
		command.process.kill('SIGKILL');
		ends.push(once(command.process, 'close'));
		command = start();
	}
	const last = await command.ended;
	expect(last.code, last.stderr).toBe(1);
	expect(setting.result().plan.state).toBe('finished');
	const applied = setting.result().rows.filter(({ outcome }) => outcome === 'applied');
	expect(applied.filter(({ email }) => !isCustomer(setting.demo, email))).toEqual([]);
	await Promise.all(ends);
});
