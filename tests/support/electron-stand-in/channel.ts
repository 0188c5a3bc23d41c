/** What the stand-in tells the test that started it, over the channel of the process. */
export type Told =
	/** Chromium is up; the window waits for `start`, so that nothing is missed. */
	| { readonly tells: 'endpoint'; readonly endpoint: string }
	/** A dialogue or a menu is open. It is closed by `answer`. */
	| { readonly tells: 'asked'; readonly id: number; readonly what: Question; readonly options: unknown }
	/** What was done to the system: shown, opened, kept awake. */
	| { readonly tells: 'done'; readonly what: string; readonly value: unknown };

/** The app, its last window, that one's page, or its sign in the tray. */
export type Raised = 'app' | 'window' | 'page' | 'tray';

export type Question = 'save' | 'message' | 'error' | 'menu';

/** What a test does, in the place of a person or of the system. */
export type Act =
	| { readonly does: 'start' }
	| { readonly does: 'answer'; readonly id: number; readonly value: unknown }
	/** Chooses an item of the menu by the labels that lead to it. */
	| { readonly does: 'choose'; readonly labels: readonly string[] }
	| { readonly does: 'raise'; readonly on: Raised; readonly event: string; readonly args: readonly unknown[] }
	| { readonly does: 'set-proxies'; readonly list: string }
	| { readonly does: 'close-window' }
	| { readonly does: 'crash-page' };

export const isTested = process.env['ELECTRON_STAND_IN_TESTED'] === '1';

export const tell = (told: Told): void => {
	if (isTested && process.connected) process.send?.(told);
};

export const report = (what: string, value: unknown = null): void => tell({ tells: 'done', what, value });

let lastId = 0;
const open = new Map<number, (value: unknown) => void>();

/** Resolves to what the test answers; without a test, to `unanswered`. */
export const ask = async <T>(what: Question, options: unknown, unanswered: T): Promise<T> => {
	if (!isTested) return unanswered;
	lastId += 1;
	const id = lastId;
	const answer = new Promise<unknown>((resolve) => open.set(id, resolve));
	tell({ tells: 'asked', id, what, options: JSON.parse(JSON.stringify(options)) });
	return (await answer) as T;
};

export const onAct = (act: (act: Exclude<Act, { does: 'answer' }>) => void): void => {
	if (!isTested) return;
	process.on('message', (message: Act) => {
		if (message.does !== 'answer') act(message);
		else {
			open.get(message.id)?.(message.value);
			open.delete(message.id);
		}
	});
	// The channel alone keeps no process alive: Electron's would end with its app.
	process.channel?.unref();
};
