import { chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Log } from '#core/ports.ts';
import { redact, redactText } from './redact.ts';

export interface OpenLog extends Log {
	/** `null` where no file could be opened: then nothing is logged. */
	readonly file: string | null;
	close(): void;
}

const largestBytes = 5 * 1024 * 1024;

export const silentLog: OpenLog = {
	file: null,
	info: () => undefined,
	warn: () => undefined,
	error: () => undefined,
	close: () => undefined,
};

/**
 * JSON lines in `<dataDir>/log/invite-doctor.log`, written before the call returns. At 5 MB (looked at when opened) the
 * file becomes `invite-doctor.1.log`, replacing the one before. A log that cannot be written never stops the product:
 * where the file cannot be opened the silent one is returned.
 */
export const openLog = (dataDir: string): OpenLog => {
	const folder = join(dataDir, 'log');
	const file = join(folder, 'invite-doctor.log');
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		rotate(file, join(folder, 'invite-doctor.1.log'));
		return pinoLog(file);
	} catch {
		return silentLog;
	}
};

const rotate = (file: string, older: string): void => {
	if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= largestBytes) renameSync(file, older);
};

const pinoLog = (file: string): OpenLog => {
	const destination = pino.destination({ dest: file, sync: true, mode: 0o600 });
	// A full disk is told by the database; without a listener the event would end the process.
	destination.on('error', () => undefined);
	chmodSync(file, 0o600);
	const logger = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
	const line =
		(level: 'info' | 'warn' | 'error') =>
		(event: string, details?: Readonly<Record<string, unknown>>): void => {
			// Under a name of their own, so that a detail called `level` or `time` does not replace the line's.
			logger[level]({ event: redactText(event), ...(details === undefined ? {} : { details: redact(details) }) });
		};
	return { file, info: line('info'), warn: line('warn'), error: line('error'), close: () => destination.end() };
};
