import { create } from 'zustand';
import type { ColumnMapping, ListPreview } from '#shared/lists.ts';
import { ask } from '../../client.ts';
import type { WindowFailure } from '../../messages/en/failures.ts';
import { words } from '../../messages/en/words.ts';
import { goTo } from '../../route.ts';
import { useRunList } from '../runs/run-list.ts';
import { useSites } from '../sites/sites.ts';
import { type AccessFields, declaredAccess, unknownAccess } from './access-fields.ts';

interface OpenList {
	readonly listId: string;
	readonly preview: ListPreview;
	readonly mapping: ColumnMapping;
}

/** What is about to be started. It outlives the page, so that a look at Sites in between loses nothing. */
interface ImportDraft {
	readonly stage: 'choosing' | 'opening' | 'ready' | 'starting';
	readonly list: OpenList | null;
	readonly failure: WindowFailure | null;
	readonly site: string | null;
	readonly desk: string | null;
	readonly access: AccessFields;
	openFile(file: File): Promise<void>;
	openText(text: string): Promise<void>;
	changeMapping(change: Partial<ColumnMapping>): void;
	chooseSite(name: string): void;
	start(): Promise<void>;
	startOver(): void;
}

const largestFileBytes = 64 * 1024 * 1024;

const readBase64 = (file: File): Promise<string> =>
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => {
			const text = typeof reader.result === 'string' ? reader.result : '';
			resolve(text.slice(text.indexOf(',') + 1));
		});
		reader.addEventListener('error', () => reject(new Error('the file cannot be read')));
		reader.readAsDataURL(file);
	});

type ListSource = { name: string; base64: string } | { name: string; text: string };

export const useImport = create<ImportDraft>()((set, get) => {
	const open = async (read: () => Promise<ListSource>): Promise<void> => {
		set({ stage: 'opening', failure: null });
		let source: ListSource;
		try {
			source = await read();
		} catch {
			set({ stage: 'choosing', failure: { code: 'list-unreadable', details: {} } });
			return;
		}
		const answer = await ask((client) => client.lists.open(source));
		if (answer.ok) set({ stage: 'ready', list: { ...answer.value, mapping: answer.value.preview.mapping } });
		else set({ stage: 'choosing', failure: answer.failure });
	};

	return {
		stage: 'choosing',
		list: null,
		failure: null,
		site: null,
		desk: null,
		access: unknownAccess,
		openFile: async (file) => {
			if (file.size > largestFileBytes) set({ failure: { code: 'list-too-large', details: {} } });
			else if (file.size === 0) set({ failure: { code: 'list-empty', details: {} } });
			else await open(async () => ({ name: file.name, base64: await readBase64(file) }));
		},
		openText: (text) => open(() => Promise.resolve({ name: words.import.pastedName, text })),
		changeMapping: (change) => set(({ list }) => (list === null ? {} : { list: { ...list, mapping: { ...list.mapping, ...change } } })),
		chooseSite: (site) => {
			set({ site, desk: null });
			const known = useSites.getState().checks.get(site);
			if (known?.state !== 'answered') void useSites.getState().check(site);
		},
		start: async () => {
			const { list, site, desk, access } = get();
			if (list === null || site === null) return;
			set({ stage: 'starting', failure: null });
			const declared = declaredAccess(access);
			const answer = await ask((client) =>
				client.runs.start({
					listId: list.listId,
					mapping: list.mapping,
					site,
					...(desk === null ? {} : { desk }),
					...(declared === null ? {} : { access: declared }),
				}),
			);
			if (!answer.ok) {
				const isGone = answer.failure.code === 'list-not-found';
				set({ stage: isGone ? 'choosing' : 'ready', failure: answer.failure, ...(isGone ? { list: null } : {}) });
				return;
			}
			set({ stage: 'choosing', list: null });
			void useRunList.getState().load();
			goTo({ at: 'run', runId: answer.value.runId });
		},
		startOver: () => {
			const { list } = get();
			if (list !== null) void ask((client) => client.lists.close({ listId: list.listId }));
			set({ stage: 'choosing', list: null, failure: null });
		},
	};
});
