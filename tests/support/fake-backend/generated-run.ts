import { type CauseCode, type Certainty, causeCodes } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { RowFilter, RowSort, Run, RunRow, RunRowDetail } from '#shared/run.ts';

const firstNames = ['Ann', 'Björn', 'Chiara', 'Dmitri', 'Eun-ji', 'Fatima', 'George', 'Hana', 'Ines', 'Jamal'];
const lastNames = ['Abbott', 'Bergström', 'Conti', 'Dvořák', 'Eze', 'Fischer', 'Górski', 'Hughes-Fitzgerald', 'Ito'];
const companies = ['Acme', 'Globex', 'Initech', 'Umbrella Facility Services', 'Wayne', 'Stark', 'Soylent'];
const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

const usual: readonly CauseCode[] = causeCodes.filter(
	(code) => !['caller-lacks-rights', 'not-checked', 'desk-permission-missing'].includes(code),
);

export const generatedRow = (id: number): RunRow => {
	const mixed = (id * 7919) % 1009;
	const first = pick(firstNames, mixed);
	const last = pick(lastNames, mixed + id);
	const company = pick(companies, mixed + id * 3);
	const cause = mixed % 3 === 0 ? 'ready-new' : pick(usual, mixed);
	const plain = (text: string): string =>
		text
			.normalize('NFD')
			.replace(/[^a-zA-Z]/g, '')
			.toLowerCase();
	const certainty: Certainty = cause === 'undetermined' ? 'unknown' : mixed % 5 === 0 ? 'likely' : 'proven';
	const email = `${plain(first)}.${plain(last)}${id}@${plain(company)}.example`;
	return {
		id,
		row: id + 2,
		email: cause === 'invalid-address' ? email.replace('@', ' at ') : email,
		name: `${first} ${last}`,
		organisation: company,
		cause,
		certainty,
		remedy: null,
		suggestion: cause === 'probable-typo' ? email.replace('.example', '.com') : null,
	};
};

/** A run that judges its rows as time goes on, without any part of the product behind it. */
export class GeneratedRun {
	readonly rows: RunRow[];
	run: Run;
	constructor(id: string, listName: string, rowCount: number, checkedCount: number, more: Partial<Run> = {}) {
		this.rows = Array.from({ length: rowCount }, (_, index) => {
			const row = generatedRow(index);
			return index < checkedCount ? row : { ...row, cause: 'not-checked', certainty: 'unknown', suggestion: null };
		});
		this.run = {
			id,
			listName,
			columns: ['Full name', 'E-mail', 'Company', 'Notes'],
			site: { name: 'acme', url: 'https://acme.atlassian.net' },
			desk: { id: '1', key: 'HELP', name: 'Customer help' },
			mode: 'live',
			state: 'finished',
			stop: null,
			startedAt: new Date(Date.now() - 3_600_000).toISOString(),
			finishedAt: null,
			access: unknownCustomerAccess,
			calls: { 'POST users/search': Math.ceil(checkedCount / 50), 'GET customers': 5 },
			rowCount,
			checkedCount,
			summary: {},
			findings: [],
			...more,
		};
		this.count();
	}

	judge(ids: readonly number[]): { id: number; cause: CauseCode; certainty: Certainty }[] {
		const changed = ids.map((id) => {
			const row = generatedRow(id);
			this.rows[id] = row;
			return { id, cause: row.cause, certainty: row.certainty };
		});
		this.run = {
			...this.run,
			checkedCount: this.run.checkedCount + ids.length,
			calls: { 'POST users/search': Math.ceil(this.run.checkedCount / 50) },
		};
		this.count();
		return changed;
	}

	count(): void {
		this.run = { ...this.run, summary: this.summary({}) };
	}

	summary(filter: RowFilter): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const row of this.rows) if (fits(row, { ...filter, causes: undefined })) counts[row.cause] = (counts[row.cause] ?? 0) + 1;
		return counts;
	}

	ids(filter: RowFilter, sort: RowSort): number[] {
		const rows = this.rows.filter((row) => fits(row, filter));
		const sign = sort.descending ? -1 : 1;
		const value = (row: RunRow): string | number => row[sort.by] ?? '';
		return rows.sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : a.id - b.id)).map(({ id }) => id);
	}

	detail(id: number): RunRowDetail | null {
		const row = this.rows[id];
		if (row === undefined) return null;
		const at = new Date().toISOString();
		return {
			...row,
			cells: [row.name ?? '', ` ${row.email.toUpperCase()} `, row.organisation ?? '', ''],
			cleaned: ['surrounding-space', 'upper-case'],
			verdict: {
				cause: row.cause,
				certainty: row.certainty,
				remedy: null,
				evidence:
					row.cause === 'not-checked'
						? []
						: [
								{
									asked: `directory entry of ${row.email}`,
									source: 'POST /admin/v2/orgs/{orgId}/directories/-/users/search',
									answer: { accountId: '5b10ac8d82e05b22cc7d4ef5', status: 'suspended', accountStatus: 'active', claimStatus: 'unmanaged' },
									at,
								},
								{ asked: `membership in HELP`, source: 'GET /rest/servicedeskapi/servicedesk/1/customer?query=…', answer: [], at },
							],
			},
		};
	}
}

const fits = (row: RunRow, { causes, certainties, text }: RowFilter): boolean =>
	(causes === undefined || causes.includes(row.cause)) &&
	(certainties === undefined || certainties.includes(row.certainty)) &&
	(text === undefined || `${row.email} ${row.name} ${row.organisation}`.toLowerCase().includes(text.toLowerCase()));
