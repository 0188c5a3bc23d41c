import { type Meaning, type ValueRole, valueRoles } from '#shared/admin-files.ts';
import type { AdminFilePerson } from './admin-file.ts';

const isAccess = (role: ValueRole): boolean => role === 'service-management';

/** Values that say nothing yield to those that do; a person has access when one of their lines says so. */
const settle = (role: ValueRole, a: Meaning | undefined, b: Meaning | undefined): Meaning | undefined | 'contradiction' => {
	if (a === undefined || a === 'unknown' || a === b) return b ?? a;
	if (b === undefined || b === 'unknown') return a;
	if (isAccess(role)) return 'access';
	return 'contradiction';
};

const mergeOne = (known: AdminFilePerson, more: AdminFilePerson): AdminFilePerson => {
	const meanings: { [R in ValueRole]?: Meaning } = { ...known.meanings };
	const cellTexts: { [R in ValueRole]?: string } = { ...known.cellTexts };
	let contradictedBy = known.contradictedBy;
	for (const role of valueRoles) {
		const settled = settle(role, known.meanings[role], more.meanings[role]);
		if (settled === 'contradiction') contradictedBy ??= more.line;
		else if (settled !== undefined) {
			if (settled !== known.meanings[role] && more.cellTexts[role] !== undefined) cellTexts[role] = more.cellTexts[role];
			meanings[role] = settled;
		}
	}
	const otherAccount = known.accountId !== null && more.accountId !== null && known.accountId !== more.accountId;
	return {
		...known,
		meanings: meanings as AdminFilePerson['meanings'],
		cellTexts,
		accountId: known.accountId ?? more.accountId,
		lastActive: known.lastActive ?? more.lastActive,
		groups: [...new Set([...known.groups, ...more.groups])],
		contradictedBy: otherAccount ? (contradictedBy ?? more.line) : contradictedBy,
	};
};

/** One person an address: files write a line for each group somebody is in, and pages get copied twice. */
export class MergedPeople {
	readonly people = new Map<string, AdminFilePerson>();

	add(person: AdminFilePerson): void {
		const known = this.people.get(person.email);
		this.people.set(person.email, known === undefined ? person : mergeOne(known, person));
	}

	/** The first person whose lines contradict each other. */
	contradictions(): readonly AdminFilePerson[] {
		return [...this.people.values()].filter(({ contradictedBy }) => contradictedBy !== null);
	}
}
