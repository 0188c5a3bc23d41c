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

/** Brings the tables up to date, one transaction a migration. Throws `store-newer` for a file of a later version. */
export const migrate = (sql: Sql, known: readonly Migration[] = migrations): void => {
	const newest = known.at(-1)?.id ?? 0;
	const version = numberOf(sql, 'PRAGMA user_version');
	if (version > newest) throw new StoreError({ code: 'store-newer', details: { version, known: newest } });
	for (const migration of known) apply(sql, migration);
};

const apply = (sql: Sql, migration: Migration): void => {
	if (numberOf(sql, 'PRAGMA user_version') >= migration.id) return;
	sql.transaction(() => {
		// Asked again under the write lock: another process may have opened the same new file meanwhile.
		if (numberOf(sql, 'PRAGMA user_version') >= migration.id) return;
		sql.script(migration.sql);
		sql.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migration.id};`);
	});
};

const numberOf = (sql: Pick<Sql, 'column'>, text: string): number => sql.column<number>(text)[0] ?? 0;
