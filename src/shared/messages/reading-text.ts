import type { ColumnMapping, FieldSource, LeftLine, ReadingAccount, ReadingChoices, ReadingItem } from '../lists.ts';
import type { Messages } from './messages.ts';

const itemText = <Kind extends ReadingItem['kind']>({ readingItems }: Messages, item: Extract<ReadingItem, { kind: Kind }>): string => {
	const text = readingItems[item.kind] as (one: ReadingItem) => string;
	return text(item);
};

/** What is said of one thing that was left out. */
export const readingItemText = (messages: Messages, item: ReadingItem): string => itemText(messages, item);

/** `3 people read · 12 lines above the table not read · 4 hidden rows` */
export const readingText = (messages: Messages, { people, items }: ReadingAccount): string =>
	[messages.readingWords.people(people), ...items.map((item) => itemText(messages, item))].join(' · ');

const offers: { readonly [K in ReadingItem['kind']]?: ReadingChoices } = {
	above: { frames: 'take' },
	between: { frames: 'take' },
	below: { frames: 'take' },
	hidden: { hiddenRows: 'take' },
	several: { addresses: 'split' },
	'other-columns': { addresses: 'each' },
	'from-other-column': { addresses: 'column' },
	'other-tables': { tables: 'all' },
	'other-sheets': { tables: 'all' },
	guests: { guests: 'own' },
};

/** What reads the list with it; `null` where that is chosen already, or where there is nothing to choose. */
export const readingOffer = ({ kind }: ReadingItem, choices: ReadingChoices): ReadingChoices | null => {
	const offer = offers[kind] ?? null;
	const isChosen = offer !== null && Object.entries(offer).every(([choice, value]) => choices[choice as keyof ReadingChoices] === value);
	return isChosen ? null : offer;
};

export interface MadeChoice {
	readonly text: string;
	/** What reads the list without it. */
	readonly back: ReadingChoices;
}

/** The choices that were made, each with the way back. */
export const madeChoices = ({ readingWords: { taken } }: Messages, choices: ReadingChoices): readonly MadeChoice[] => {
	const { addresses, headerLine } = choices;
	return [
		...(choices.hiddenRows === 'take' ? [{ text: taken.hiddenRows, back: { hiddenRows: 'leave' } as const }] : []),
		...(choices.frames === 'take' ? [{ text: taken.frames, back: { frames: 'leave' } as const }] : []),
		...(addresses === 'each' || addresses === 'split' || addresses === 'column'
			? [{ text: taken.addresses[addresses], back: { addresses: 'first' } as const }]
			: []),
		...(typeof headerLine === 'number' ? [{ text: taken.headerLine(headerLine), back: { headerLine: null } }] : []),
		...(choices.guests === 'own' ? [{ text: taken.guests, back: { guests: 'leave' } as const }] : []),
		...(choices.tables === 'all' ? [{ text: taken.tables, back: { tables: 'one' } as const }] : []),
	];
};

/** The lines that are meant, as far as they are kept. */
export const readingLines = (item: ReadingItem): readonly LeftLine[] => ('lines' in item ? item.lines : []);

const sourceText = ({ importWords, textForAllRows }: Messages, source: FieldSource, columns: readonly string[]): string => {
	if (source === null) return importWords.notInList;
	if (typeof source === 'number') return columns[source] ?? '';
	return 'text' in source ? textForAllRows(source.text) : source.columns.map((column) => columns[column] ?? '').join(' + ');
};

/** `Address: E-mail · Name: First Name + Last Name · Organisation: “Acme” for all rows` */
export const mappingText = (messages: Messages, { email, name, organisation }: ColumnMapping, columns: readonly string[]): string => {
	const { importWords } = messages;
	return [
		`${importWords.email}: ${sourceText(messages, email, columns)}`,
		`${importWords.personName}: ${sourceText(messages, name, columns)}`,
		`${importWords.organisation}: ${sourceText(messages, organisation, columns)}`,
	].join(' · ');
};
