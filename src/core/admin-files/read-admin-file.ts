import type { UnmappedValue } from '#shared/admin-files.ts';
import type { SourceRow } from '#shared/lists.ts';
import type { Turns } from '../ports.ts';
import type { AdminFilePerson } from './admin-file.ts';
import { MergedPeople } from './merge-lines.ts';
import { readLines } from './read-lines.ts';
import { type AdminFilePlan, TableReader } from './read-table.ts';
import type { AdminFileSource, AdminFileSurvey } from './survey-admin-file.ts';

/** All of a file, read. */
export interface ReadAdminFile {
	readonly people: ReadonlyMap<string, AdminFilePerson>;
	readonly unmapped: readonly UnmappedValue[];
	/** Lines whose address nobody can read: each may be anybody's. */
	readonly unreadable: readonly number[];
	/** Lines with more cells than there are titles. */
	readonly wide: readonly number[];
	/** People whose lines say different things. */
	readonly contradictions: readonly AdminFilePerson[];
	/** How many people there are in all, where the text says it. */
	readonly total: number | null;
	/** The line of a person beside whom no status stands. */
	readonly withoutStatus: number | null;
}

/** More lines than that are no copied page. */
const mostLines = 200_000;

const readAllLines = async (source: AdminFileSource, { meanings }: AdminFilePlan, turns: Turns): Promise<ReadAdminFile> => {
	const rows: SourceRow[] = [];
	for (const row of source.rows) {
		if (rows.length < mostLines) rows.push(row);
		if (turns.isDue()) await turns.give();
	}
	const read = readLines(rows, meanings);
	const merged = new MergedPeople();
	for (const person of read.people) merged.add(person);
	const { unmapped, total, withoutStatus } = read;
	return { people: merged.people, unmapped, unreadable: [], wide: [], contradictions: merged.contradictions(), total, withoutStatus };
};

/** Walks the whole file once. */
export const readAdminFile = async (
	source: AdminFileSource,
	survey: AdminFileSurvey,
	plan: AdminFilePlan,
	turns: Turns,
): Promise<ReadAdminFile> => {
	const { table } = survey;
	if (table === null) return readAllLines(source, plan, turns);
	const reader = new TableReader({ ...plan, table });
	const merged = new MergedPeople();
	for (const row of source.rows) {
		const person = reader.read(row);
		if (person !== null) merged.add(person);
		if (turns.isDue()) await turns.give();
	}
	const { unmapped, unreadable, wide, total } = reader;
	return { people: merged.people, unmapped, unreadable, wide, contradictions: merged.contradictions(), total, withoutStatus: null };
};
