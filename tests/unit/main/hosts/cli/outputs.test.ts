import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeFileAtomically } from '#main/files/write-file.ts';
import { claimOutputs } from '#main/hosts/cli/outputs.ts';
import { makeTempDir } from '../../../../support/demo-app.ts';

let dir: string;
let dataDir: string;
const inData = (name: string): string => join(dataDir, name);

beforeEach(async () => {
	dir = await makeTempDir();
	dataDir = join(dir, 'data');
	mkdirSync(join(dataDir, 'snapshots'), { recursive: true });
	for (const name of ['invite-doctor.sqlite', 'audit-head.json', 'snapshots/one.sqlite']) writeFileSync(inData(name), 'ours');
	symlinkSync(inData('invite-doctor.sqlite'), join(dir, 'link.csv'));
	symlinkSync(dataDir, join(dir, 'alias'));
});

const claim = (path: string, more = {}): Promise<void> => claimOutputs([path], { dataDir, ...more });
const refusal = (path: string, more = {}): Promise<string> =>
	claim(path, more).then(
		() => 'none',
		({ failure }: { readonly failure: { readonly details: { readonly what: string } } }) => failure.details.what,
	);

it.each([
	['our database', 'data/invite-doctor.sqlite'],
	['its write-ahead log, before it is there', 'data/invite-doctor.sqlite-wal'],
	['the head of the audit log', 'data/audit-head.json'],
	['a snapshot', 'data/snapshots/one.sqlite'],
	['a new file among the snapshots', 'data/snapshots/report.csv'],
	['the log', 'data/log/invite-doctor.log'],
	['the data folder', 'data'],
	['a link to our database', 'link.csv'],
	['our database by another way', 'alias/invite-doctor.sqlite'],
	['our database by a detour', 'data/snapshots/../invite-doctor.sqlite'],
])('refuses %s, asked to overwrite or not', async (_what, path) => {
	for (const overwrite of [false, true]) expect(await refusal(join(dir, path), { overwrite })).toContain('belongs to Invite Doctor');
	expect(readFileSync(inData('invite-doctor.sqlite'), 'utf8')).toBe('ours');
});

it.skipIf(process.platform === 'win32').each(['/dev/full', '/dev/null', '/dev/stdout', '/'])(
	'refuses %s, which is no file',
	async (path) => {
		expect(await refusal(path, { overwrite: true })).toContain('no file that can be written');
	},
);

it.skipIf(process.platform === 'win32')('never replaces a device, whoever asks', async () => {
	const device = join(dir, 'device');
	symlinkSync('/dev/full', device);
	expect(await writeFileAtomically(device, ['text'])).toMatchObject({ failure: { code: 'write-failed' } });
	expect(await writeFileAtomically(dataDir, ['text'])).toMatchObject({ failure: { code: 'write-failed' } });
});

it('refuses the list that the command reads, also under another name', async () => {
	const list = join(dir, 'list.csv');
	writeFileSync(list, 'a@b.example');
	linkSync(list, join(dir, 'same.csv'));
	expect(await refusal(list, { list, overwrite: true })).toContain('is read by this command');
	expect(await refusal(join(dir, 'same.csv'), { list, overwrite: true })).toContain('is read by this command');
});

it('replaces a file that is there only where that is said', async () => {
	const report = join(dir, 'report.csv');
	expect(await refusal(report)).toBe('none');
	writeFileSync(report, 'old');
	expect(await refusal(report)).toContain('say --overwrite');
	expect(await refusal(report, { overwrite: true })).toBe('none');
	expect(await refusal(inData('report.csv'))).toBe('none');
});

it('refuses one file for two reports', async () => {
	const report = join(dir, 'report.csv');
	await expect(claimOutputs([report, `${dir}/./report.csv`], { dataDir })).rejects.toMatchObject({ failure: { code: 'wrong-use' } });
});
