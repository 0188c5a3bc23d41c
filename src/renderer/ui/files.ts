import type { Outcome } from '#shared/outcome.ts';
import type { WindowFailure } from '../messages.ts';
import { showFailure, showInfo } from './notices.ts';

const followAsDownload = (href: string, name: string): void => {
	const link = document.createElement('a');
	link.href = href;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
};

/** Has the browser fetch and save a file that waits on our own origin, under the name it comes with. */
export const downloadFrom = (path: string): void => followAsDownload(path, '');

/** Hands a file to the browser to save; where it goes is the person's to say. */
export const saveFile = (name: string, type: string, text: string): void => {
	const url = URL.createObjectURL(new Blob([text], { type }));
	followAsDownload(url, name);
	// Not at once: the download reads it after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** The same for a text that was asked for; says what became of it. */
export const saveAnswer = (name: string, type: string, answer: Outcome<string, WindowFailure>, said: string): void => {
	if (!answer.ok) {
		showFailure(answer.failure);
		return;
	}
	saveFile(name, type, answer.value);
	showInfo(said);
};

/** A file, or a piece of one, as it is now: its bytes in memory. Rejects where it cannot be read any more. */
export const readFile = async (file: Blob): Promise<File> => new File([await file.arrayBuffer()], '');
