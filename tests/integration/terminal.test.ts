import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/command-line.ts';
import { makeTempDir } from '../support/demo-app.ts';

const hostile = '\u001B]0;owned\u0007\u001B[2J\u009B31m\r';

const commands: readonly (readonly [string, (dir: string, file: string) => readonly string[]])[] = [
	['an unknown command', () => [`${hostile}diagnose`]],
	['an unknown option', () => ['runs', `--${hostile}`]],
	['a value that is none of the choices', () => ['messages', '--plan', 'x', '--to', hostile]],
	['the name of a list', (dir, file) => ['diagnose', '--data-dir', dir, '--site', 'a', '--list', file]],
	['the name of a list that is not there', (dir) => ['diagnose', '--data-dir', dir, '--site', 'a', '--list', `${hostile}.csv`]],
	['the name of a site', (dir) => ['site', 'check', '--data-dir', dir, hostile]],
	['the address of a site', (dir) => ['site', 'add', '--data-dir', dir, `https://${hostile}.atlassian.net`]],
	['the id of a run', (dir) => ['report', '--data-dir', dir, hostile, '--csv', join(dir, 'x.csv')]],
	['the name of an admin file', (dir, file) => ['snapshot', 'import', '--data-dir', dir, '--site-url', 'https://a.atlassian.net', file]],
	['a place that cannot be written', () => ['runs', '--data-dir', join('/dev/null', hostile)]],
	['a column of a list', (dir, file) => ['diagnose', '--data-dir', dir, '--site', 'a', '--list', file, '--email-column', hostile]],
];

it.each(commands)('shows control characters of %s instead of sending them', async (_what, args) => {
	const dir = await makeTempDir();
	const file = join(dir, `${hostile}people.csv`);
	await writeFile(file, `Name,${hostile}\n${hostile},${hostile}\n`);
	const { code, stdout, stderr } = await runCommand(args(dir, file), { env: { INVITE_DOCTOR_API_TOKEN: 'x', HOME: dir } });
	expect(code).not.toBe(0);
	expect(stderr).not.toBe('');
	expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
