import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { api, ask } from '../../../api.ts';

/** How somebody arranged a table, over every start of the app. */
export interface KeptLayout<Layout> {
	readonly layout: Layout;
	/** What was kept; nothing where none was. */
	take(kept: string | null): void;
	/** Shown at once, and kept. `passing`: one of many while a hand draws; only what it comes to rest at is kept. */
	change(change: (layout: Layout) => Layout, passing?: 'passing'): void;
	reset(): void;
	/** The last thing that was done to the columns, for those who do not see it. */
	readonly said: string;
	announce(said: string): void;
}

const restMs = 400;

/**
 * `read`: as far as it makes sense of what was kept under `key`. Kept in the settings of the data folder: the browser host has another
 * port, and with it another origin and another local storage, each time it starts.
 */
export const makeKeptLayout = <Layout>(key: string, first: Layout, read: (text: string) => Layout) =>
	create<KeptLayout<Layout>>()((set, get) => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		const keep = (): void => {
			if (timer !== null) clearTimeout(timer);
			timer = null;
			const { layout } = get();
			const value = layout === first ? null : JSON.stringify(layout);
			// Not being kept for the next start is worth no words: the table is as it was arranged.
			void ask(api.settings.set.call({ key, value }));
		};
		const keepAtRest = (): void => {
			if (timer !== null) clearTimeout(timer);
			timer = setTimeout(keep, restMs);
		};
		return {
			layout: first,
			said: '',
			announce: (said) => set({ said }),
			take: (kept) => {
				if (timer === null) set({ layout: kept === null ? first : read(kept) });
			},
			change: (change, passing) => {
				set(({ layout }) => ({ layout: change(layout) }));
				if (passing === undefined) keep();
				else keepAtRest();
			},
			reset: () => {
				set({ layout: first });
				keep();
			},
		};
	});

/** As it was arranged when the app was open last. */
export const useTaken = (key: string, take: (kept: string | null) => void): void => {
	const { data } = useQuery(api.settings.get.queryOptions({ input: { key }, staleTime: Infinity }));
	useEffect(() => {
		if (data !== undefined) take(data);
	}, [data, take]);
};
