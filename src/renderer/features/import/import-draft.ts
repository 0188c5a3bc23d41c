import { create } from 'zustand';
import type { KnownAccess } from '#shared/customer-access.ts';
import type { ColumnMapping, DraftTarget, Encoding, ListPreview, ListState, ReadingAccount, ReadingChoices } from '#shared/lists.ts';
import { api, ask, queries } from '../../api.ts';
import { type WindowFailure, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { showFailure } from '../../ui/notices.ts';
import { type AccessFields, declaredAccess, fieldsOf, saySame, unknownAccess } from '../access/access-fields.ts';
import type { OfflineStart } from '../snapshots/offline-target.ts';
import { readFile } from '../../ui/files.ts';

interface OpenList {
	readonly listId: string;
	readonly preview: ListPreview;
	/** As the Node side last told it: the rows and their corrections are there, not here. */
	readonly state: ListState;
	/** What of the file is not among the rows. */
	readonly account: ReadingAccount;
}

/** What is about to be started. It outlives the page, so that a look at Sites in between loses nothing. */
interface ImportDraft {
	readonly stage: 'choosing' | 'opening' | 'ready' | 'starting';
	readonly list: OpenList | null;
	/** The columns were chosen by hand: no remembered mapping replaces them. */
	readonly isMappingChosen: boolean;
	/** Typed or pasted: there is no other encoding to read it in. */
	readonly isPasted: boolean;
	/** Another sheet is being read, or the text in another encoding. */
	readonly isReading: boolean;
	readonly failure: WindowFailure | null;
	readonly site: string | null;
	readonly desk: string | null;
	/** Several sites are chosen in place of one. */
	readonly several: DraftTarget['several'];
	/** As typed for this list; `null`: as the site is known to be. */
	readonly access: AccessFields | null;
	openFile(file: File): Promise<void>;
	openText(text: string): Promise<void>;
	/** Goes on with a list that was kept. */
	resume(listId: string): Promise<void>;
	openSheet(sheet: string): Promise<void>;
	openEncoding(encoding: Encoding): Promise<void>;
	/** Reads the list with other choices of what is a row. */
	openWith(choices: ReadingChoices): Promise<void>;
	changeMapping(change: Partial<ColumnMapping>): Promise<void>;
	/** Shows why something was refused; the list is open on the Node side only, and when it is gone there, it is gone here. */
	refused(failure: WindowFailure): void;
	/** Asks for a change of the open list and shows it as it stands after that. */
	change(question: (listId: string) => Promise<ListState>): Promise<void>;
	chooseSite(name: string): void;
	/** `offline`: against a snapshot, in place of the site. */
	start(offline: OfflineStart | null): Promise<void>;
	startOver(): void;
}

/** What was declared of a site before, as the form shows it. */
export const fieldsKnown = (known: KnownAccess | undefined): AccessFields => {
	const newest = known?.declarations[0]?.access;
	return newest === undefined ? unknownAccess : fieldsOf(newest);
};

/** Nothing that has to be said again: the run rests on what is known of the site. */
const isAsKnown = (site: string | null, access: AccessFields): boolean => {
	const known = site === null ? undefined : queries.getQueryData(api.sites.access.queryKey({ input: { name: site } }));
	return known !== undefined && known.declarations.length > 0 && saySame(access, fieldsKnown(known));
};

const largestFileBytes = 64 * 1024 * 1024;

type ListSource = { name: string; file: File } | { name: string; text: string };

/** Nothing of the list is kept any more. */
export const throwAway = async (listId: string): Promise<void> => {
	const gone = await ask(api.lists.close.call({ listId }));
	if (!gone.ok) showFailure(gone.failure);
	void queries.invalidateQueries({ queryKey: api.lists.drafts.key() });
};

export const useImport = create<ImportDraft>()((set, get) => {
	/** Changes of the mapping that are not answered yet. */
	let mappingsAsked = 0;

	const ofSite = (): { site?: string } => {
		const { site } = get();
		return site === null ? {} : { site };
	};

	const open = async (read: () => Promise<ListSource>): Promise<void> => {
		set({ stage: 'opening', failure: null, isMappingChosen: false, isPasted: false });
		let source: ListSource;
		try {
			source = await read();
		} catch {
			set({ stage: 'choosing', failure: { code: 'list-unreadable', details: {} } });
			return;
		}
		const answer = await ask(api.lists.open.call({ ...source, ...ofSite(), keep: true }));
		if (answer.ok) set({ stage: 'ready', list: answer.value, isPasted: 'text' in source });
		else set({ stage: 'choosing', failure: answer.failure });
	};

	const readAs = async (question: (listId: string) => Promise<Omit<OpenList, 'listId'>>): Promise<void> => {
		const { list } = get();
		if (list === null) return;
		set({ isReading: true });
		const answer = await ask(question(list.listId));
		const { mapping } = get().list?.state ?? list.state;
		const isMappingKept = answer.ok && JSON.stringify(answer.value.state.mapping) === JSON.stringify(mapping);
		if (answer.ok) set({ list: { listId: list.listId, ...answer.value }, isMappingChosen: get().isMappingChosen && isMappingKept });
		else get().refused(answer.failure);
		set({ isReading: false });
	};

	return {
		stage: 'choosing',
		list: null,
		isMappingChosen: false,
		isPasted: false,
		isReading: false,
		failure: null,
		site: null,
		desk: null,
		several: null,
		access: null,
		openFile: async (file) => {
			if (file.size > largestFileBytes) set({ failure: { code: 'list-too-large', details: {} } });
			else if (file.size === 0) set({ failure: { code: 'list-empty', details: {} } });
			else await open(async () => ({ name: file.name.slice(-255), file: await readFile(file) }));
		},
		openText: (text) => open(() => Promise.resolve({ name: words.import.pastedName, text })),
		resume: async (listId) => {
			set({ stage: 'opening', failure: null });
			const answer = await ask(api.lists.resume.call({ listId }));
			if (!answer.ok) {
				set({ stage: 'choosing', failure: answer.failure });
				void queries.invalidateQueries({ queryKey: api.lists.drafts.key() });
				return;
			}
			const { isPasted, target, ...list } = answer.value;
			const { site, desk, several, access, isMappingChosen } = target;
			set({ stage: 'ready', list, isPasted, site, desk, several, access: access === null ? null : fieldsOf(access), isMappingChosen });
		},
		openSheet: (sheet) => readAs((listId) => api.lists.openSheet.call({ listId, sheet, ...ofSite() })),
		openEncoding: (encoding) => readAs((listId) => api.lists.openEncoding.call({ listId, encoding, ...ofSite() })),
		openWith: (choices) => readAs((listId) => api.lists.openWith.call({ listId, ...choices, ...ofSite() })),
		changeMapping: async (change) => {
			const { list } = get();
			if (list === null) return;
			const mapping = { ...list.state.mapping, ...change };
			set({ isMappingChosen: true, list: { ...list, state: { ...list.state, mapping, rememberedAt: null } } });
			mappingsAsked += 1;
			await get().change((listId) => api.lists.map.call({ listId, mapping }).finally(() => (mappingsAsked -= 1)));
		},
		refused: (failure) => {
			if (failure.code === 'list-not-found') set({ stage: 'choosing', list: null, failure });
			else showFailure(failure);
		},
		change: async (question) => {
			const { list } = get();
			if (list === null) return;
			const answer = await ask(question(list.listId));
			const now = get().list;
			if (now === null || now.listId !== list.listId) return;
			if (!answer.ok) get().refused(answer.failure);
			else if (answer.value.revision >= now.state.revision) {
				// While a text for all rows is typed, an answer is older than what is on the screen.
				const { mapping } = mappingsAsked > 0 ? now.state : answer.value;
				set({ list: { ...now, state: { ...answer.value, mapping } } });
			}
		},
		chooseSite: (site) => {
			// What was typed was of the site before.
			set(({ site: before, access }) => ({ site, desk: null, access: before === null || before === site ? access : null }));
			if (!get().isMappingChosen) void get().change((listId) => api.lists.recall.call({ listId, site }));
		},
		start: async (offline) => {
			const { list, site, desk, access } = get();
			if (list === null || (offline === null && site === null)) return;
			set({ stage: 'starting', failure: null });
			const declared = access === null || isAsKnown(site, access) ? null : declaredAccess(access);
			const answer = await ask(
				api.runs.start.call({
					listId: list.listId,
					mapping: list.state.mapping,
					...(offline ?? { site: site ?? '', ...(desk === null ? {} : { desk }) }),
					...(declared === null ? {} : { access: declared }),
				}),
			);
			if (!answer.ok) {
				const isGone = answer.failure.code === 'list-not-found';
				set({ stage: isGone ? 'choosing' : 'ready', failure: answer.failure, ...(isGone ? { list: null } : {}) });
				return;
			}
			set({ stage: 'choosing', list: null });
			void queries.invalidateQueries({ queryKey: api.runs.list.key() });
			goTo({ at: 'run', runId: answer.value.runId });
		},
		startOver: () => {
			const { list } = get();
			if (list !== null) void throwAway(list.listId);
			set({ stage: 'choosing', list: null, failure: null });
		},
	};
});

const choices = ['site', 'desk', 'several', 'access', 'isMappingChosen'] as const;

// What is chosen for a list is kept with it, whoever chooses; for the next list, what is still chosen then.
useImport.subscribe((now, before) => {
	const { list, site, desk, several, access, isMappingChosen } = now;
	if (list === null) return;
	const from = list.listId === before.list?.listId ? before : { site, desk: null, several: null, access: null, isMappingChosen: false };
	if (choices.every((choice) => now[choice] === from[choice])) return;
	const target = { site, desk, several, access: access === null ? null : declaredAccess(access), isMappingChosen };
	void ask(api.lists.choose.call({ listId: list.listId, target }));
});
