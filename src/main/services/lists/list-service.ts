import { createHash } from 'node:crypto';
import type { Clock, Random } from '#core/ports.ts';
import {
	type CheckedRow,
	type ColumnMapping,
	type DraftTarget,
	type Encoding,
	type ListDraft,
	type ListPreview,
	type ListState,
	type ReadingAccount,
	type ReadingChoices,
	readingChoices,
	type RowsFilter,
} from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { KeptPlace, KeptRow } from '#core/lists/list-edits.ts';
import type { OpenListOptions, OpenedList } from '../../files/open-list.ts';
import type { ListBytes } from '../../files/read-list.ts';
import type { DraftState, DraftStore } from '../../storage/lists/draft-store.ts';
import type { MappingStore } from '../../storage/lists/mapping-store.ts';

/** A window opens one list at a time; more are a leak. The oldest goes first. */
const mostOpen = 4;

/** A file, or what was pasted. */
export type GivenSource = { readonly name: string; readonly file: File } | { readonly name: string; readonly text: string };

/** Readings of one file that are kept with what was corrected on them. */
const mostReadings = 4;

interface HeldList {
	list: OpenedList;
	/** Sheets that were looked at, or encodings that were tried; the last one last. */
	readings: readonly HeldReading[];
	/** Changes of lines that the present reading does not take for rows. */
	beyond: readonly KeptRow[];
	/** When the mapping in use was last used for its site; `null` for one that was guessed or chosen. */
	rememberedAt: string | null;
	/** What was asked of this list before: a long list answers some questions in several turns. */
	before: Promise<unknown>;
	/** The next time, all that was changed is stored anew: another reading came, or the last changes could not be stored. */
	isStoredAnew: boolean;
	/** What was chosen for it; `null` where it is not kept as a draft. */
	target: DraftTarget | null;
	readonly isPasted: boolean;
}

interface HeldReading {
	readonly as: string;
	readonly list: OpenedList;
}

export type ListAnswer = { readonly preview: ListPreview; readonly state: ListState; readonly account: ReadingAccount };

interface Ports {
	readonly random: Random;
	readonly clock: Clock;
	readonly mappings: MappingStore;
	readonly drafts: DraftStore;
}

/**
 * Lists a window has opened and not yet started a run with: in memory, with what was corrected. Those that are kept as drafts
 * are read anew where the process that held them is gone.
 */
export class ListService {
	readonly #ports: Ports;
	readonly #held = new Map<string, HeldList>();
	/** Drafts that are being read: whoever asks meanwhile waits for the same. */
	readonly #restoring = new Map<string, Promise<Outcome<HeldList>>>();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** `site`: its mapping for these column titles is taken, if one is remembered. */
	async open(
		source: GivenSource,
		site: string | null,
		options: OpenListOptions = {},
		isKept = false,
	): Promise<Outcome<ListAnswer & { readonly listId: string }>> {
		const origin = 'text' in source ? 'pasted' : 'file';
		const bytes = 'text' in source ? Buffer.from(source.text, 'utf8') : Buffer.from(await source.file.arrayBuffer());
		const opened = await openAway({ name: source.name, origin, bytes }, options);
		if (!opened.ok) return opened;
		const target = isKept ? { site, desk: null, several: null, access: null, isMappingChosen: false } : null;
		const held = heldOf(opened.value, target, origin === 'pasted');
		if (site !== null) await this.#takeRemembered(held, site);
		const listId = this.#ports.random.id();
		const state = this.#draftOf(held);
		if (state !== null) await this.#ports.drafts.create(listId, { ...state, name: source.name, origin, bytes });
		this.#hold(listId, held);
		return done({ listId, ...answerOf(held) });
	}

	drafts(): Outcome<readonly ListDraft[]> {
		return done(this.#ports.drafts.list());
	}

	/** A draft as it was left, whoever held it. */
	resume(listId: string): Promise<Outcome<ListAnswer & { listId: string; isPasted: boolean; target: DraftTarget }>> {
		return this.#inTurn(listId, (held) =>
			held.target === null
				? failed('list-not-found', { list: listId })
				: done({ listId, isPasted: held.isPasted, target: held.target, ...answerOf(held) }),
		);
	}

