import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something the page on the screen can do, by its name. */
export interface Command {
	readonly id: string;
	readonly label: string;
	/** Left out where it acts on what is on the screen. */
	readonly kind?: 'setting';
	readonly run: () => void;
}

interface Commands {
	readonly offered: readonly Command[];
	offer(command: Command): void;
	withdraw(id: string): void;
}

export const useCommands = create<Commands>()((set) => ({
	offered: [],
	offer: (command) => set(({ offered }) => ({ offered: [...offered.filter(({ id }) => id !== command.id), command] })),
	withdraw: (id) => set(({ offered }) => ({ offered: offered.filter((command) => command.id !== id) })),
}));

/** Offers what a button of the page does to those who type what they want; for as long as it can be done. */
export const useCommand = ({ id, label, kind, isOffered = true, run }: Command & { readonly isOffered?: boolean }): void => {
	const newest = useRef(run);
	useEffect(() => {
		newest.current = run;
	});
	useEffect(() => {
		if (!isOffered) return;
		const { offer, withdraw } = useCommands.getState();
		offer({ id, label, ...(kind === undefined ? {} : { kind }), run: () => newest.current() });
		return () => withdraw(id);
	}, [id, label, kind, isOffered]);
};
