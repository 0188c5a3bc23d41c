/** Child of kill-changes.test.ts: stores an entry in FOLDER and dies when it is on disk, before the head is moved. */
import { createAuditLog } from '#main/storage/audit/audit-log.ts';
import { openDatabase } from '#main/storage/database.ts';
import { actor, at } from '../unit/main/storage/plans/plan-samples.ts';
import { valueOf } from '../unit/main/storage/samples.ts';

const sql = valueOf(await openDatabase(`${process.argv[2]}/x.sqlite`));
const audit = createAuditLog(sql);
sql.transaction(() => {
	sql.afterCommit(() => process.kill(process.pid, 'SIGKILL'));
	audit.append({ at: at(9), actor, site: 'https://acme.atlassian.net', event: 'noted', details: null });
});
