/**
 * Child of the tests that kill it, and of those that let it end: carries out changes one after the other and says each
 * call that has returned. `node kill-changes-writer.ts FOLDER PLAN CHANGES`: a plan of that name, so many changes, then a
 * clean end.
 */
import { writeSync } from 'node:fs';
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createPlanStore } from '#main/storage/plans/plan-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { actor, applied, at, newPlan, planRow, seenAs } from '../unit/main/storage/plans/plan-samples.ts';
import { listRow, manualClock, newRun, valueOf } from '../unit/main/storage/samples.ts';
import { nobodyHolds } from '../support/memory-locks.ts';

const [folder = '', planId = '', changes = ''] = process.argv.slice(2);
const rowCount = 50;
const clock = manualClock();
const sql = valueOf(await openDatabase(`${folder}/x.sqlite`));
const plans = createPlanStore(sql, clock, createAuditLog(sql), nobodyHolds);
const run = newRun(`run of ${planId}`);
valueOf(
	createRunStore(sql, nobodyHolds).create(
		run,
		Array.from({ length: rowCount }, (_, index) => listRow(index + 2, `p${index}@example.com`)),
	),
);
const planned = Array.from({ length: rowCount }, (_, index) => planRow(index));
valueOf(plans.create(newPlan(planId, { runId: run.id }), planned, actor));

for (let change = 0; change < Number(changes); change += 1) {
	const rowId = change % rowCount;
	const asked = { call: 'POST /rest/servicedeskapi/customer', email: `p${rowId}@example.com`, change };
	const id = valueOf(plans.recordIntent(planId, { rowId, step: 'create', asked, at: at(1) }, actor));
	// Straight to the pipe: what the parent has read was said after the call returned.
	writeSync(1, `intent ${id}\n`);
	const state = change % 7 === 0 ? 'rejected' : 'applied';
	valueOf(plans.settle(planId, id, { state, answered: { status: 201, change }, at: at(2) }, actor));
	writeSync(1, `settled ${id} ${state}\n`);
	valueOf(plans.setRow(planId, rowId, applied));
	if (change % 5 === 4) valueOf(plans.saveAfter(planId, [seenAs(rowId, 'already-customer')], actor));
}
sql.close();
