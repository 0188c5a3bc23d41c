import { create } from 'zustand';
import { ask } from '../../../client.ts';
import { type ColumnLayout, firstLayout, readLayout } from './column-layout.ts';

interface Columns {
	readonly layout: ColumnLayout;
	load(): Promise<void>;
	/** Shown at once, and kept. `passing`: one of many while a hand draws; only what it comes to rest at is kept. */
	change(change: (layout: ColumnLayout) => ColumnLayout, passing?: 'passing'): void;
	reset(): void;
}

/**
 * Kept in the settings of the data folder: the browser host has another port, and with it another origin and another
 * local storage, each time it starts.
 */
const key = 'table.columns';
const restMs = 400;

export const useColumns = create<Columns>()((set, get) => {
	let timer: ReturnType<typeof setTimeout> | null = null;
	const keep = (): void => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		const { layout } = get();
		const value = layout === firstLayout ? null : JSON.stringify(layout);
		// Not being kept for the next start is worth no words: the table is as it was arranged.
		void ask((client) => client.settings.set({ key, value }));
	};
	const keepAtRest = (): void => {
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(keep, restMs);
	};
	return {
		layout: firstLayout,
		load: async () => {
			const answer = await ask((client) => client.settings.get({ key }));
			if (answer.ok && timer === null) set({ layout: answer.value === null ? firstLayout : readLayout(answer.value) });
		},
		change: (change, passing) => {
			set(({ layout }) => ({ layout: change(layout) }));
			if (passing === undefined) keep();
			else keepAtRest();
		},
		reset: () => {
			set({ layout: firstLayout });
			keep();
		},
	};
});

/** The last thing that was done to the columns, for those who do not see it. */
export const useAnnouncement = create<{ readonly said: string }>()(() => ({ said: '' }));

export const announce = (said: string): void => useAnnouncement.setState({ said });
