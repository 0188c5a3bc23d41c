import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createProbeStore } from '#main/storage/sites/probe-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import type { ProbeAnswer } from '#shared/probes.ts';
import { temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
const acme = 'https://acme.atlassian.net';
const combine: ProbeAnswer = { probe: 'filters-combine', answer: 'no', reason: 'refused', details: {}, at: '2026-03-01T09:00:00.000Z' };
const sweep: ProbeAnswer = {
	probe: 'sweep-shows-portal-only',
	answer: 'yes',
	reason: 'seen',
	details: { portalOnly: 3 },
	at: '2026-03-01T09:00:00.000Z',
};

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
});
afterEach(() => {
	sql.close();
	folder.remove();
});

it('what a site lets us see is kept by site and question, the newest answer counts', async () => {
	valueOf(createProbeStore(sql).keep(acme, [combine, sweep]));
	const later = { ...combine, answer: 'yes', reason: 'seen', at: '2026-04-01T09:00:00.000Z' } as const;
	valueOf(createProbeStore(sql).keep(acme, [later]));
	sql.close();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const kept = createProbeStore(sql).answers(acme);
	expect(kept).toHaveLength(2);
	expect(kept).toEqual(expect.arrayContaining([later, sweep]));
	expect(createProbeStore(sql).answers('https://other.atlassian.net')).toEqual([]);
});
