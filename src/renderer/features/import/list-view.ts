import { create } from 'zustand';
import type { CheckedRow, RowsFilter } from '#shared/lists.ts';
import { api, ask } from '../../api.ts';
import { words } from '../../messages.ts';
import { useImport } from './import-draft.ts';
import { RowPages, rowsPerPage } from './row-pages.ts';

export interface ActiveCell {
	/** Among the rows that fit the filter. */
	readonly position: number;
	readonly column: number;
}

/** The table of an opened list: what it shows and where one stands in it. */
interface ListView {
	/** The list and sheet this is the view of. */
	readonly of: string | null;
	readonly filter: RowsFilter;
	readonly active: ActiveCell | null;
	readonly isEditing: boolean;
	/** Rises when rows have come: they are read with `rowAt`. */
	readonly version: number;
	/** For those who do not see what changed. */
	readonly said: string;
	/** Begins anew for another list or sheet. */
	show(of: string): void;
	changeFilter(filter: RowsFilter): void;
	load(from: number, to: number): void;
	activate(cell: ActiveCell): void;
	edit(isEditing: boolean): void;
	/** Stores what was typed. `then` is where the active cell moves to where its row still fits the filter. */
	commit(text: string, then: 'down' | 'up' | 'left' | 'right' | 'stay'): Promise<void>;
	/** Goes to the nearest problem. */
	jump(direction: 'next' | 'previous'): Promise<void>;
	acceptHere(everywhere: boolean): Promise<void>;
	accept(domain: string): Promise<void>;
	toggleExcluded(): Promise<void>;
	putBack(): Promise<void>;
	undo(): Promise<void>;
	redo(): Promise<void>;
}

const pages = new RowPages();

export const rowAt = (position: number): CheckedRow | undefined => pages.at(position);

const domainIn = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

export const suggestionIn = (row: CheckedRow | undefined): string | null => {
	const typo = row?.problems.find((problem) => problem.kind === 'probable-typo');
	return typo?.kind === 'probable-typo' ? typo.suggestion : null;
};

/** The own address of the guest whom a row has by a directory's name. */
export const guestIn = (row: CheckedRow | undefined): string | null => {
	const error = row?.problems.find((problem) => problem.kind === 'error');
	return error?.kind === 'error' && error.problem === 'guest-name' ? (error.details['suggestion'] ?? null) : null;
};

/** Rows that fit the filter now. */
export const totalOf = (filter: RowsFilter): number => useImport.getState().list?.state.counts[filter] ?? 0;

