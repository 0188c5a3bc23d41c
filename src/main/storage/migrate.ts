import { runsAndSites } from './migrations/0010-runs-and-sites.ts';
import { plansAndAudit } from './migrations/0020-plans-and-audit.ts';
import { offlineRuns } from './migrations/0030-offline-runs.ts';
import { customerAccess } from './migrations/0050-customer-access.ts';
import { personFacts } from './migrations/0060-person-facts.ts';
import { listMappings } from './migrations/0040-list-mappings.ts';
import { siteKnowledge } from './migrations/0070-site-knowledge.ts';
import { exportHeaders } from './migrations/0080-export-headers.ts';
import { rowDomains } from './migrations/0090-row-domains.ts';
import { noLeases } from './migrations/0100-no-leases.ts';
import { runAddresses } from './migrations/0110-run-addresses.ts';
import { handChecks } from './migrations/0120-hand-checks.ts';
import { doors } from './migrations/0130-doors.ts';
import { invitationMails } from './migrations/0140-invitation-mails.ts';
import { askedAs } from './migrations/0150-asked-as.ts';
import { evidenceShapes } from './migrations/0160-evidence-shapes.ts';
import { rowsAfterPlans } from './migrations/0170-rows-after-plans.ts';
import { deletion } from './migrations/0180-deletion.ts';
import { listDrafts } from './migrations/0190-list-drafts.ts';
import { manualWork } from './migrations/0200-manual-work.ts';
import { sitesByAddress } from './migrations/0210-sites-by-address.ts';
import { draftRows } from './migrations/0220-draft-rows.ts';
import { runReadings } from './migrations/0230-run-readings.ts';
import { oauthApps } from './migrations/0250-oauth-apps.ts';
import { type Sql, StoreError } from './sql.ts';

export interface Migration {
	/** In tens, ascending, so that one can be put between two during development. */
	readonly id: number;
	/** Never edited once shipped: a test pins its hash. */
	readonly sql: string;
}

export const migrations: readonly Migration[] = [
	runsAndSites,
	plansAndAudit,
	offlineRuns,
	listMappings,
	customerAccess,
	personFacts,
	siteKnowledge,
	exportHeaders,
	rowDomains,
	noLeases,
	runAddresses,
	handChecks,
	doors,
	invitationMails,
	askedAs,
	evidenceShapes,
	rowsAfterPlans,
	deletion,
	listDrafts,
	manualWork,
	sitesByAddress,
	draftRows,
	runReadings,
	oauthApps,
];

/** 'InvD' in ASCII: says whose file this is, so that another program's database is never altered. */
export const applicationId = 0x49_6e_76_44;

/** Throws `store-damaged` unless the file is empty or ours. Writes nothing. */
export const refuseForeignFile = (sql: Pick<Sql, 'column'>): void => {
	const id = numberOf(sql, 'PRAGMA application_id');
	if (id === applicationId) return;
	const empty = id === 0 && numberOf(sql, 'SELECT count(*) FROM sqlite_schema') === 0;
	// Asked again: another process may have made the tables of a new file between the two questions.
	if (!empty && numberOf(sql, 'PRAGMA application_id') !== applicationId) {
		throw new StoreError({ code: 'store-damaged', details: { reason: 'foreign-file' } });
	}
};

/** The version of the tables, where there are some and they have to be brought up to date. */
export const versionToMigrate = (sql: Sql): number | null => {
	const version = versionOf(sql);
	const isEmpty = numberOf(sql, 'SELECT count(*) FROM sqlite_schema') === 0;
	return isEmpty || version >= (migrations.at(-1)?.id ?? 0) ? null : version;
};

/**
 * Brings the tables up to date, or changes nothing. Throws `store-newer` for a file of a later version, and
 * `store-migration-failed` where its tables are not what their version says.
 */
export const migrate = (sql: Sql, known: readonly Migration[] = migrations): void => {
	const newest = known.at(-1)?.id ?? 0;
	const refuseNewer = (version: number): number => {
		if (version > newest) throw new StoreError({ code: 'store-newer', details: { version, known: newest } });
		return version;
	};
	if (refuseNewer(versionOf(sql)) === newest) return;
	sql.transaction(() => {
		// Asked again under the write lock: another process may have opened the same file meanwhile.
		const version = refuseNewer(versionOf(sql));
		for (const migration of known.filter(({ id }) => id > version)) apply(sql, version, migration);
		sql.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${newest};`);
	});
};

const apply = (sql: Sql, version: number, migration: Migration): void => {
	try {
		sql.script(migration.sql);
	} catch (error) {
		// Full, busy or damaged is what it is. What is left is a statement that does not fit the tables it met.
		if (error instanceof StoreError) throw error;
		throw new StoreError({ code: 'store-migration-failed', details: { version, migration: migration.id } }, error);
	}
};

export const versionOf = (sql: Sql): number => numberOf(sql, 'PRAGMA user_version');

const numberOf = (sql: Pick<Sql, 'column'>, text: string): number => sql.column<number>(text)[0] ?? 0;
