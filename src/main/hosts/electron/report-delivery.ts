import { basename, extname } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ReportDelivered } from '#shared/reports.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import type { Deliverable, ReportDelivery } from '../../services/reports/delivery.ts';
import type { ReportShelf } from '../report-shelf.ts';
import { reportOrigin } from './app-scheme.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';

const fileKinds: Readonly<Partial<Record<Deliverable, string>>> = {
	html: 'HTML',
	pdf: 'PDF',
	xlsx: 'Excel',
	csv: 'CSV',
	json: 'JSON',
	snapshot: 'SQLite',
};

const dialogOptions = (name: string, format: Deliverable): SaveDialogOptions => ({
	defaultPath: name,
	filters: [{ name: fileKinds[format] ?? '', extensions: [extname(name).slice(1)] }],
	properties: ['createDirectory', 'showOverwriteConfirmation'],
});

/** Paper comes from the page's own `@page`, with its margins and page numbers. */
const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true } as const;

/**
 * Prints a report in a window nobody sees: no preload script, no scripts at all, sandboxed, and its page is taken from the
 * shelf, so that no file of this machine is opened by an address.
 */
const printPage = async ({ BrowserWindow }: Pick<ElectronPort, 'BrowserWindow'>, id: string): Promise<Outcome<Uint8Array>> => {
	const window = new BrowserWindow({
		show: false,
		webPreferences: {
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			javascript: false,
			webSecurity: true,
			webviewTag: false,
		},
	});
	try {
		await window.loadURL(`${reportOrigin}/${id}`);
		return done(await window.webContents.printToPDF(pdfOptions));
	} catch (error) {
		return failed('print-failed', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
	} finally {
		window.destroy();
	}
};

/** The desktop app asks where to save, and makes PDFs: it has the browser that prints them with it. */
export const electronDelivery = (
	electron: Pick<ElectronPort, 'BrowserWindow' | 'dialog'>,
	shelf: ReportShelf,
	/** The dialogue stands before it, and nothing else is clicked meanwhile. */
	parent: () => WindowPort | null,
): ReportDelivery => {
	const writePdf = async (to: string, writePage: (path: string) => Promise<Outcome<null>>): Promise<Outcome<null>> => {
		const page = await shelf.put({ name: basename(to), isPage: true }, writePage);
		if (!page.ok) return page;
		const pdf = await printPage(electron, page.value);
		await shelf.discard(page.value);
		return pdf.ok ? writeFileAtomically(to, [pdf.value]) : pdf;
	};
	return {
		formats: ['html', 'pdf', 'xlsx', 'csv', 'json'],
		deliver: async (name, format, write): Promise<Outcome<ReportDelivered>> => {
			const window = parent();
			// Whoever asked has gone meanwhile.
			if (window === null) return done({ kind: 'cancelled' });
			const { canceled, filePath } = await electron.dialog.showSaveDialog(window, dialogOptions(name, format));
			if (canceled || filePath === '') return done({ kind: 'cancelled' });
			const written = await (format === 'pdf' ? writePdf(filePath, write) : write(filePath));
			return written.ok ? done({ kind: 'saved', name: basename(filePath) }) : written;
		},
	};
};
