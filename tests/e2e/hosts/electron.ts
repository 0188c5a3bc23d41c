import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import { environment, listen, type Opened, root, type SavedFile, type Start, startsWithinMs } from './host.ts';

/** In the app's own process, in the place of the person who says where a file goes. Keeps what was saved, once it is whole. */
const answerSaveDialogs = (electron: ElectronApplication, folder: string): Promise<void> =>
	electron.evaluate(({ dialog, session }, into) => {
		const saved: string[] = [];
		Object.assign(globalThis, { savedFiles: saved });
		const pathOf = (name = ''): string => `${into}/${name.split(/[\\/]/).at(-1)}`;
		dialog.showSaveDialog = (async (...given: { readonly defaultPath?: string }[]) => {
			const filePath = pathOf(given.at(-1)?.defaultPath);
			saved.push(filePath);
			return { canceled: false, filePath };
		}) as typeof dialog.showSaveDialog;
		session.defaultSession.on('will-download', (_event, item) => {
			item.setSavePath(pathOf(item.getFilename()));
			item.once('done', () => saved.push(item.getSavePath()));
		});
	}, folder);

const savedFiles = (electron: ElectronApplication): Promise<readonly string[]> =>
	electron.evaluate(() => (globalThis as unknown as { readonly savedFiles: readonly string[] }).savedFiles);

const saveAs = async (electron: ElectronApplication, act: () => Promise<void>): Promise<SavedFile> => {
	const before = (await savedFiles(electron)).length;
	await act();
	await expect.poll(async () => (await savedFiles(electron)).length).toBe(before + 1);
	const path = (await savedFiles(electron))[before] ?? '';
	let bytes: Buffer | null = null;
	await expect
		.poll(() => {
			try {
				bytes = readFileSync(path);
			} catch {
				// It is still being written, under another name.
			}
			return bytes !== null;
		})
		.toBe(true);
	return { name: basename(path), bytes: bytes ?? Buffer.alloc(0) };
};

export const openInElectron = async (start: Start, use: (opened: Opened) => Promise<void>): Promise<void> => {
	const { args, home, locale } = start;
	const electron = await _electron.launch({
		args: [root, ...args],
		env: environment(home),
		timeout: startsWithinMs,
		colorScheme: 'light',
		...(locale === undefined ? {} : { locale }),
	});
	try {
		const folder = join(home, 'saved');
		mkdirSync(folder, { recursive: true });
		await answerSaveDialogs(electron, folder);
		const page = await electron.firstWindow();
		await page.setViewportSize({ width: 1440, height: 900 });
		listen(page, start);
		await use({ page, saved: (act) => saveAs(electron, act), desktop: null });
	} finally {
		await electron.close();
	}
};
