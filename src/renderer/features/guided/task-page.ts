import type { Plan } from '#shared/plan.ts';
import type { SiteInfo } from '#shared/run.ts';
import { causeTexts, guidedWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { copyText } from '../../ui/copy-text.ts';
import { openPage } from '../../ui/open-page.ts';
import type { LinkCorrections } from '../links/link-templates.ts';
import { useLinks } from '../links/links.ts';
import { pageLink, placeOf } from '../links/page-links.ts';
import { useChosenStyles } from '../links/use-site-place.ts';
import { useSites } from '../sites/sites.ts';
import { type GuidedTask, whatOpens } from './guided-tasks.ts';
import { useGuidedWork } from './guided-work.ts';

/** The page where the task begins: that of the first step that has one. */
export const taskLink = (task: GuidedTask, place: Parameters<typeof pageLink>[1], corrections: LinkCorrections): string | null => {
	const target = causeTexts[task.cause].fix[place.management].find(({ page }) => page !== undefined)?.page;
	if (target === undefined) return null;
	return pageLink(target, { ...place, email: task.scope === 'person' ? task.subject : null }, corrections);
};

const linkNow = (plan: Plan, task: GuidedTask): string | null => {
	const { sites, checks } = useSites.getState();
	const info: SiteInfo | undefined = sites?.find(({ name }) => name === plan.site.name);
	const known = checks.get(plan.site.name);
	const check = known?.state === 'answered' ? known.check : null;
	const style = useChosenStyles.getState().styles[plan.site.name] ?? info?.management ?? 'centralized';
	return taskLink(task, placeOf(plan.site.url, plan.desk.key, info, check, style), useLinks.getState().corrections);
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
