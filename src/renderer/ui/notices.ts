import { create } from 'zustand';
import { failureText, type WindowFailure } from '../messages.ts';
import { type FailurePlace, placeOfFailure } from './failure-place.ts';

export interface Notice {
	readonly id: number;
	readonly tone: 'danger' | 'info';
	readonly happened: string;
	readonly kept?: string;
	readonly next?: string;
	/** Where it is mended, where that is a page of ours. */
	readonly place?: FailurePlace;
	/** What failed: once that succeeds, there is nothing left to say. */
	readonly about?: string;
}

interface Notices {
	readonly shown: readonly Notice[];
	add(notice: Omit<Notice, 'id'>): void;
	remove(id: number): void;
	/** What was about this is mended. */
	mended(about: string): void;
}

const mostShown = 4;
let lastId = 0;

export const useNotices = create<Notices>()((set) => ({
	shown: [],
	add: (notice) =>
		set(({ shown }) => {
			lastId += 1;
			// The same thing twice is said once: a failing watch must not fill the screen.
			const others = shown.filter(({ happened }) => happened !== notice.happened);
			return { shown: [...others, { ...notice, id: lastId }].slice(-mostShown) };
		}),
	mended: (about) =>
		set(({ shown }) =>
			shown.some((notice) => notice.about === about) ? { shown: shown.filter((notice) => notice.about !== about) } : { shown },
		),
	remove: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
}));

export const showFailure = (failure: WindowFailure, about?: string): void => {
	// The banner says this one, for as long as it lasts.
	if (failure.code === 'connection-lost') return;
	const place = placeOfFailure(failure);
	useNotices.getState().add({
		tone: 'danger',
		...failureText(failure),
		...(place === null ? {} : { place }),
		...(about === undefined ? {} : { about }),
	});
};

export const showInfo = (happened: string): void => {
	useNotices.getState().add({ tone: 'info', happened });
};
