import type { AdminFilePerson, AdminFile, AdminFileHeader } from '../admin-files/admin-file.ts';
import type { AdminFileRecord } from './records.ts';

/** Puts the admin files of a snapshot together again. */
export class AdminFileParts {
	readonly #headers = new Map<string, AdminFileHeader>();
	readonly #people = new Map<string, Map<string, AdminFilePerson>>();

	add(part: string, record: AdminFileRecord): void {
		if ('header' in record) this.#headers.set(part, record.header);
		else {
			const people = this.#people.get(part) ?? new Map<string, AdminFilePerson>();
			this.#people.set(part, people);
			people.set(record.person.email, record.person);
		}
	}

	/** False where people stand in no file, or not as many as it says: then it was put together by somebody else. */
	areWhole(): boolean {
		if ([...this.#people.keys()].some((part) => !this.#headers.has(part))) return false;
		return [...this.#headers].every(([part, { people }]) => (this.#people.get(part)?.size ?? 0) === people);
	}

	files(): readonly AdminFile[] {
		return [...this.#headers].map(([part, header]) => ({ header, people: this.#people.get(part) ?? new Map() }));
	}
}

/** A file's records as a part holds them. */
export function* recordsOf({ header, people }: AdminFile): Generator<AdminFileRecord> {
	yield { header };
	for (const person of people.values()) yield { person };
}
