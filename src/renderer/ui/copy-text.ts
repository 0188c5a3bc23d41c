import { words } from '../messages/words.ts';
import { showInfo, useNotices } from './notices.ts';

/** Where the clipboard's own interface is denied (the desktop window grants no permission at all), the old command still copies. */
const copyBySelection = (text: string): boolean => {
	const focused = document.activeElement;
	const field = document.createElement('textarea');
	field.value = text;
	field.setAttribute('aria-hidden', 'true');
	field.className = 'offscreen';
	document.body.append(field);
	field.select();
	const isCopied = document.execCommand('copy');
	field.remove();
	if (focused instanceof HTMLElement) focused.focus();
	return isCopied;
};

/** Copies, and says so where `say` says things; where it cannot be copied, shows the text to be copied by hand. */
export const copyText = async (text: string, said: string, say: (said: string) => void = showInfo): Promise<void> => {
	let isCopied = true;
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		isCopied = copyBySelection(text);
	}
	if (isCopied) say(said);
	else useNotices.getState().add({ tone: 'danger', happened: words.common.notCopied, next: text });
};
