import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api.ts';
import { findTemplateProblem, type LinkCorrections, type LinkId, linkIds } from './link-templates.ts';
import { words } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';

const settingOf = (id: LinkId): string => `link.${id}`;

/** Templates that this machine's user corrected. */
export const linkCorrections = queryOptions({
	queryKey: [...api.settings.get.key(), 'links'],
	queryFn: async (): Promise<LinkCorrections> => {
		const stored = await Promise.all(linkIds.map(async (id) => [id, await api.settings.get.call({ key: settingOf(id) })] as const));
		// One that does not hold any more (rules can grow stricter) is as good as none.
		return Object.fromEntries(stored.filter(([, template]) => template !== null && findTemplateProblem(template) === null));
	},
	staleTime: Infinity,
	// Without them the links are as they are known.
	meta: { failure: 'in place' },
});

/** `null` forgets a correction: the default holds again. */
export const storeLink = (id: LinkId, template: string | null): Promise<null> =>
	api.settings.set.call({ key: settingOf(id), value: template });

/** Opens a page of Atlassian in the person's browser; where that cannot be done, says the address to copy. */
export const openPage = async (url: string): Promise<void> => {
	const answer = await ask(api.app.openLink.call({ url }));
	if (!answer.ok) showInfo(words.detail.copyLink(url));
};
