import { type AdminFileKind, adminFileKinds } from '#shared/admin-files.ts';
import type { EvidenceItem, Json } from '#shared/verdict.ts';
import type { AdminFilePerson, AdminFile } from './admin-file.ts';
import { fileWords } from './recognise-kind.ts';
import { dayOf } from './taken-at.ts';

/** What one file says of one address: their lines, or that they are not in it where it holds all. */
export interface FileStatement {
	readonly kind: AdminFileKind;
	readonly person: AdminFilePerson | null;
	/** ISO 8601: when the file was made. */
	readonly at: string;
	readonly proof: EvidenceItem;
}

/** e.g. `export users of 2026-11-20`. */
export const sourceOf = ({ kind, takenAt }: AdminFile['header']): string => `${fileWords(kind)} of ${dayOf(takenAt)}`;

/** Who is not in it is known not to be there: it holds all, and no line of it is anybody's guess. */
export const tellsAbsence = ({ header }: AdminFile): boolean => header.coverage === 'all' && header.unreadable === 0;

/** Cells as they stand, with what they were taken for. */
export const answerOf = (
	{ meanings, cellTexts, accountId, lastActive, groups }: AdminFilePerson,
	{ columns }: AdminFile['header'],
): { readonly cells: Json; readonly [key: string]: Json } => ({
	...(accountId === null ? {} : { accountId }),
	...meanings,
	cells: Object.fromEntries(Object.entries(cellTexts).map(([role, cell]) => [columns[role as keyof typeof columns] ?? role, cell])),
	...(lastActive === null ? {} : { lastActive }),
	...(groups.length === 0 ? {} : { groups }),
});

const linesOf = ({ line, contradictedBy }: AdminFilePerson): string =>
	contradictedBy === null ? `line ${line}` : `lines ${line} and ${contradictedBy}`;

/** `null` where the file says nothing of the address. */
export const statementOf = (file: AdminFile, address: string, asked: string): FileStatement | null => {
	const { header } = file;
	const person = file.people.get(address) ?? null;
	const { kind, takenAt: at, people } = header;
	const source = sourceOf(header);
	if (person !== null) {
		const proof: EvidenceItem = { asked, source: `${source}, ${linesOf(person)}`, answer: answerOf(person, header), at };
		return { kind, person, at, proof };
	}
	return tellsAbsence(file) ? { kind, person, at, proof: { asked, source, answer: { found: null, people }, at } } : null;
};

/** Newest first; of files of one time Export users before the others, whatever the order they were added in. */
export const newestFirst = (files: readonly AdminFile[]): readonly AdminFile[] => {
	const rank = ({ header: { kind, fileName } }: AdminFile): string => `${adminFileKinds.indexOf(kind)} ${fileName}`;
	return files.toSorted((a, b) => b.header.takenAt.localeCompare(a.header.takenAt) || (rank(a) < rank(b) ? -1 : 1));
};

/** Of what `read` makes of statements, newest first, the newest that says something. */
export const newestOf = <T>(
	statements: readonly FileStatement[],
	read: (statement: FileStatement) => T | null,
): { readonly statement: FileStatement; readonly value: T } | null => {
	for (const statement of statements) {
		const value = read(statement);
		if (value !== null) return { statement, value };
	}
	return null;
};

/** Two files of one time that say different things of the same person: neither is the newer one. */
export const contradiction = <T>(
	statements: readonly FileStatement[],
	read: (statement: FileStatement) => T | null,
): readonly [FileStatement, FileStatement] | null => {
	const first = newestOf(statements, read);
	if (first === null) return null;
	const other = statements.find((statement) => statement.at === first.statement.at && (read(statement) ?? first.value) !== first.value);
	return other === undefined ? null : [first.statement, other];
};
