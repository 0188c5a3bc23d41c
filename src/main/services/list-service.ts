import type { Random } from '#core/ports.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { ColumnMapping, ListPreview } from '#shared/lists.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { openListBytes, openListText, type OpenedList } from '../files/open-list.ts';

/** A window opens one list at a time; more are a leak. The oldest goes first. */
const mostOpen = 4;

export type ListSource = { readonly name: string; readonly base64: string } | { readonly name: string; readonly text: string };

export interface HeldList {
	readonly preview: ListPreview;
	batches(mapping: ColumnMapping): Iterable<readonly ListRow[]>;
}

/** Lists a window has opened and not yet started a run with: in memory, gone with the process. */
export class ListService {
	readonly #random: Random;
	readonly #open = new Map<string, OpenedList>();

	constructor(random: Random) {
		this.#random = random;
	}

	async open(source: ListSource): Promise<Outcome<{ readonly listId: string; readonly preview: ListPreview }>> {
		const opened =
			'text' in source
				? await openListText(source.name, source.text)
				: await openListBytes(source.name, Buffer.from(source.base64, 'base64'));
		if (!opened.ok) return opened;
		const listId = this.#random.id();
		this.#open.set(listId, opened.value);
		for (const id of [...this.#open.keys()].slice(0, -mostOpen)) this.#open.delete(id);
		return done({ listId, preview: opened.value.preview });
	}

	get(listId: string): Outcome<HeldList> {
		const list = this.#open.get(listId);
		return list ? done(list) : failed('list-not-found', { list: listId });
	}

	close(listId: string): Outcome<null> {
		this.#open.delete(listId);
		return done(null);
	}
}
