import type { Plan } from '#shared/plan.ts';
import { queries } from '../../api.ts';
import { causeTexts, guidedWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { copyText } from '../../ui/copy-text.ts';
import type { LinkCorrections } from '../links/link-templates.ts';
import { linkCorrections, openPage } from '../links/links.ts';
import { pageLink, type SitePlace } from '../links/page-links.ts';
import { sitePlace } from '../links/site-place.ts';
import { type GuidedTask, whatOpens } from './guided-tasks.ts';
import { useGuidedWork } from './guided-work.ts';

/** The page where the task begins: that of the first step that has one. */
export const taskLink = (task: GuidedTask, place: SitePlace, corrections: LinkCorrections | undefined): string | null => {
	const target = causeTexts[task.cause].fix[place.management].find(({ page }) => page !== undefined)?.page;
	if (target === undefined) return null;
	return pageLink(target, { ...place, email: task.scope === 'person' ? task.subject : null }, corrections);
};

const linkNow = (plan: Plan, task: GuidedTask): string | null => {
	return taskLink(task, sitePlace(plan.site, plan.desk.key), queries.getQueryData(linkCorrections.queryKey));
};

/** On the page's own line: a notice would lie over the buttons after every key. */
const say = (said: string): void => useGuidedWork.setState({ said });

/** What is typed into a page's search field: the address or the domain; the page itself where it is about the site. */
export const copyTask = async (plan: Plan, task: GuidedTask): Promise<void> => {
	const text = task.subject === '' ? linkNow(plan, task) : task.subject;
	if (text !== null) await copyText(text, words.common.copied(text), say);
};

/** Opens the page and has the address ready to be pasted there; says so where no page is known. */
export const openTask = async (plan: Plan, task: GuidedTask): Promise<void> => {
	const opens = whatOpens(task.remedy);
	if (opens === 'message' && task.unsettled === null) {
		goTo({ at: 'messages', planId: plan.id, domain: task.subject });
		return;
	}
	const url = linkNow(plan, task);
	await copyTask(plan, task);
	if (url !== null) await openPage(url);
	else say(opens === 'list' ? guidedWords.task.list : guidedWords.task.noPage);
};