export const useListView = create<ListView>()((set, get) => {
	const asked = new Set<string>();
	const { change } = useImport.getState();

	const fetchPage = async (page: number, revision: number): Promise<void> => {
		const { of, filter } = get();
		const listId = useImport.getState().list?.listId;
		const key = `${of} ${filter} ${revision} ${page}`;
		if (listId === undefined || asked.has(key)) return;
		asked.add(key);
		const answer = await ask(api.lists.rows.call({ listId, from: page * rowsPerPage, count: rowsPerPage, filter }));
		asked.delete(key);
		if (get().of !== of || get().filter !== filter) return;
		if (!answer.ok) {
			useImport.getState().refused(answer.failure);
			return;
		}
		pages.put(page, answer.value.rows, answer.value.revision);
		set(({ version }) => ({ version: version + 1 }));
	};

	const activeRow = (): CheckedRow | undefined => {
		const { active } = get();
		return active === null ? undefined : pages.at(active.position);
	};

	/** Fewer rows may fit than before. */
	const keepWithin = (): void => {
		const { active, filter } = get();
		if (active === null) return;
		const last = totalOf(filter) - 1;
		if (active.position > last) set({ active: last < 0 ? null : { ...active, position: last } });
	};

	const changed = async (question: Parameters<typeof change>[0], said: string): Promise<void> => {
		await change(question);
		keepWithin();
		set({ said });
	};

	return {
		of: null,
		filter: 'all',
		active: null,
		isEditing: false,
		version: 0,
		said: '',
		show: (of) => {
			if (get().of === of) return;
			pages.clear();
			set({ of, filter: 'all', active: null, isEditing: false, said: '' });
		},
		changeFilter: (filter) => {
			const { active } = get();
			pages.clear();
			set({ filter, active: active === null ? null : { ...active, position: 0 }, isEditing: false });
		},
		load: (from, to) => {
			const revision = useImport.getState().list?.state.revision;
			if (revision === undefined) return;
			for (const page of pages.missing(from, to, revision)) void fetchPage(page, revision);
		},
		activate: (active) => set({ active, isEditing: false }),
		edit: (isEditing) => set({ isEditing }),
		commit: async (text, then) => {
			const { active, filter } = get();
			const row = activeRow();
			set({ isEditing: false });
			if (active === null || row === undefined) return;
			if (text !== (row.corrected[active.column] ?? row.cells[active.column] ?? '')) {
				const { column } = active;
				await changed((listId) => api.lists.correct.call({ listId, index: row.index, column, text }), '');
			}
			// Where fewer rows are shown, the next one has come up by itself, or the row still has to be put right.
			const step = filter === 'all' ? { down: 1, up: -1, left: 0, right: 0, stay: 0 }[then] : 0;
			const columns = useImport.getState().list?.preview.columns.length ?? 1;
			const aside = { down: 0, up: 0, left: -1, right: 1, stay: 0 }[then];
			const here = get().active;
			if (here === null) return;
			set({
				active: {
					position: Math.max(0, Math.min(totalOf(filter) - 1, here.position + step)),
					column: Math.max(0, Math.min(columns - 1, here.column + aside)),
				},
			});
		},
		jump: async (direction) => {
			const { active, filter } = get();
			const list = useImport.getState().list;
			if (list === null) return;
			const from = active?.position ?? (direction === 'next' ? -1 : totalOf(filter));
			let position: number | null = direction === 'next' ? from + 1 : from - 1;
			if (filter === 'all') {
				const answer = await ask(api.lists.nearestProblem.call({ listId: list.listId, from, direction }));
				if (!answer.ok) {
					useImport.getState().refused(answer.failure);
					return;
				}
				position = answer.value;
			}
			if (position === null || position < 0 || position >= totalOf(filter)) set({ said: words.import.problems.none });
			else set({ active: { position, column: list.state.mapping.email }, isEditing: false, said: '' });
		},
		acceptHere: async (everywhere) => {
			const row = activeRow();
			const guest = guestIn(row);
			const column = useImport.getState().list?.state.mapping.email;
			if (row !== undefined && guest !== null && column !== undefined) {
				await changed(
					(listId) => api.lists.correct.call({ listId, index: row.index, column, text: guest }),
					words.import.said.corrected(1),
				);
			}
			if (row === undefined || row.address === null || suggestionIn(row) === null) return;
			const domain = domainIn(row.address);
			if (everywhere) await get().accept(domain);
			else await changed((listId) => api.lists.accept.call({ listId, domain, index: row.index }), words.import.said.corrected(1));
		},
		accept: async (domain) => {
			const rows = useImport.getState().list?.state.corrections.find(({ from }) => from === domain)?.rows ?? 0;
			await changed((listId) => api.lists.accept.call({ listId, domain }), words.import.said.corrected(rows));
		},
		toggleExcluded: async () => {
			const row = activeRow();
			if (row === undefined) return;
			const excluded = !row.excluded;
			const said = excluded ? words.import.leftOut : words.import.said.takenBack;
			await changed((listId) => api.lists.exclude.call({ listId, rows: [row.index], excluded }), said);
		},
		putBack: async () => {
			const { active } = get();
			const row = activeRow();
			if (active === null || row === undefined) return;
			const { column } = active;
			const text = row.cells[column] ?? '';
			await changed((listId) => api.lists.correct.call({ listId, index: row.index, column, text }), words.import.said.putBack);
		},
		undo: () => changed((listId) => api.lists.undo.call({ listId }), words.import.said.undone),
		redo: () => changed((listId) => api.lists.redo.call({ listId }), words.import.said.redone),
	};
});
