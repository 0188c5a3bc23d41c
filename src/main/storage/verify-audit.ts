import { setImmediate } from 'node:timers/promises';
import type { AuditCheck, AuditProblem } from '#shared/plan.ts';
import { chainedHash, chainStart } from './audit-chain.ts';
import { type AuditLog, readHead } from './audit-log.ts';
import type { Sql } from './sql.ts';

const pageSize = 500;

/** Reads the whole log again; other work goes on between two pages. */
export async function verifyAudit(sql: Sql, audit: AuditLog): Promise<AuditCheck> {
	const head = readHead(sql);
	const problems: { code: AuditProblem; seq: number | null }[] = [];
	let before = chainStart;
	let seq = 0;
	while (seq < head.seq) {
		const { entries } = audit.entries(seq, Math.min(pageSize, head.seq - seq));
		if (entries.length === 0) break;
		for (const entry of entries) {
			if (entry.seq !== seq + 1) problems.push({ code: 'entry-missing', seq: seq + 1 });
			else if (entry.hash !== chainedHash(before, entry)) problems.push({ code: 'entry-changed', seq: entry.seq });
			before = entry.hash;
			seq = entry.seq;
		}
		await setImmediate();
	}
	return { entries: head.seq, head: head.seq === 0 ? null : head.hash, problems };
}
