import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';

const script = fileURLToPath(new URL('../../../scripts/run-until-end.mjs', import.meta.url));

/** As the app: it stores what runs before it goes, and says what it was told. */
const app = `
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => console.log(signal));
	process.on('disconnect', () => { console.log('told to end'); setImmediate(() => process.exit(7)); });
	console.log('open');
	setInterval(() => {}, 1000);
`;
const starter = `
	const { runUntilEnd } = await import(process.argv[1]);
	const ended = await runUntilEnd(process.execPath, ['-e', process.argv[2]]);
	console.log(JSON.stringify(ended));
`;

it.each(['SIGINT', 'SIGTERM'] as const)('at %s the app is told to end over the channel, and by no signal', async (signal) => {
	const child = spawn(process.execPath, ['--input-type=module', '-e', starter, script, app], { stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
	await eventually(() => expect(said).toBe('open\n'));
	child.kill(signal);
	await once(child, 'close');
	expect(said).toBe('open\ntold to end\n{"code":7,"isStopped":true}\n');
});
