import { parentPort, workerData } from 'node:worker_threads';
import { openDatabaseAgain } from '../database.ts';
import { type OpenDraft, openDraft } from './run-drafts.ts';
import { createRunStore } from './run-store.ts';
import type { FromStorer, ToStorer } from './store-away.ts';

/** What runs in a thread of its own: it stores rows, each message in one transaction, while others make and judge the next ones. */

const opening = openDatabaseAgain(workerData as string);
const drafts = new Map<number, OpenDraft>();

const answer = async (task: ToStorer): Promise<FromStorer> => {
	const opened = await opening;
	if (!opened.ok) return opened;
	const sql = opened.value;
	if (task.kind === 'verdicts') return createRunStore(sql, () => true).saveVerdicts(task.runId, task.rows);
	const { draft } = task;
	const known = drafts.get(draft.key) ?? openDraft(sql, draft);
	drafts.set(draft.key, known);
	if (task.kind === 'rows') return known.addColumns(task.rows);
	drafts.delete(draft.key);
	return known.finish();
};

parentPort?.on('message', (task: ToStorer | null) => {
	if (task !== null) void answer(task).then((stored) => parentPort?.postMessage(stored));
	else void opening.then((opened) => (opened.ok ? opened.value.close() : undefined)).then(() => parentPort?.close());
});
