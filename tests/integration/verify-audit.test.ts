import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { runCommand } from '../support/command-line.ts';
import { actor, at, newPlan, planRow } from '../unit/main/storage/plans/plan-samples.ts';
import { listRow, manualClock, newRun, temporaryFolder, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
const file = (name: string) => `${folder.path}/data/${name}`;
const verify = (...args: string[]) => runCommand(['verify-audit', '--data-dir', `${folder.path}/data`, ...args]);

beforeEach(async () => {
	folder = temporaryFolder();
	const clock = manualClock();
	const sql = valueOf(await openDatabase(file('invite-doctor.sqlite')));
	const plans = createPlanStore(sql, clock, createAuditLog(sql), nobodyHolds);
	valueOf(createRunStore(sql, nobodyHolds).create(newRun(), [listRow(2, 'ann@example.com')]));
	valueOf(plans.create(newPlan(), [planRow(0)], actor));
	const change = valueOf(plans.recordIntent('plan-1', { rowId: 0, step: 'create', asked: { email: 'ann@example.com' }, at: at(1) }, actor));
	valueOf(plans.settle('plan-1', change, { state: 'applied', answered: { status: 201 }, at: at(2) }, actor));
	sql.close();
});
afterEach(() => folder.remove());

it('says that everything is as it was written, and writes it out', async () => {
	const { code, stdout } = await verify('--export', `${folder.path}/log.jsonl`);
	expect(stdout).toContain('3 entries, as they were written');
	expect(code).toBe(0);
	const events = readFileSync(`${folder.path}/log.jsonl`, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => (JSON.parse(line) as { event: string }).event);
	expect(events).toEqual(['plan-created', 'intent', 'applied']);
	expect(statSync(`${folder.path}/log.jsonl`).mode & 0o777).toBe(0o600);
});

it('says in a sentence what is not, and says it again the next time', async () => {
	const bytes = readFileSync(file('invite-doctor.sqlite'));
	bytes.write('eve', bytes.lastIndexOf('ann@example.com'));
	writeFileSync(file('invite-doctor.sqlite'), bytes);
	for (let time = 0; time < 2; time += 1) {
		const { code, stdout } = await verify();
		expect(stdout).toMatch(/changed by something else than Invite Doctor/);
		expect(code).toBe(1);
	}
});

it('says that what should be beside the database is gone', async () => {
	rmSync(file('audit.anchor'));
	expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining('audit.anchor') as string });
});

it('says that a database which cannot be read is damaged', async () => {
	writeFileSync(file('invite-doctor.sqlite'), 'not a database'.repeat(1000));
	const { code, stdout } = await verify();
	expect(stdout).toContain('damaged');
	expect(code).toBe(1);
});
