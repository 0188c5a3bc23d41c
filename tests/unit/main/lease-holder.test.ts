import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isDeadHolder, makeHolder } from '#main/lease-holder.ts';

it('knows a process that is gone from one that lives', async () => {
	const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
	const holder = `${child.pid}@${hostname()}/x`;
	expect(isDeadHolder(holder)).toBe(false);
	child.kill('SIGKILL');
	await once(child, 'exit');
	expect(isDeadHolder(holder)).toBe(true);
});

it('never calls this process, another machine or an unreadable holder dead', () => {
	expect(isDeadHolder(makeHolder('x'))).toBe(false);
	expect(isDeadHolder('999999@elsewhere.example/x')).toBe(false);
	expect(isDeadHolder('')).toBe(false);
});
