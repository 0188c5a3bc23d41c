import type { CustomerAccess } from '#shared/customer-access.ts';
import type { HandCheckEntry, HandCheckId } from '#shared/hand-checks.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import type { PersonFacts } from '#core/evidence/person-facts.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { evidenceColumns, evidenceJoins, evidenceOf, type EvidenceRecord } from '../runs/row-evidence.ts';
import { replaceAfter } from '../runs/rows-after.ts';
import { replaceVerdicts } from '../runs/run-rows.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** Where a check holds: on the site, and, but for what is of the site alone, on all sites of the organisation. */
export interface CheckPlace {
	readonly siteUrl: string;
	/** `null` where nobody told; what is known of the site from its runs counts then. */
	readonly organisationId: string | null;
}

/** A row whose facts were kept, to be judged again. */
export interface KeptRow {
	readonly address: string;
	readonly place: CheckPlace;
	readonly facts: PersonFacts;
	readonly suggestion: string | null;
	readonly proofs: readonly EvidenceItem[];
	readonly access: CustomerAccess;
}

export interface HandCheckStore {
	/** Newest first, all where `most` is `null`; of everybody where `address` is `null`. */
	entries(place: CheckPlace, address: string | null, most: number | null): readonly HandCheckEntry[];
	/** Tells whether anything was said since: of any place. Grows. */
	newest(): number;
	/** The first row of the person in a run, as it was seen last; `null` where it is not there, or has no verdict that rests on facts. */
	row(runId: string, address: string): KeptRow | null;
	/**
	 * Adds to what was said before; nothing of that is lost. All rows of the person there are judged again with it, their diagnosis
	 * and what was seen after a plan: how many.
	 */
	declare(place: CheckPlace, entry: HandCheckEntry, judge: (row: KeptRow) => Omit<JudgedRow, 'id'>): Outcome<number>;
}

interface EntryRecord {
	readonly address: string;
	readonly check_id: HandCheckId;
	readonly seen: string | null;
	readonly checked_at: string;
	readonly account: string | null;
	readonly user: string;
}

interface RowRecord extends EvidenceRecord {
	readonly run: number;
	readonly id: number;
	readonly site_url: string;
	readonly org_id: string | null;
	readonly access: string;
	readonly suggestion: string | null;
	readonly facts: string;
}

const ofTheSiteAlone: HandCheckId = 'portal-only';

/** As SQLite's LIMIT says it. */
const everything = -1;

const shown = 'r.email, r.run, r.id, run.site_url, run.org_id, run.access, r.suggestion, f.facts';
const rowsOf = 'FROM run CROSS JOIN run_address a CROSS JOIN run_row r';
const ofTheAddress = 'a.run = run.key AND a.email = ? AND r.run = a.run AND r.id = a.id';

/** From the runs over the address to the diagnoses of its rows, in this order. */
const diagnosedIn = (runs: string): string => `
SELECT ${shown}, ${evidenceColumns} ${rowsOf} CROSS JOIN person_facts f ${evidenceJoins}
WHERE (${runs}) AND ${ofTheAddress} AND f.key = r.facts ORDER BY r.run, r.id`;

/** The same to what was seen of them after a plan; its evidence is whole. */
const seenAfterIn = (runs: string): string => `
SELECT ${shown}, e.evidence, NULL AS shape, NULL AS times ${rowsOf} CROSS JOIN run_row_after e CROSS JOIN person_facts f
WHERE (${runs}) AND ${ofTheAddress} AND e.run = r.run AND e.id = r.id AND f.key = e.facts ORDER BY r.run, r.id`;

const keptRowOf = (record: RowRecord): KeptRow => {
	const { email, site_url, org_id, facts, access, suggestion } = record;
	return {
		address: email,
		place: { siteUrl: site_url, organisationId: org_id },
		// Texts this program wrote itself.
		facts: JSON.parse(facts) as PersonFacts,
		proofs: evidenceOf(record),
		access: JSON.parse(access) as CustomerAccess,
		suggestion,
	};
};

export const createHandCheckStore = (sql: Sql): HandCheckStore => {
	const organisationAt = ({ siteUrl, organisationId }: CheckPlace): string | null =>
		organisationId ??
		sql.column<string>('SELECT org_id FROM run WHERE site_url = ? AND org_id IS NOT NULL ORDER BY key DESC LIMIT 1', [siteUrl])[0] ??
		null;
	const entries: HandCheckStore['entries'] = (place, address, most) =>
		sql
			.all<EntryRecord>(
				`SELECT address, check_id, seen, checked_at, account, user FROM hand_check
				WHERE (? IS NULL OR address = ?) AND (site_url = ? OR (org_id = ? AND check_id <> ?)) ORDER BY key DESC LIMIT ?`,
				[address, address, place.siteUrl, organisationAt(place), ofTheSiteAlone, most ?? everything],
			)
			.map(
				({ address: of, check_id: check, seen, checked_at: at, account, user }) =>
					({ address: of, check, seen, at, by: { account, user } }) as HandCheckEntry,
			);
	return {
		entries,
		newest: () => sql.column<number>('SELECT coalesce(max(key), 0) FROM hand_check')[0] ?? 0,
		row: (runId, address) => {
			const find = (rowsIn: typeof diagnosedIn) => sql.get<RowRecord>(`${rowsIn('run.id = ?')} LIMIT 1`, [runId, address]);
			const found = find(seenAfterIn) ?? find(diagnosedIn);
			return found === undefined ? null : keptRowOf(found);
		},
		declare: (place, entry, judge) =>
			attempt(() =>
				sql.transaction(() => {
					const organisation = organisationAt(place);
					const { address, check, seen, at, by } = entry;
					sql.run(
						'INSERT INTO hand_check (address, site_url, org_id, check_id, seen, checked_at, account, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
						[address, place.siteUrl, organisation, check, seen, at, by.account, by.user],
					);
					const there = 'run.site_url = ? OR run.org_id = ?';
					const read = (rowsIn: typeof diagnosedIn) =>
						sql.all<RowRecord>(rowsIn(there), [place.siteUrl, check === ofTheSiteAlone ? null : organisation, address]);
					const [diagnosed, seenAfter] = [read(diagnosedIn), read(seenAfterIn)];
					for (const row of diagnosed) replaceVerdicts(sql, row.run, [{ id: row.id, ...judge(keptRowOf(row)) }]);
					for (const row of seenAfter) replaceAfter(sql, row.run, { id: row.id, ...judge(keptRowOf(row)) });
					return done(new Set([...diagnosed, ...seenAfter].map(({ run, id }) => `${run} ${id}`)).size);
				}),
			),
	};
};
