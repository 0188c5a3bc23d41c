import { words } from '../messages.ts';
import { showInfo, useNotices } from './notices.ts';

/**
 * Where the clipboard's own interface is denied (the desktop window grants no permission at all), the old command still
 * copies. It is handed the text itself: a field with 8 MB in it to be selected would hold up the window for many seconds.
 */
const copyByCommand = (text: string): boolean => {
	let isTaken = false;
	const fill = (event: ClipboardEvent): void => {
		if (event.clipboardData === null) return;
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
		event.stopImmediatePropagation();
		isTaken = true;
	};
	document.addEventListener('copy', fill, true);
	const isDone = document.execCommand('copy');
	document.removeEventListener('copy', fill, true);
	return isDone && isTaken;
};

/** False where the clipboard takes nothing. */
export const putOnClipboard = async (text: string): Promise<boolean> => {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyByCommand(text);
	}
};

/** Copies, and says so where `say` says things; where it cannot be copied, shows the text to be copied by hand. */
export const copyText = async (text: string, said: string, say: (said: string) => void = showInfo): Promise<void> => {
	if (await putOnClipboard(text)) say(said);
	else useNotices.getState().add({ tone: 'danger', happened: words.common.notCopied, next: text });
};
