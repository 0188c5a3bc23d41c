import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
	expect(stdout).toContain('3 entries verified');
	expect(code).toBe(0);
	const events = readFileSync(`${folder.path}/log.jsonl`, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => (JSON.parse(line) as { event: string }).event);
	expect(events).toEqual(['plan-created', 'intent', 'applied']);
	expect(statSync(`${folder.path}/log.jsonl`).mode & 0o777).toBe(0o600);
});

it('says in a sentence what is not, and says it again the next time', async () => {
	const db = new Driver(file('invite-doctor.sqlite'));
	db.exec('DROP TRIGGER audit_unchanged');
	db.exec("UPDATE audit SET account = 'eve' WHERE seq = 2");
	db.close();
	for (let time = 0; time < 2; time += 1) {
		const { code, stdout } = await verify();
		expect(stdout).toContain('Entry 2: An entry was changed after it was written.');
		expect(code).toBe(1);
	}
});

it('says that what should be beside the database is gone', async () => {
	rmSync(file('audit-head.json'));
	expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining('audit-head.json') as string });
});

describe('a database that was put back', () => {
	const accept = (...args: string[]) => runCommand(['accept-audit', '--data-dir', `${folder.path}/data`, ...args]);

	beforeEach(async () => {
		cpSync(file('invite-doctor.sqlite'), file('backup'));
		const sql = valueOf(await openDatabase(file('invite-doctor.sqlite')));
		const plans = createPlanStore(sql, manualClock(), createAuditLog(sql), nobodyHolds);
		valueOf(plans.create(newPlan('plan-2'), [planRow(0)], actor));
		sql.close();
		cpSync(file('backup'), file('invite-doctor.sqlite'));
	});

	it('is told from the one that was there, with both ends', async () => {
		const { code, stdout } = await verify();
		expect(stdout).toMatch(/the log ends at entry 3 of .*2026.*, but audit-head\.json names entry 4 of .*2026/);
		expect(code).toBe(1);
	});

	it('is accepted with a reason, which verifying names from then on', async () => {
		expect(await accept('--reason', 'restored the backup of Monday')).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/ends at entry 3 [\s\S]*Recorded in entry 4/) as string,
		});
		const { code, stdout } = await verify();
		expect(stdout).toContain('4 entries verified');
		expect(stdout).toMatch(/Entry 4: .* accepted .*: “restored the backup of Monday”/);
		expect(code).toBe(0);
		expect(await accept('--reason', 'once more')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('nothing to accept') as string,
		});
	});

	it('is not accepted without a reason', async () => {
		expect(await accept()).toMatchObject({ code: 2 });
		expect(await accept('--reason', '  ')).toMatchObject({ code: 2 });
		expect(await verify()).toMatchObject({ code: 1 });
	});
});

it('says that a database which does not fit its version is left as it is', async () => {
	const db = new Driver(file('invite-doctor.sqlite'));
	db.pragma('user_version = 10');
	db.close();
	const { code, stderr } = await runCommand(['runs', '--data-dir', `${folder.path}/data`]);
	expect(stderr).toContain('is from an older version and could not be upgraded');
	expect(stderr).not.toContain('    at ');
	expect(code).toBe(2);
});

it('says that a database which cannot be read is damaged', async () => {
	writeFileSync(file('invite-doctor.sqlite'), 'not a database'.repeat(1000));
	const { code, stdout } = await verify();
	expect(stdout).toContain('damaged');
	expect(code).toBe(1);
});
