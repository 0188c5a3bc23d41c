import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { KeptPlace, KeptRow } from '#core/lists/list-edits.ts';
import type { AccessSettings } from '#shared/customer-access.ts';
import type { ColumnMapping, DraftTarget, Encoding, ListDraft, ReadingChoices } from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { makeTurns } from '../../turns.ts';
import { insertMany } from '../insert-many.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** How the file is read, and what was chosen. */
export interface DraftWork {
	readonly sheet: string | null;
	readonly encoding: Encoding | null;
	readonly choices: ReadingChoices;
	readonly mapping: ColumnMapping;
	readonly isMappingChosen: boolean;
	readonly desk: string | null;
	/** Of drafts that were stored before it could be kept: left out. */
	readonly several?: DraftTarget['several'];
	readonly access: AccessSettings | null;
}

/** As it stands: without its file. */
export interface DraftState extends Omit<ListDraft, 'listId' | 'name'> {
	readonly work: DraftWork;
}

/** What is to be stored anew of what was changed in the file: places of it, in the place of all that was stored or beside it. */
export interface DraftChanges {
	readonly places: readonly KeptPlace[];
	readonly areAll: boolean;
}

interface NewDraft extends DraftState {
	readonly name: string;
	readonly origin: 'file' | 'pasted';
	readonly bytes: Buffer;
}

export interface StoredDraft extends NewDraft {
	/** What was changed in the file. */
	readonly changed: readonly KeptRow[];
}

/** Lists that were opened and neither checked nor thrown away. */
export interface DraftStore {
	/** Whole or not at all; a long file in several turns. */
	create(id: string, draft: NewDraft): Promise<Outcome<null>>;
	/** Does nothing where it is not there any more. A site that is not stored is none. */
	save(id: string, state: DraftState, changes: DraftChanges): Outcome<null>;
	/** The newest first. */
	list(): readonly ListDraft[];
	/** Fails with `list-not-found`. */
	find(id: string): Promise<Outcome<StoredDraft>>;
	remove(id: string): Outcome<null>;
}

const pieceCharacters = 1024 * 1024;
const packed = promisify<Buffer, Buffer>(deflate);
const unpacked = promisify<Buffer, Buffer>(inflate);

const shown = `id AS listId, name, site, rows, corrected, left_out AS leftOut, kept_at AS keptAt`;

type Row = ListDraft & { readonly origin: 'file' | 'pasted'; readonly work: string };

export const createDraftStore = (sql: Sql): DraftStore => {
	const remove = (id: string): Outcome<null> =>
		attempt(() => {
			sql.run('DELETE FROM list_draft WHERE id = ?', [id]);
			return done(null);
		});
	const addPiece = (id: string, piece: number, bytes: string): Outcome<null> =>
		attempt(() => {
			sql.run('INSERT INTO list_draft_piece (draft, piece, bytes) VALUES (?, ?, ?)', [id, piece, bytes]);
			return done(null);
		});
	const begin = (id: string, { name, site, origin, work, rows, corrected, leftOut, keptAt }: NewDraft): Outcome<null> =>
		attempt(() => {
			sql.run(
				`INSERT INTO list_draft (id, name, site, origin, work, rows, corrected, left_out, kept_at, complete)
					VALUES (?, ?, (SELECT name FROM site WHERE name = ?), ?, ?, ?, ?, ?, ?, 0)`,
				[id, name, site, origin, JSON.stringify(work), rows, corrected, leftOut, keptAt],
			);
			return done(null);
		});
	const savePlaces = (id: string, { places, areAll }: DraftChanges): void => {
		if (areAll) sql.run('DELETE FROM list_draft_row WHERE draft = ?', [id]);
		else {
			const one = 'DELETE FROM list_draft_row WHERE draft = ? AND line = ? AND nth = ?';
			for (const { line, nth } of places) sql.run(one, [id, line, nth]);
		}
		const kept = places.filter(({ rows }) => rows.length > 0).flatMap(({ line, nth, rows }) => [id, line, nth, JSON.stringify(rows)]);
		insertMany(sql, 'INSERT INTO list_draft_row (draft, line, nth, rows)', 4, kept);
	};
	return {
		create: async (id, draft) => {
			const text = (await packed(draft.bytes)).toString('base64');
			const turns = makeTurns();
			let kept = begin(id, draft);
			for (let from = 0; kept.ok && from < text.length; from += pieceCharacters) {
				kept = addPiece(id, from / pieceCharacters, text.slice(from, from + pieceCharacters));
				if (turns.isDue()) await turns.give();
			}
			const whole = kept.ok
				? attempt(() => {
						sql.run('UPDATE list_draft SET complete = 1 WHERE id = ?', [id]);
						return done(null);
					})
				: kept;
			if (!whole.ok) remove(id);
			return whole;
		},
		save: (id, { site, work, rows, corrected, leftOut, keptAt }, changes) =>
			attempt(() =>
				sql.transaction(() => {
					const found = sql.run(
						`UPDATE list_draft SET site = (SELECT name FROM site WHERE name = ?), work = ?, rows = ?, corrected = ?, left_out = ?, kept_at = ?
						WHERE id = ?`,
						[site, JSON.stringify(work), rows, corrected, leftOut, keptAt, id],
					);
					if (found > 0) savePlaces(id, changes);
					return done(null);
				}),
			),
		list: () => sql.all<ListDraft>(`SELECT ${shown} FROM list_draft WHERE complete = 1 ORDER BY kept_at DESC, id`),
		find: async (id) => {
			const found = sql.get<Row>(`SELECT ${shown}, origin, work FROM list_draft WHERE id = ? AND complete = 1`, [id]);
			if (found === undefined) return failed('list-not-found', { list: id });
			const pieces = sql.column<string>('SELECT bytes FROM list_draft_piece WHERE draft = ? ORDER BY piece', [id]);
			const places = sql.column<string>('SELECT rows FROM list_draft_row WHERE draft = ? ORDER BY line, nth', [id]);
			const { listId: _, work, ...rest } = found;
			// Text this store wrote itself.
			const changed = places.flatMap((rows) => JSON.parse(rows) as readonly KeptRow[]);
			return done({ ...rest, changed, work: JSON.parse(work) as DraftWork, bytes: await unpacked(Buffer.from(pieces.join(''), 'base64')) });
		},
		remove,
	};
};
