import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DeletionCounts } from '#shared/deletion.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AuditActor } from '#shared/plan.ts';
import type { ClearStep } from '#core/runs/run-store.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { deletedEvent, withholdPeople } from './audit/withhold-people.ts';
import { keepSentMails } from './plans/mail-budget.ts';
import { readStranded } from './plans/plan-rows.ts';
import { clearSome } from './runs/run-drafts.ts';
import { type Sql, StoreError } from './sql.ts';
import { attempt } from './store-failure.ts';

/** Who deletes, and when (ISO 8601, UTC). */
export interface Deleting {
	readonly actor: AuditActor;
	readonly at: string;
}

export interface DeletionStore {
	/** Ids of the runs on a site, whoever made them. */
	runsOn(siteUrl: string): readonly string[];
	/** Addresses of the sites that plans of these runs change. */
	sitesOf(runIds: readonly string[]): readonly string[];
	countRuns(runIds: readonly string[]): Pick<DeletionCounts, 'runs' | 'rows' | 'plans' | 'stranded'>;
	/** Checks by hand that go with a run: their people are in no other run of the site. */
	countChecksOf(runId: string): number;
	countChecksOn(siteUrl: string): number;
	/**
	 * From here on the run is there for nobody, its plans are gone and its audit entries name nobody; what is left of its rows
	 * goes step by step. Audited. Fails with `audit-damaged` where the log does not go on from its head.
	 */
	deleteRun(runId: string, deleting: Deleting): Outcome<ClearStep>;
	/** What is known of a site besides its runs, by its address. Audited. */
	deleteSite(siteUrl: string, deleting: Deleting): Outcome<null>;
	/**
	 * Where something was deleted: writes the file anew without its free space, empties its log, and deletes the copies that
	 * migrations kept. False where another process keeps it from that; then it is still due.
	 */
	wipe(): Outcome<boolean>;
}

interface RunLine {
	readonly key: number;
	readonly siteUrl: string;
	readonly rows: number;
}

const checksOf = `
FROM hand_check WHERE site_url = ? AND address IN (SELECT email FROM run_address WHERE run = ?)
	AND NOT EXISTS (
		SELECT 1 FROM run other JOIN run_address a ON a.run = other.key
		WHERE other.site_url = hand_check.site_url AND other.key <> ? AND other.complete = 1 AND a.email = hand_check.address
	)`;

const checkParams = ({ key, siteUrl }: RunLine) => [siteUrl, key, key] as const;

/** In this order: each goes before what it hangs on. */
const plansOf = 'IN (SELECT key FROM plan WHERE run = ?)';
const planTables = ['plan_row_note', 'message_sent', 'change', 'plan_row_evidence', 'plan_row', 'plan_count'];

/** What is known of a site besides its runs, in tables with a column `site_url`. */
export const tablesBySiteUrl = ['hand_check', 'site_access', 'site_check', 'mail_budget'] as const;

export const createDeletionStore = (sql: Sql, audit: AuditLog): DeletionStore => {
	const lineOf = (runId: string): RunLine | undefined =>
		sql.get<RunLine>('SELECT key, site_url AS siteUrl, row_count AS rows FROM run WHERE id = ? AND complete = 1', [runId]);
	const noteWipeDue = (at: string): void => {
		sql.run('INSERT INTO wipe (due_since) VALUES (?) ON CONFLICT DO NOTHING', [at]);
	};
	const deletePlans = (key: number): void => {
		sql.run('DELETE FROM run_row_after WHERE run = ?', [key]);
		for (const table of planTables) sql.run(`DELETE FROM ${table} WHERE plan ${plansOf}`, [key]);
		sql.run('DELETE FROM plan WHERE run = ?', [key]);
	};
	return {
		runsOn: (siteUrl) => sql.column<string>('SELECT id FROM run WHERE site_url = ? AND complete = 1', [siteUrl]),
		sitesOf: (runIds) =>
			sql.column<string>(
				'SELECT DISTINCT r.site_url FROM run r JOIN plan p ON p.run = r.key WHERE r.id IN (SELECT value FROM json_each(?))',
				[JSON.stringify(runIds)],
			),
		countRuns: (runIds) => {
			const ids = JSON.stringify(runIds);
			const those = 'SELECT key FROM run WHERE complete = 1 AND id IN (SELECT value FROM json_each(?))';
			const count = (text: string): number => sql.column<number>(text, [ids])[0] ?? 0;
			return {
				runs: count(`SELECT count(*) FROM (${those})`),
				rows: count(`SELECT coalesce(sum(row_count), 0) FROM run WHERE key IN (${those})`),
				plans: count(`SELECT count(*) FROM plan WHERE run IN (${those})`),
				stranded: readStranded(sql).filter(({ runId }) => runIds.includes(runId)).length,
			};
		},
		countChecksOf: (runId) => {
			const line = lineOf(runId);
			return line === undefined ? 0 : (sql.column<number>(`SELECT count(*) ${checksOf}`, checkParams(line))[0] ?? 0);
		},
		countChecksOn: (siteUrl) => sql.column<number>('SELECT count(*) FROM hand_check WHERE site_url = ?', [siteUrl])[0] ?? 0,
		deleteRun: (runId, { actor, at }) =>
			attempt(() =>
				sql.transaction(() => {
					const line = lineOf(runId);
					if (line === undefined) return failed('run-not-found', { run: runId });
					const difference = audit.difference();
					if (difference !== null) return failed('audit-damaged', difference);
					const { key, siteUrl, rows } = line;
					sql.run('INSERT INTO deletion (run) VALUES (?)', [key]);
					keepSentMails(sql, key, at);
					const plans = sql.column<string>('SELECT id FROM plan WHERE run = ? ORDER BY key', [key]);
					const vouched = withholdPeople(sql, plans);
					deletePlans(key);
					sql.run(`DELETE ${checksOf}`, checkParams(line));
					sql.run('UPDATE run SET complete = 0 WHERE key = ?', [key]);
					sql.run('DELETE FROM deletion');
					noteWipeDue(at);
					audit.append({ at, actor, site: siteUrl, event: deletedEvent, details: { run: runId, rows, plans, ...vouched } });
					return done(() => clearSome(sql, { key, id: runId }));
				}),
			),
		deleteSite: (siteUrl, { actor, at }) =>
			attempt(() =>
				sql.transaction(() => {
					for (const table of tablesBySiteUrl) {
						sql.run(`DELETE FROM ${table} WHERE site_url = ?`, [siteUrl]);
					}
					noteWipeDue(at);
					audit.append({ at, actor, site: siteUrl, event: 'site-deleted', details: {} });
					return done(null);
				}),
			),
		wipe: () =>
			attempt(() => {
				if (sql.column('SELECT 1 FROM wipe LIMIT 1').length === 0) return done(true);
				try {
					sql.script('VACUUM');
				} catch (error) {
					if (error instanceof StoreError && error.failure.code === 'store-busy') return done(false);
					throw error;
				}
				const [isBusy] = sql.column<number>('PRAGMA wal_checkpoint(TRUNCATE)');
				if (isBusy !== 0) return done(false);
				removeCopies(sql.file);
				sql.run('DELETE FROM wipe');
				return done(true);
			}),
	};
};

/** What the file was before a migration holds what was deleted, too. */
const removeCopies = (file: string): void => {
	const copy = `${basename(file)}.version-`;
	for (const name of readdirSync(dirname(file))) if (name.startsWith(copy)) rmSync(join(dirname(file), name), { force: true });
};