	choose(listId: string, target: DraftTarget): Promise<Outcome<null>> {
		return this.#inTurn(listId, (held) => {
			if (held.target === null) return failed('list-not-found', { list: listId });
			held.target = target;
			return this.#save(listId, held);
		});
	}

	/** Another sheet of the workbook. One that was looked at before is found as it was left. */
	openSheet(listId: string, sheet: string, site: string | null): Promise<Outcome<ListAnswer>> {
		return this.#readAs(listId, { as: sheet }, site, (list) => list.openSheet(sheet));
	}

	/** The text in another encoding. One that was tried before is found as it was left. */
	openEncoding(listId: string, encoding: Encoding, site: string | null): Promise<Outcome<ListAnswer>> {
		return this.#readAs(listId, { as: encoding }, site, (list) => list.openEncoding(encoding));
	}

	/** The same file with other choices of what is a row. A reading that was left is found as it was. */
	openWith(listId: string, choices: ReadingChoices, site: string | null): Promise<Outcome<ListAnswer>> {
		return this.#readAs(listId, { choices }, site, (list) => list.openWith(choices));
	}

	#readAs(
		listId: string,
		change: Parameters<typeof asOf>[1],
		site: string | null,
		read: (list: OpenedList) => Promise<Outcome<OpenedList>>,
	): Promise<Outcome<ListAnswer>> {
		return this.#inTurn(listId, async (held) => {
			const as = asOf(held.list, change);
			const goesAlong = change.choices !== undefined && keepsPlaces(held.list.account.choices, change.choices);
			const known = goesAlong ? undefined : held.readings.find((reading) => reading.as === as);
			const opened = known === undefined ? await read(held.list) : done(known.list);
			if (!opened.ok) return opened;
			// The columns are the same, too: so is what they were taken for.
			const keepsColumns = goesAlong && change.choices?.headerLine === undefined;
			if (keepsColumns) await opened.value.remap(held.list.check.mapping);
			held.beyond = goesAlong ? opened.value.check.takeUp(keptOf(held)) : [];
			held.list = opened.value;
			held.readings = [...held.readings.filter((reading) => reading.as !== as), { as, list: opened.value }].slice(-mostReadings);
			if (!keepsColumns) held.rememberedAt = null;
			held.isStoredAnew = true;
			if (known === undefined && !keepsColumns && site !== null) await this.#takeRemembered(held, site);
			this.#save(listId, held);
			return done(answerOf(held));
		});
	}

	map(listId: string, mapping: ColumnMapping): Promise<Outcome<ListState>> {
		return this.#inTurn(listId, async (held) => {
			const unknown = columnsOf(mapping).find((column) => column >= held.list.preview.columns.length);
			if (unknown !== undefined) return failed('column-not-found', { column: unknown + 1, columns: held.list.preview.columns });
			await held.list.remap(mapping);
			held.rememberedAt = null;
			this.#save(listId, held);
			return done(stateOf(held));
		});
	}

	/**
	 * Takes the mapping remembered for a site. Where there is none, one remembered for another site gives way to the
	 * guess: what one client's list was taken for, and filled up with, is nothing to go into another's.
	 */
	recall(listId: string, site: string): Promise<Outcome<ListState>> {
		return this.#inTurn(listId, async (held) => {
			await this.#takeRemembered(held, site);
			this.#save(listId, held);
			return done(stateOf(held));
		});
	}

	problems(listId: string): Promise<Outcome<ListState>> {
		return this.#inTurn(listId, (held) => done(stateOf(held)));
	}

	rows(listId: string, page: { readonly from: number; readonly count: number; readonly filter: RowsFilter }) {
		return this.#inTurn(listId, ({ list }): Outcome<{ revision: number; total: number; rows: readonly CheckedRow[] }> => {
			const { total, rows } = list.check.page(page.filter, page.from, page.count);
			return done({ revision: list.check.state().revision, total, rows: rows.map((row) => shortened(row, list.check.mapping)) });
		});
	}

	nearestProblem(listId: string, from: number, direction: 'next' | 'previous'): Promise<Outcome<number | null>> {
		return this.#inTurn(listId, ({ list }) => done(list.check.nearestProblem(from, direction)));
	}

	/** A correction of whatever kind, and the list as it stands after it. */
	edit(listId: string, work: (check: OpenedList['check']) => void): Promise<Outcome<ListState>> {
		return this.#inTurn(listId, (held) => {
			work(held.list.check);
			this.#save(listId, held);
			return done(stateOf(held));
		});
	}

	/** The list as a run takes it, read through this mapping. */
	ready(listId: string, mapping: ColumnMapping): Promise<Outcome<OpenedList>> {
		return this.#inTurn(listId, async ({ list }) => {
			if (JSON.stringify(mapping) !== JSON.stringify(list.check.mapping)) await list.remap(mapping);
			return done(list);
		});
	}

	/** A run was started with the list: its mapping is remembered for the site, and the list is let go. */
	startedOn(listId: string, site: string | null): Outcome<null> {
		const kept = site === null ? done(null) : this.remember(listId, site);
		this.close(listId);
		return kept;
	}

	/** Its mapping is taken for the next list with these titles there. */
	remember(listId: string, site: string): Outcome<null> {
		const held = this.#held.get(listId);
		const header = held === undefined ? null : fingerprintOf(held.list.preview);
		if (held === undefined || header === null) return done(null);
		const usedAt = new Date(this.#ports.clock.now()).toISOString();
		return this.#ports.mappings.remember(site, header, { mapping: held.list.check.mapping, usedAt });
	}

	close(listId: string): Outcome<null> {
		this.#held.delete(listId);
		return this.#ports.drafts.remove(listId);
	}

	#hold(listId: string, held: HeldList): void {
		this.#held.set(listId, held);
		for (const id of [...this.#held.keys()].slice(0, -mostOpen)) this.#held.delete(id);
	}

	/** What cannot be kept goes on in memory: the next change is kept again. */
	#save(listId: string, held: HeldList): Outcome<null> {
		const state = this.#draftOf(held);
		if (state === null) return done(null);
		const { isStoredAnew: areAll } = held;
		const touched = held.list.check.takeChanges();
		const saved = this.#ports.drafts.save(listId, state, { places: areAll ? placesOf(keptOf(held)) : touched, areAll });
		held.isStoredAnew = !saved.ok;
		return saved;
	}

	#draftOf(held: HeldList): DraftState | null {
		if (held.target === null) return null;
		const { site, desk, several, access, isMappingChosen } = held.target;
		const { preview, account, check } = held.list;
		const { format } = preview;
		const { counts } = check.state();
		return {
			site,
			rows: counts.all,
			corrected: counts.edited,
			leftOut: counts.excluded,
			keptAt: new Date(this.#ports.clock.now()).toISOString(),
			work: {
				sheet: format.kind === 'workbook' ? format.sheet : null,
				encoding: format.kind === 'text' && !held.isPasted ? format.encoding : null,
				choices: account.choices,
				mapping: check.mapping,
				isMappingChosen,
				desk,
				several,
				access,
			},
		};
	}

	#restoredOnce(listId: string): Promise<Outcome<HeldList>> {
		const underWay = this.#restoring.get(listId) ?? this.#restore(listId).finally(() => this.#restoring.delete(listId));
		this.#restoring.set(listId, underWay);
		return underWay;
	}

	/** Reads a draft anew, and lays over it what was changed. */
	async #restore(listId: string): Promise<Outcome<HeldList>> {
		const found = await this.#ports.drafts.find(listId);
		if (!found.ok) return found;
		const { name, origin, bytes, site, work, changed } = found.value;
		const { sheet, encoding, choices, mapping, isMappingChosen, desk, several = null, access } = work;
		const options = { ...choices, ...(sheet === null ? {} : { sheet }), ...(encoding === null ? {} : { encoding }) };
		const opened = await openAway({ name, origin, bytes }, options);
		if (!opened.ok) return opened;
		const held = heldOf(opened.value, { site, desk, several, access, isMappingChosen }, origin === 'pasted');
		await held.list.remap(mapping);
		held.beyond = held.list.check.takeUp(changed);
		held.list.check.takeChanges();
		this.#hold(listId, held);
		return done(held);
	}

	async #takeRemembered(held: HeldList, site: string): Promise<void> {
		const header = fingerprintOf(held.list.preview);
		const remembered = header === null ? null : this.#ports.mappings.find(site, header);
		if (remembered !== null) await held.list.remap(remembered.mapping);
		else if (held.rememberedAt !== null) await held.list.remap(held.list.preview.mapping);
		held.rememberedAt = remembered?.usedAt ?? null;
	}

	/** One after another, so that nobody is answered in the middle of a long reading. */
	async #inTurn<T>(listId: string, work: (held: HeldList) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
		const found = this.#held.get(listId);
		const restored = found === undefined ? await this.#restoredOnce(listId) : done(found);
		if (!restored.ok) return restored;
		const held = restored.value;
		const mine = held.before.then(() => work(held));
		held.before = mine.catch(() => undefined);
		return mine;
	}
}

