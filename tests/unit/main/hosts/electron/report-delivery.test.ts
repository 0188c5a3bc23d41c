import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { electronDelivery } from '../../../../../src/main/hosts/electron/report-delivery.ts';
import { openReportShelf, type ReportShelf } from '../../../../../src/main/hosts/report-shelf.ts';
import { writeFileAtomically } from '../../../../../src/main/files/write-file.ts';
import { done, failed } from '../../../../../src/shared/outcome.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { makeTempDir } from '../../../../support/demo-app.ts';
import { makeFakeElectron } from './fake-electron.ts';
import { systemRandom } from '../../../../../src/main/system.ts';

let dir: string;
let shelf: ReportShelf;
beforeEach(async () => {
	dir = await makeTempDir();
	shelf = await openReportShelf(join(dir, 'shelf'), { clock: new ManualClock(), random: systemRandom });
});

const page = '<p>the report';
const writePage = (path: string) => writeFileAtomically(path, [page]);

const setUp = (saveTo: string | null) => {
	const fake = makeFakeElectron();
	fake.seen.saveTo = saveTo === null ? null : join(dir, saveTo);
	const window = new fake.electron.BrowserWindow({});
	return { ...fake, window, delivery: electronDelivery(fake.electron, shelf, () => window) };
};

describe('the desktop app', () => {
	it('offers a PDF, and no page to print by oneself', () => {
		expect(setUp(null).delivery.formats).toEqual(['html', 'pdf', 'xlsx', 'csv', 'json']);
	});

	it('asks where to save, and writes there', async () => {
		const { delivery, seen, window } = setUp('mine.html');
		expect(await delivery.deliver('list-report.html', 'html', writePage)).toEqual(done({ kind: 'saved', name: 'mine.html' }));
		expect(await readFile(join(dir, 'mine.html'), 'utf8')).toBe(page);
		expect(seen.saveDialogs[0]?.parent, 'it stands before the window').toBe(window);
		expect(seen.saveDialogs).toMatchObject([{ defaultPath: 'list-report.html', filters: [{ name: 'HTML', extensions: ['html'] }] }]);
	});

	it('saves a snapshot the same way', async () => {
		const { delivery, seen } = setUp('mine.sqlite');
		expect(await delivery.deliver('halden-snapshot.sqlite', 'snapshot', writePage)).toEqual(done({ kind: 'saved', name: 'mine.sqlite' }));
		expect(seen.saveDialogs).toMatchObject([{ filters: [{ name: 'SQLite', extensions: ['sqlite'] }] }]);
	});

	it('writes nothing where the person thinks better of it', async () => {
		const { delivery } = setUp(null);
		let written = 0;
		const write = () => {
			written += 1;
			return Promise.resolve(done(null));
		};
		expect(await delivery.deliver('r.xlsx', 'xlsx', write)).toEqual(done({ kind: 'cancelled' }));
		expect(written).toBe(0);
	});

	it('asks nobody where the window has gone', async () => {
		const { electron, seen } = setUp('mine.html');
		expect(await electronDelivery(electron, shelf, () => null).deliver('r.html', 'html', writePage)).toEqual(done({ kind: 'cancelled' }));
		expect(seen.saveDialogs).toEqual([]);
	});

	it('passes on what keeps the file from being written', async () => {
		const { delivery } = setUp('mine.html');
		expect(await delivery.deliver('r.html', 'html', () => Promise.resolve(failed('store-full')))).toEqual(failed('store-full'));
	});

	it('prints a PDF in a window nobody sees, in which nothing can run', async () => {
		const { delivery, windows } = setUp('mine.pdf');
		expect(await delivery.deliver('r.pdf', 'pdf', writePage)).toEqual(done({ kind: 'saved', name: 'mine.pdf' }));
		const [, window] = windows;
		expect(window?.options).toMatchObject({
			show: false,
			webPreferences: { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
		});
		expect(window?.options.webPreferences).not.toHaveProperty('preload');
		expect(window?.done).toEqual([expect.stringMatching(/^load invite-doctor:\/\/report\/[0-9a-f]{32}$/), 'destroy']);
		expect(window?.webContents.printed).toMatchObject({ preferCSSPageSize: true, printBackground: true });
		expect(await readFile(join(dir, 'mine.pdf'), 'utf8')).toBe('%PDF-1.7');
		expect(await readdir(join(dir, 'shelf'))).toEqual([]);
	});

	it('leaves no window and no page behind where printing fails, and the old file as it was', async () => {
		const { electron, windows, window } = setUp('mine.pdf');
		await writeFile(join(dir, 'mine.pdf'), 'the old one');
		const Real = electron.BrowserWindow;
		const failing = {
			...electron,
			BrowserWindow: class extends Real {
				constructor(...options: ConstructorParameters<typeof Real>) {
					super(...options);
					const [, window] = windows;
					if (window !== undefined) window.webContents.print = () => Promise.reject(new Error('no printer'));
				}
			},
		};
		expect(await electronDelivery(failing, shelf, () => window).deliver('r.pdf', 'pdf', writePage)).toEqual(
			failed('print-failed', { reason: 'no printer' }),
		);
		expect(windows[1]?.done.at(-1)).toBe('destroy');
		expect(await readFile(join(dir, 'mine.pdf'), 'utf8')).toBe('the old one');
		expect(await readdir(join(dir, 'shelf'))).toEqual([]);
	});
});
