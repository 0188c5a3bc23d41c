import type { ExportedPerson, ExportFile, ExportHeader } from '../admin-files/export-file.ts';
import type { ExportRecord } from './records.ts';

/** Puts the files of a snapshot's exports together again. */
export class ExportFiles {
	readonly #headers = new Map<string, ExportHeader>();
	readonly #people = new Map<string, Map<string, ExportedPerson>>();

	add(part: string, record: ExportRecord): void {
		if ('header' in record) this.#headers.set(part, record.header);
		else {
			const people = this.#people.get(part) ?? new Map<string, ExportedPerson>();
			this.#people.set(part, people);
			people.set(record.person.email, record.person);
		}
	}

	/** False where people stand in no file, or not as many as it says: then it was put together by somebody else. */
	areWhole(): boolean {
		if ([...this.#people.keys()].some((part) => !this.#headers.has(part))) return false;
		return [...this.#headers].every(([part, { people }]) => (this.#people.get(part)?.size ?? 0) === people);
	}

	files(): readonly ExportFile[] {
		return [...this.#headers].map(([part, header]) => ({ header, people: this.#people.get(part) ?? new Map() }));
	}
}

/** A file's records as a part holds them. */
export function* recordsOf({ header, people }: ExportFile): Generator<ExportRecord> {
	yield { header };
	for (const person of people.values()) yield { person };
}
