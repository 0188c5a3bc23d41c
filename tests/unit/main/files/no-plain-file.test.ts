import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStart } from '#main/files/read-file.ts';
import { readGivenAdminFile, readGivenList, sizeOfGiven } from '#main/hosts/cli/given-file.ts';
import { temporaryFolder } from '../storage/samples.ts';

/** A pipe into which nobody writes: opening it waits for ever. */
const inFolderWithPipe = async (work: (pipe: string) => Promise<void>): Promise<void> => {
	const folder = temporaryFolder();
	try {
		const pipe = join(folder.path, 'pipe');
		execFileSync('mkfifo', [pipe]);
		await work(pipe);
	} finally {
		folder.remove();
	}
};

describe.skipIf(process.platform === 'win32')('a pipe in place of a file', () => {
	it('is refused and not waited for', async () => {
		await inFolderWithPipe(async (pipe) => {
			const reason = 'a pipe or a device, no file';
			expect(await readGivenList(pipe)).toMatchObject({ failure: { code: 'list-unreadable', details: { reason } } });
			expect(await readGivenAdminFile(pipe)).toMatchObject({
				failure: { code: 'export-unusable', details: { fault: 'unreadable', reason } },
			});
			expect(sizeOfGiven(pipe)).toMatchObject({ failure: { code: 'snapshot-unusable', details: { fault: 'unreadable-file' } } });
			expect(await readStart(pipe, 10)).toMatchObject({ failure: { code: 'file-unreadable', details: { reason } } });
			expect((await readGivenList('/dev/zero')).ok).toBe(false);
		});
	});
});
