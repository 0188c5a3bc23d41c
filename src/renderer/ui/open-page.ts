import { api, ask } from '../api.ts';
import { words } from '../messages.ts';
import { showInfo } from './notices.ts';

/** Opens a page of Atlassian in the person's browser; where that cannot be done, says the address to copy. */
export const openPage = async (url: string): Promise<void> => {
	const answer = await ask(api.app.openLink.call({ url }));
	if (!answer.ok) showInfo(words.detail.copyLink(url));
};
