import { create } from 'zustand';
import { isInDialog } from '../../ui/key-targets.ts';

interface Palette {
	readonly isOpen: boolean;
	open(): void;
	/** Gives the focus back, then does what was chosen: what that opens has the focus last. */
	close(then?: () => void): void;
}

export const usePalette = create<Palette>()((set, get) => {
	let before: Element | null = null;
	return {
		isOpen: false,
		open: () => {
			// Another dialogue has to be answered first.
			if (get().isOpen || isInDialog(document.activeElement)) return;
			before = document.activeElement;
			set({ isOpen: true });
		},
		close: (then) => {
			if (!get().isOpen) return;
			set({ isOpen: false });
			requestAnimationFrame(() => {
				if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
				before = null;
				then?.();
			});
		},
	};
});
