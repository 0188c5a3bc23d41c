import type { Likeness } from '../evidence/likeness.ts';
import type { AdminFile, AdminFilePerson } from './admin-file.ts';
import { answerOf } from './file-statements.ts';

const likenessIn = ({ header }: AdminFile, person: AdminFilePerson): Likeness => {
	const { line, accountId, meanings, cellTexts, lastActive, groups } = person;
	const { cells } = answerOf(person, header);
	const kind = JSON.stringify([meanings, Object.keys(cellTexts), accountId === null, lastActive === null, groups]);
	const own = [`, line ${line}`, ...[accountId, cells, lastActive].map((value) => JSON.stringify(value))];
	return { kind, own };
};

/** Whom files say the same of; `null` where a file contradicts itself. */
export const likenessInFiles = (files: readonly AdminFile[], address: string): Likeness | null => {
	let kind = '';
	const own: string[] = [];
	for (const file of files) {
		const person = file.people.get(address);
		if (person === undefined) {
			kind += '-';
			continue;
		}
		if (person.contradictedBy !== null) return null;
		const found = likenessIn(file, person);
		kind += found.kind;
		own.push(...found.own);
	}
	return { kind, own };
};
