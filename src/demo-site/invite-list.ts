import { type SeededRandom, makeSeededRandom } from './world/random.ts';
import type { Expectation, World } from './world/world.ts';

/** One data row of the sample list and what a right diagnosis of the HELP desk says of it. */
export interface InviteListRow {
	/** The number of its line in the file, the header being line 1. */
	readonly row: number;
	readonly cells: readonly string[];
	/** The address that is meant, lower case; of an invalid row the text as it stands. */
	readonly email: string;
	readonly expected: Expectation;
	readonly expectedWhenClosed: Expectation;
}

const inviteListHeader = ['Name', 'E-mail address', 'Organisation', 'Notes'] as const;

interface Entry {
	readonly name: string;
	readonly typed: string;
	readonly email: string;
	readonly organisation: string;
	readonly note: string;
	readonly expected: Expectation;
	readonly expectedWhenClosed: Expectation;
}

/** The list as a spreadsheet exports it: UTF-8 with byte order mark, commas quoted, CRLF. */
export const makeInviteList = (world: World): string => {
	const rows = makeInviteListRows(world).map(({ cells }) => cells);
	return `\uFEFF${[inviteListHeader, ...rows].map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('')}`;
};

/** Everybody of the world in mixed order, typed the way people type, with invalid and repeated rows among them. */
export const makeInviteListRows = (world: World): InviteListRow[] => {
	const random = makeSeededRandom(world.seed + 1);
	const people = world.persons.map((person, index) => ({
		...person,
		typed: typeAddress(person.email, person.name, index, random),
		note: writeNote(index, random),
	}));
	const scale = Math.max(1, Math.round(world.persons.length / 236));
	const invalid = makeInvalidEntries(scale);
	const mixed = random.shuffle<Entry>([...people, ...invalid]);
	return insertRepeats(mixed, 8 * scale, random).map((entry, index) => ({
		row: index + 2,
		cells: [entry.name, entry.typed, entry.organisation, entry.note],
		email: entry.email,
		expected: entry.expected,
		expectedWhenClosed: entry.expectedWhenClosed,
	}));
};

/** Most rows are plain; the others have the case, the spaces and the display names of real lists. */
const typeAddress = (email: string, name: string, index: number, random: SeededRandom): string => {
	const chance = random.integer(100);
	if (chance < 12) return capitalise(email);
	if (chance < 15) return email.toUpperCase();
	if (chance < 20) return `  ${email} `;
	if (chance < 22) return `${email}\u00A0`;
	if (chance < 29) return `${name} <${email}>`;
	if (chance < 31) return `"${name}" <${capitalise(email)}>`;
	return index % 61 === 60 ? `<${email}>` : email;
};

const capitalise = (email: string): string => email.replace(/(^|[.@-])([a-z])/g, (part) => part.toUpperCase());

const notes = ['', '', '', '', '', '', 'VIP', 'from the old portal', 'invited in May, never answered', 'asked for "VPN" access'];

const writeNote = (index: number, random: SeededRandom): string =>
	index % 40 === 39 ? 'was refused twice, see ticket' : random.pick(notes);

const invalidAddresses: readonly (readonly [name: string, address: string, organisation: string])[] = [
	['Peter Hall', 'peter.hall@', 'Tinplate & Sons, Ltd.'],
	['Anna Berg', 'anna.berg@@brightwater.example', 'Brightwater, Inc.'],
	['Olga Novak', 'olga.novak@brightwater', 'Brightwater, Inc.'],
	['Maria Lopez', 'maria..lopez@orchidbank.example', 'Orchid Bank'],
	['Reception', 'n/a', 'Fernhill Clinic'],
	['Henrik Dahl', 'henrik.dahl.orchidbank.example', 'Orchid Bank'],
];

/** With a number before each where the list is longer, so that no row repeats another. */
const makeInvalidEntries = (scale: number): Entry[] => {
	const expected = { cause: 'invalid-address', certainty: 'proven' } as const;
	return Array.from({ length: scale }, (_, round) =>
		invalidAddresses.map(([name, address, organisation]) => {
			const typed = round === 0 ? address : `${round}${address}`;
			return { name, typed, email: typed, organisation, note: '', expected, expectedWhenClosed: expected };
		}),
	).flat();
};

/** The same people once more, further down and typed differently. */
const insertRepeats = (entries: readonly Entry[], count: number, random: SeededRandom): Entry[] => {
	const expected = { cause: 'repeated-row', certainty: 'proven' } as const;
	const valid = entries.filter((entry) => entry.expected.cause !== 'invalid-address');
	const repeats = new Map<Entry, Entry>();
	for (const entry of valid.slice(0, Math.floor(valid.length / 2))) {
		if (repeats.size === count) break;
		if (random.integer(3) > 0) continue;
		const typed = repeats.size % 2 === 0 ? capitalise(entry.email) : ` ${entry.email}`;
		repeats.set(entry, { ...entry, typed, note: '', expected, expectedWhenClosed: expected });
	}
	const all = [...entries];
	for (const [original, repeat] of repeats) {
		const after = all.indexOf(original) + 1;
		all.splice(after + random.integer(all.length - after + 1), 0, repeat);
	}
	return all;
};

const quoteCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
