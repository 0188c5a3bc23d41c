import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Random } from '#core/ports.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { makeFolder } from '../files/make-folder.ts';

/** A finished report that waits to be fetched. */
export interface WaitingReport {
	readonly name: string;
	readonly path: string;
	/** To be shown as a page instead of saved. */
	readonly isPage: boolean;
}

/**
 * Reports between the service that makes them and whoever fetches them: files in a folder of the app's own, each under an
 * id that works once. They hold personal data, so few wait, none for long, and none when the app ends.
 */
export interface ReportShelf {
	/** Resolves to the id. What `write` fails with is passed on, and nothing stays behind. */
	put(report: Pick<WaitingReport, 'name' | 'isPage'>, write: (path: string) => Promise<Outcome<null>>): Promise<Outcome<string>>;
	/** The report, once; `null` for an id that is unknown, used or too old. Whoever took it removes its file. */
	take(id: string): WaitingReport | null;
	/** What nobody will fetch any more. */
	discard(id: string): Promise<void>;
	/** Everything that still waits is gone. */
	clear(): Promise<void>;
}

const mostWaiting = 4;
const waitsMs = 10 * 60_000;
/** What a process left that was killed. A younger file may be another app's that uses the same folder. */
const leftOverMs = 60 * 60_000;

/** Whatever is wrong with the folder is said when a report is to be written there. */
const prepare = async (folder: string, nowMs: number): Promise<void> => {
	try {
		makeFolder(folder);
	} catch {
		// Said with the first report.
	}
	for (const name of await readdir(folder).catch(() => [])) {
		const file = join(folder, name);
		const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: nowMs }));
		if (nowMs - mtimeMs > leftOverMs) await rm(file, { force: true }).catch(() => undefined);
	}
};

export const openReportShelf = async (
	folder: string,
	{ clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<ReportShelf> => {
	await prepare(folder, clock.now());
	const waiting = new Map<string, WaitingReport & { readonly sinceMs: number }>();
	const drop = async (id: string): Promise<void> => {
		const report = waiting.get(id);
		waiting.delete(id);
		if (report !== undefined) await rm(report.path, { force: true }).catch(() => undefined);
	};
	const isTooOld = ({ sinceMs }: { readonly sinceMs: number }): boolean => clock.now() - sinceMs > waitsMs;
	return {
		put: async ({ name, isPage }, write) => {
			const id = random.id();
			const path = join(folder, id);
			const written = await write(path);
			if (!written.ok) return failed(written.failure.code, written.failure.details);
			waiting.set(id, { name, isPage, path, sinceMs: clock.now() });
			const old = [...waiting].filter(([, report]) => isTooOld(report)).map(([oldId]) => oldId);
			for (const oldId of [...old, ...[...waiting.keys()].slice(0, -mostWaiting)]) await drop(oldId);
			return done(id);
		},
		take: (id) => {
			const report = waiting.get(id);
			if (report === undefined) return null;
			if (isTooOld(report)) {
				void drop(id);
				return null;
			}
			waiting.delete(id);
			const { name, path, isPage } = report;
			return { name, path, isPage };
		},
		discard: drop,
		clear: async () => {
			for (const id of waiting.keys()) await drop(id);
		},
	};
};
