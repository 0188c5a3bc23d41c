import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#main/storage/database.ts';
import { verifyAudit } from '#main/storage/audit/verify-audit.ts';
import { valueOf } from '../unit/main/storage/samples.ts';

const writer = fileURLToPath(new URL('kill-changes-writer.ts', import.meta.url));

/** What the writer said: the state of every change by its id. Each was said after the call had returned. */
export type Said = ReadonlyMap<number, string>;

/** Lets a writer make so many changes in `folder`; ends it (SIGKILL) `killAfterMs` after its first one, where that is given. */
export const writeChanges = async (folder: string, planId: string, changes: number, killAfterMs: number | null): Promise<Said> => {
	const child = spawn(process.execPath, [writer, folder, planId, String(changes)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	const said = new Map<number, string>();
	for await (const line of createInterface({ input: child.stdout })) {
		if (said.size === 0 && killAfterMs !== null) void setTimeout(killAfterMs).then(() => child.kill('SIGKILL'));
		const [what = '', id, state] = line.split(' ');
		said.set(Number(id), state ?? what);
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
