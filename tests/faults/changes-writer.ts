import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#main/storage/database.ts';
import { verifyAudit } from '#main/storage/audit/verify-audit.ts';
import { valueOf } from '../unit/main/storage/samples.ts';

const writer = fileURLToPath(new URL('kill-changes-writer.ts', import.meta.url));

/** What the writer said: the state of every change by its id. Each was said after the call had returned. */
export type Said = ReadonlyMap<number, string>;

/**
 * Lets a writer make so many changes in `folder`; ends it (SIGKILL) once it has said `killAfterCalls` calls that returned, two
 * to a change, where that is given: wherever it is in its next one by then.
 */
export const writeChanges = async (folder: string, planId: string, changes: number, killAfterCalls: number | null): Promise<Said> => {
	const child = spawn(process.execPath, [writer, folder, planId, String(changes)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	const said = new Map<number, string>();
	let calls = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		const [what = '', id, state] = line.split(' ');
		said.set(Number(id), state ?? what);
		calls += 1;
		if (calls === killAfterCalls) child.kill('SIGKILL');
	}
	const [code, signal] = (await ended) as [number | null, string | null];
	if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the writer ended with ${code ?? signal}`);
	return said;
};

/** What is found by opening the database as the app does and asking for a check. One that is refused as damaged is noticed, too. */
export const checkFolder = async (folder: string): Promise<readonly string[]> => {
	const opened = await openDatabase(`${folder}/x.sqlite`);
	if (!opened.ok) {
		if (opened.failure.code !== 'store-damaged') throw new Error(JSON.stringify(opened.failure));
		return ['database-damaged'];
	}
	try {
		const { problems, difference } = valueOf(await verifyAudit(opened.value));
		return [...problems.map(({ code, seq }) => `${code} ${seq ?? ''}`), ...(difference === null ? [] : [difference.problem])];
	} finally {
		opened.value.close();
	}
};
