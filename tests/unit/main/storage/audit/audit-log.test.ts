import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditEntry } from '#shared/plan.ts';
import { type AuditLog, createAuditLog } from '#main/storage/audit/audit-log.ts';
import { auditAsJsonLines } from '#main/services/audit/audit-export.ts';
import { readFittingEntries } from '#main/storage/audit/told-entries.ts';
import { canonicalJson } from '#main/storage/audit/audit-chain.ts';
import { openDatabase } from '#main/storage/database.ts';
import type { Sql } from '#main/storage/sql.ts';
import { actor, at } from '../plans/plan-samples.ts';
import { temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let audit: AuditLog;

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	audit = createAuditLog(sql);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const entry = (index: number) => ({
	at: at(1),
	actor,
	site: 'https://acme.atlassian.net',
	event: 'applied',
	details: { index, b: [], a: null },
});

it('numbers entries from 1 and gives them page by page', () => {
	expect([audit.append(entry(1)), audit.append(entry(2)), audit.append(entry(3))]).toEqual([1, 2, 3]);
	const { total, entries } = audit.entries(1, 1);
	expect(total).toBe(3);
	expect(entries).toEqual([{ seq: 2, ...entry(2), hash: entries[0]?.hash }]);
	expect(audit.entries(3, 10)).toEqual({ total: 3, entries: [] });
});

it('forgets an entry with the transaction that it told of', () => {
	audit.append(entry(1));
	const broken = () =>
		sql.transaction(() => {
			audit.append(entry(2));
			throw new Error('broken off');
		});
	expect(broken).toThrow('broken off');
	expect(audit.append(entry(3))).toBe(2);
});

it('is exported as lines that anybody can check with nothing but SHA-256', () => {
	sql.transaction(() => {
		for (let index = 0; index < 1100; index += 1) audit.append(entry(index));
	});
	const lines = [...auditAsJsonLines(readFittingEntries(sql, {}))];
	expect(lines).toHaveLength(1100);
	let before = '0'.repeat(64);
	for (const line of lines) {
		const { hash, ...rest } = JSON.parse(line) as AuditEntry;
		before = createHash('sha256')
			.update(`${before}\n${canonicalJson({ ...rest, actor: { ...rest.actor } })}`)
			.digest('hex');
		expect(hash).toBe(before);
	}
});

it('has one text for one value', () => {
	expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: true, A: -0.5 })).toBe('{"A":-0.5,"a":true,"b":[1,{"c":"é\\"","d":null}]}');
});
