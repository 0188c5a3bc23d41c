/** Whose keyboard has ⌘ where others have Ctrl. */
export const isMac = /mac/i.test(navigator.platform);

/** The key is for text that is being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
	(target instanceof HTMLInputElement && target.type !== 'checkbox') ||
	target instanceof HTMLTextAreaElement ||
	target instanceof HTMLSelectElement;

/** The key is for the dialogue that lies over the page. */
export const isInDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[role=dialog]') !== null;

/** What begins a search where nothing else is typed into. */
export const isLetter = (key: string): boolean => /^[\p{L}\p{N}@._+-]$/u.test(key);
