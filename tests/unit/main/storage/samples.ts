import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CauseCode, Certainty } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { Clock } from '#core/ports.ts';
import type { DiagnosisStore, JudgedRow, NewRun, RunRows } from '#core/runs/run-store.ts';

export const temporaryFolder = (): { readonly path: string; readonly remove: () => void } => {
	const path = mkdtempSync(join(tmpdir(), 'invite-doctor-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export const valueOf = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.failure)}`);
	return outcome.value;
};

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.failure.code);

/** A clock that stands still until it is moved. */
export const manualClock = (startMs = 1_000_000): Clock & { moveTo(ms: number): void } => {
	let nowMs = startMs;
	return {
		now: () => nowMs,
		ticks: () => nowMs,
		sleep: () => Promise.resolve(),
		moveTo: (ms) => {
			nowMs = ms;
		},
	};
};

export const newRun = (id = 'run-1', change: Partial<Extract<NewRun, { mode: 'live' }>> = {}): NewRun => ({
	id,
	listName: 'invite-list.csv',
	columns: ['Name', 'E-mail', 'Company'],
	site: { name: 'acme', url: 'https://acme.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: 'org-1' },
	deskKey: 'HELP',
	mode: 'live',
	access: { ...unknownCustomerAccess, internal: true, origin: 'declared', at: '2026-03-01T08:00:00.000Z' },
	startedAt: '2026-03-01T09:00:00.000Z',
	...change,
});

export const listRow = (row: number, email: string, change: Partial<ListRow> = {}): ListRow => ({
	row,
	cells: [change.displayName ?? '', ` ${email}`, change.organisation ?? ''],
	original: ` ${email}`,
	read: { valid: true, address: email.toLowerCase(), displayName: null, cleaned: ['surrounding-space'] },
	displayName: null,
	organisation: null,
	repeats: null,
	suggestion: null,
	...change,
});

export const judged = (id: number, cause: CauseCode, certainty: Certainty = 'proven'): JudgedRow => {
	const evidence = [
		{ asked: `directory entry of row ${id}`, source: 'POST /x', answer: { id, tags: ['a', null] }, at: '2026-03-01T09:00:01Z' },
	];
	return { id, verdict: { cause, certainty, remedy: null, evidence } };
};

/** All that is kept of the rows of a list. */
export const storedRows = (store: DiagnosisStore & RunRows, runId: string) => {
	const toJudge = [...store.rowsToJudge(runId)].flat();
	return [...store.allRows(runId)].map(({ row, cells, name, organisation, cleaned }, at) => ({
		...toJudge[at],
		row,
		cells,
		displayName: name,
		organisation,
		cleaned,
	}));
};

/** The same of a row that was not judged yet. */
export const asStored = ({ read, ...row }: ListRow, id: number) => ({
	...row,
	id,
	judged: false,
	cleaned: read.cleaned,
	read: read.valid ? { valid: true, address: read.address } : read,
});
