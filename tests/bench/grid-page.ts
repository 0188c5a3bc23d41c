/** What of the table must be seen before an answer to an input counts as shown. Run inside the page. */
export type Shown =
	| { readonly kind: 'filtered'; readonly cause: string }
	| { readonly kind: 'all'; readonly count: number }
	| { readonly kind: 'found'; readonly text: string }
	| { readonly kind: 'sorted'; readonly column: string; readonly direction: 'ascending' | 'descending' };

declare global {
	interface Window {
		/** From the last key press or click to the frame in which the table showed what it was for. */
		awaitShown: (shown: Shown) => void;
		shownAfterMs: Promise<number>;
		measureFrames: (durationMs: number, scrollPxPerFrame: number) => Promise<{ readonly frames: number[]; readonly mostNodes: number }>;
	}
}

export const installMeasures = (): void => {
	const patienceMs = 5000;
	let inputAt = 0;
	let firstId: string | undefined;
	for (const type of ['keydown', 'pointerdown']) addEventListener(type, ({ timeStamp }) => (inputAt = timeStamp), true);

	const grid = () => document.querySelector<HTMLElement>('[role=grid]');
	/** The lines that can be seen; `null` while one of them is still on its way. */
	const linesInSight = (): readonly HTMLElement[] | null => {
		const element = grid();
		if (element === null) return null;
		const box = element.getBoundingClientRect();
		const lines = [...element.querySelectorAll<HTMLElement>('[data-position]')].filter((line) => {
			const { top, bottom } = line.getBoundingClientRect();
			return bottom > box.top + 32 && top < box.bottom;
		});
		return lines.length > 0 && lines.every((line) => line.querySelector('[data-column=email]') !== null) ? lines : null;
	};
	const cell = (line: HTMLElement, column: string): string =>
		(line.querySelector<HTMLElement>(`[data-column=${column}]`)?.textContent ?? '').split(' →')[0]?.toLowerCase() ?? '';
	const isShown = (shown: Shown): boolean => {
		const lines = linesInSight();
		if (lines === null) return false;
		const byPosition = lines.toSorted((a, b) => Number(a.dataset['position']) - Number(b.dataset['position']));
		if (shown.kind === 'filtered') return byPosition.every((line) => cell(line, 'cause') === shown.cause.toLowerCase());
		if (shown.kind === 'all') return grid()?.getAttribute('aria-rowcount') === String(shown.count + 1);
		if (shown.kind === 'found') return byPosition.every((line) => line.textContent?.toLowerCase().includes(shown.text));
		const head = grid()?.querySelector(`[role=columnheader][data-column=${shown.column}]`);
		if (head?.getAttribute('aria-sort') !== shown.direction) return false;
		const texts = byPosition.map((line) => cell(line, shown.column));
		const sorted = texts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
		if (shown.direction === 'descending') sorted.reverse();
		return byPosition[0]?.dataset['id'] !== firstId && texts.every((text, index) => text === sorted[index]);
	};
	window.awaitShown = (shown) => {
		inputAt = 0;
		firstId = grid()?.querySelector<HTMLElement>('[data-position="0"]')?.dataset['id'];
		window.shownAfterMs = new Promise((resolve, reject) => {
			setTimeout(() => reject(new Error(`not shown: ${JSON.stringify(shown)}`)), patienceMs);
			const look = (): void => {
				if (inputAt === 0 || !isShown(shown)) return;
				observer.disconnect();
				// The frame that shows it is painted once a task runs after its animation callbacks.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.addEventListener('message', () => {
						port1.close();
						resolve(performance.now() - inputAt);
					});
					port1.start();
					port2.postMessage(null);
				});
			};
			const observer = new MutationObserver(look);
			observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
		});
	};
	window.measureFrames = (durationMs, scrollPxPerFrame) =>
		new Promise((resolve) => {
			const frames: number[] = [];
			let mostNodes = 0;
			let last: number | null = null;
			let direction = 1;
			const startedAt = performance.now();
			const step = (at: number): void => {
				if (last !== null) frames.push(at - last);
				last = at;
				const element = grid();
				if (element !== null && scrollPxPerFrame > 0) {
					const end = element.scrollHeight - element.clientHeight;
					if (element.scrollTop >= end) direction = -1;
					else if (element.scrollTop <= 0) direction = 1;
					element.scrollTop += direction * scrollPxPerFrame;
				}
				if (frames.length % 10 === 0) mostNodes = Math.max(mostNodes, document.querySelectorAll('*').length);
				if (at - startedAt >= durationMs) resolve({ frames, mostNodes });
				else requestAnimationFrame(step);
			};
			requestAnimationFrame(step);
		});
};
