import { coverages, adminFileKinds, meaningsOf, type ValueRole, valueRoles } from '#shared/admin-files.ts';
import type { AdminFilePerson, AdminFileHeader } from '../admin-files/admin-file.ts';
import type { AdminFileRecord } from './records.ts';
import { isId, isListOf, isOneOf, isText, isTime, isTuple } from './value-checks.ts';
import type { Codec } from './codecs.ts';

const isLine = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

type ByRole = Readonly<Partial<Record<ValueRole, string>>>;

const writeByRole = (values: ByRole) => valueRoles.map((role) => values[role] ?? null);

/** A text a role, in the order of the roles; `null` for what is none. */
const readByRole = (raw: unknown, isValue: (role: ValueRole, value: string) => boolean): ByRole | null => {
	if (!isTuple(raw, valueRoles.length)) return null;
	const values: Partial<Record<ValueRole, string>> = {};
	for (const [index, role] of valueRoles.entries()) {
		const value = raw[index];
		if (value === null) continue;
		if (!isText(value) || !isValue(role, value)) return null;
		values[role] = value;
	}
	return values;
};

const isMeaning = (role: ValueRole, value: string): boolean => (meaningsOf[role] as readonly string[]).includes(value);

const readHeader = (raw: readonly unknown[]): AdminFileHeader | null => {
	const [, kind, fileName, takenAt, coverage, columns, unreadable, people] = raw;
	const titles = readByRole(columns, () => true);
	return isOneOf(adminFileKinds, kind) &&
		isText(fileName) &&
		isTime(takenAt) &&
		isOneOf(coverages, coverage) &&
		titles !== null &&
		isCount(unreadable) &&
		isCount(people)
		? { kind, fileName, takenAt, coverage, columns: titles, unreadable, people }
		: null;
};

const readPerson = (raw: readonly unknown[]): AdminFilePerson | null => {
	const [line, email, accountId, storedMeanings, storedTexts, lastActive, groups, contradictedBy] = raw;
	const meanings = readByRole(storedMeanings, isMeaning);
	const cellTexts = readByRole(storedTexts, () => true);
	return isLine(line) &&
		isId(email) &&
		isTextOrNull(accountId) &&
		meanings !== null &&
		cellTexts !== null &&
		isTextOrNull(lastActive) &&
		isListOf(groups, isText) &&
		(contradictedBy === null || isLine(contradictedBy))
		? { line, email, accountId, meanings: meanings as AdminFilePerson['meanings'], cellTexts, lastActive, groups, contradictedBy }
		: null;
};

export const adminFileCodec: Codec<AdminFileRecord> = {
	write: (record) => {
		if ('header' in record) {
			const { kind, fileName, takenAt, coverage, columns, unreadable, people } = record.header;
			return ['file', kind, fileName, takenAt, coverage, writeByRole(columns), unreadable, people];
		}
		const { line, email, accountId, meanings, cellTexts, lastActive, groups, contradictedBy } = record.person;
		return [line, email, accountId, writeByRole(meanings), writeByRole(cellTexts), lastActive, groups, contradictedBy];
	},
	read: (raw) => {
		if (!isTuple(raw, 8)) return null;
		if (raw[0] === 'file') {
			const header = readHeader(raw);
			return header && { header };
		}
		const person = readPerson(raw);
		return person && { person };
	},
};