const openAway = async ({ name, bytes, origin }: ListBytes, options: OpenListOptions): Promise<Outcome<OpenedList>> => {
	const { openListBytes, openListText } = await import('../../files/open-list.ts');
	const { readListAway } = await import('../../files/read-away.ts');
	return origin === 'pasted'
		? openListText(name, bytes.toString('utf8'), options, readListAway)
		: openListBytes(name, bytes, options, readListAway);
};

const heldOf = (list: OpenedList, target: DraftTarget | null, isPasted: boolean): HeldList => ({
	list,
	readings: [readingOf(list)],
	beyond: [],
	rememberedAt: null,
	before: Promise.resolve(),
	isStoredAnew: false,
	target,
	isPasted,
});

/** How the file is read: its sheet or its encoding, and what was chosen. */
const readingOf = (list: OpenedList): HeldReading => ({ as: asOf(list, {}), list });

/**
 * The lines are the same, and the rows of each stand in the same order, whichever line has the titles and whatever else is taken:
 * what was corrected goes along. Not so where a line has a row for each of its columns, or other tables have lines of the same number.
 */
const keepsPlaces = (from: ReadingChoices, change: ReadingChoices): boolean =>
	change.tables === undefined && (change.addresses === undefined || ![from.addresses, change.addresses].includes('each'));

