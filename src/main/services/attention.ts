/** What a host can do beside its window, for those who look elsewhere. */
export interface Attention {
	/** A share of 1; `null` takes it away. */
	showProgress(share: number | null): void;
	/** False where nothing could be said. */
	notify(title: string, body: string): boolean;
}

/** A browser's page does that itself, and the command line has no window. */
export const noAttention: Attention = { showProgress: () => undefined, notify: () => false };
