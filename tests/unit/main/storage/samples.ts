import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CauseCode, Certainty } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { Clock } from '#core/ports.ts';
import type { JudgedRow, NewRun } from '#core/runs/run-store.ts';

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), 'invite-doctor-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.failure)}`);
	return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): string {
	return outcome.ok ? 'ok' : outcome.failure.code;
}

/** A clock that stands still until it is moved. */
export function manualClock(startMs = 1_000_000): Clock & { moveTo(ms: number): void } {
	let nowMs = startMs;
	return {
		now: () => nowMs,
		sleep: () => Promise.resolve(),
		moveTo: (ms) => {
			nowMs = ms;
		},
	};
}

export function newRun(id = 'run-1', change: Partial<Extract<NewRun, { mode: 'live' }>> = {}): NewRun {
	return {
		id,
		listName: 'invite-list.csv',
		columns: ['Name', 'E-mail', 'Company'],
		site: { name: 'acme', url: 'https://acme.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: 'org-1' },
		deskKey: 'HELP',
		mode: 'live',
		access: { ...unknownCustomerAccess, internal: true, origin: 'declared', at: '2026-03-01T08:00:00.000Z' },
		startedAt: '2026-03-01T09:00:00.000Z',
		...change,
	};
}

export function listRow(row: number, email: string, change: Partial<ListRow> = {}): ListRow {
	return {
		row,
		cells: [change.displayName ?? '', ` ${email}`, change.organisation ?? ''],
		original: ` ${email}`,
		read: { valid: true, address: email.toLowerCase(), displayName: null, cleaned: ['surrounding-space'] },
		displayName: null,
		organisation: null,
		repeats: null,
		suggestion: null,
		...change,
	};
}

export function judged(id: number, cause: CauseCode, certainty: Certainty = 'proven'): JudgedRow {
	const evidence = [
		{ asked: `directory entry of row ${id}`, source: 'POST /x', answer: { id, tags: ['a', null] }, at: '2026-03-01T09:00:01Z' },
	];
	return { id, verdict: { cause, certainty, remedy: null, evidence } };
}
