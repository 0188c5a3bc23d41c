import { type Meaning, type UnmappedValue, type ValueRole, valueRoles } from '#shared/admin-files.ts';
import type { SourceRow } from '#shared/lists.ts';
import { readAddress } from '../lists/read-address.ts';
import type { AdminFilePerson } from './admin-file.ts';
import { type FoundTable, isNoise, statedTotal } from './find-table.ts';
import { blankMeaning, meaningOf } from './meanings.ts';
import type { AdminFilePlan } from './read-admin-file.ts';
import { readServiceAccess } from './service-access.ts';
import { valueKey } from './title-key.ts';
import { holdsAddress } from '../lists/split-addresses.ts';

export interface TablePlan extends AdminFilePlan {
	readonly table: FoundTable;
}

const mostUnmapped = 200;
/** What evidence shows of a cell: enough to know it again. */
const mostShown = 100;
const mostGroups = 20;
const serviceGroup = /service.?(?:desk|management)|jsm/i;

/** Reads the rows of a table one by one; what it could not read is counted and named. */
export class TableReader {
	readonly #plan: TablePlan;
	readonly #unmapped = new Map<string, UnmappedValue>();
	/** Lines whose address cannot be read, or that are shifted: each may be anybody's. */
	readonly unreadable: number[] = [];
	/** Lines with more cells than titles. */
	readonly wide: number[] = [];
	withoutAddress = 0;
	total: number | null = null;
	#passed = 0;

	constructor(plan: TablePlan) {
		this.#plan = plan;
	}

	get unmapped(): readonly UnmappedValue[] {
		return [...this.#unmapped.values()];
	}

	/** The person of the next row; `null` where it is none's, or nobody can tell whose. */
	read({ row, cells }: SourceRow): AdminFilePerson | null {
		const { table, mapping } = this.#plan;
		this.#passed++;
		if (this.#passed <= table.contentFrom) return null;
		const total = statedTotal(cells);
		if (total !== null) this.total = Math.max(this.total ?? 0, total);
		if (isNoise(cells, table)) return null;
		const email = this.#address(row, cells);
		if (cells.findLastIndex((cell) => cell.trim() !== '') >= table.columns.length) this.wide.push(row);
		if (email === null) return null;
		const values = this.#values(row, cells);
		return {
			line: row,
			email,
			accountId: textOf(cells, mapping['account-id']),
			...values,
			lastActive: textOf(cells, mapping['last-active']),
			groups: this.#groups(cells),
			contradictedBy: null,
		};
	}

	/** An address elsewhere in the row means that its cells are shifted: a comma too many, a quote too few. */
	#address(row: number, cells: readonly string[]): string | null {
		const { address } = this.#plan.mapping;
		const cell = (address === null ? undefined : cells[address]) ?? '';
		const read = readAddress(cell);
		if (read.valid) return read.address;
		const isSomebodys = holdsAddress(cell) || cells.some(holdsAddress);
		if (isSomebodys) this.unreadable.push(row);
		else this.withoutAddress++;
		return null;
	}

	#values(row: number, cells: readonly string[]): Pick<AdminFilePerson, 'meanings' | 'cellTexts'> {
		const meanings: { [R in ValueRole]?: Meaning } = {};
		const cellTexts: { [R in ValueRole]?: string } = {};
		for (const role of valueRoles) {
			const column = this.#plan.mapping[role];
			if (column === null) continue;
			const cell = (cells[column] ?? '').trim();
			const meaning = this.#meaning(role, cell, row);
			if (cell !== '' || meaning === 'no-access') cellTexts[role] = cell.slice(0, mostShown);
			if (meaning !== null) meanings[role] = meaning;
		}
		return { meanings: meanings as AdminFilePerson['meanings'], cellTexts };
	}

	/** An empty cell says nothing, unless somebody said what it means. */
	#meaning(role: ValueRole, cell: string, row: number): Meaning | null {
		const { kind, meanings, siteNames } = this.#plan;
		if (role === 'service-management') {
			const { meaning, unmapped } = readServiceAccess(cell, kind, siteNames, meanings);
			if (unmapped !== null) this.#note(role, unmapped, row);
			return meaning;
		}
		if (cell === '') return blankMeaning(role, meanings);
		const meaning = meaningOf(role, cell, kind, meanings);
		if (meaning === null) this.#note(role, cell, row);
		return meaning;
	}

	#note(role: ValueRole, value: string, line: number): void {
		const { mapping, table } = this.#plan;
		const key = `${role} ${valueKey(value)}`;
		const known = this.#unmapped.get(key);
		if (known !== undefined) this.#unmapped.set(key, { ...known, count: known.count + 1 });
		else if (this.#unmapped.size < mostUnmapped) {
			this.#unmapped.set(key, { role, column: table.columns[mapping[role] ?? 0] ?? '', value: value.slice(0, mostShown), count: 1, line });
		}
	}

	#groups(cells: readonly string[]): readonly string[] {
		const names = textOf(cells, this.#plan.mapping.groups) ?? '';
		const kept = names.split(/[,;|]/).flatMap((name) => (serviceGroup.test(name) ? [name.trim().slice(0, mostShown)] : []));
		return kept.slice(0, mostGroups);
	}
}

const textOf = (cells: readonly string[], column: number | null): string | null => {
	const text = (column === null ? undefined : cells[column])?.trim() ?? '';
	return text === '' ? null : text.slice(0, mostShown);
};