const asOf = (
	{ preview: { format }, account }: OpenedList,
	change: { readonly as?: string; readonly choices?: ReadingChoices },
): string => {
	const as = change.as ?? (format.kind === 'workbook' ? format.sheet : format.kind === 'text' ? format.encoding : '');
	// A line of one sheet says nothing of another.
	const isOtherSheet = change.as !== undefined && format.kind === 'workbook';
	const choices = { ...account.choices, ...(isOtherSheet ? { headerLine: null } : {}), ...change.choices };
	const said = [...Object.keys(readingChoices), 'headerLine'] as (keyof ReadingChoices)[];
	const usual = (choice: keyof ReadingChoices) => (choice === 'headerLine' ? null : readingChoices[choice][0]);
	return JSON.stringify([as, ...said.map((choice) => choices[choice] ?? usual(choice))]);
};

const stateOf = ({ list, rememberedAt }: HeldList): ListState => ({ ...list.check.state(), rememberedAt });

const answerOf = (held: HeldList): ListAnswer => ({ preview: held.list.preview, state: stateOf(held), account: held.list.account });

const keptOf = ({ list, beyond }: HeldList): readonly KeptRow[] => [...list.check.kept(), ...beyond];

const placesOf = (rows: readonly KeptRow[]): readonly KeptPlace[] =>
	[...Map.groupBy(rows, ({ line, nth }) => `${line} ${nth}`).values()].flatMap((there) => {
		const [first] = there;
		return first === undefined ? [] : { line: first.line, nth: first.nth, rows: there };
	});

const columnsOf = ({ email, name, organisation }: ColumnMapping): readonly number[] =>
	[email, name, organisation].flatMap((source) =>
		typeof source === 'number' ? [source] : source !== null && 'columns' in source ? source.columns : [],
	);

/** Of the column titles, to the letter: lists with the same ones have the same shape. `null` where there are none. */
const fingerprintOf = ({ headerRow, columns }: ListPreview): string | null =>
	headerRow === null ? null : createHash('sha256').update(JSON.stringify(columns)).digest('hex');

/** As much of a cell as a table shows; columns that are read stay whole, as they can be edited. */
const shownCharacters = 200;

const shortened = (row: CheckedRow, mapping: ColumnMapping): CheckedRow => {
	if (row.cells.every((cell) => cell.length <= shownCharacters)) return row;
	const read = columnsOf(mapping);
	const cells = row.cells.map((cell, column) =>
		cell.length <= shownCharacters || read.includes(column) ? cell : `${cell.slice(0, shownCharacters)}…`,
	);
	return { ...row, cells };
};
