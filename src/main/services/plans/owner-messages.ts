import type { PlanStore } from '#core/plans/plan-store.ts';
import { writeOwnerMessages } from '#core/remedies/owner-message.ts';
import type { Asked } from '#shared/contract.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { type MessageTemplate, templateKey } from '#shared/owner-messages.ts';
import type { OwnerMessage } from '#shared/plan.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';

interface Parts {
	readonly plans: Pick<PlanStore, 'plan' | 'allRows' | 'messagesSent'>;
	readonly settings: Pick<SettingsStore, 'get'>;
}

/** In the words of this machine's user, or else in ours. */
const templateFor = async ({ settings }: Parts, { to, language }: Asked['plans']['messages']): Promise<Outcome<MessageTemplate>> => {
	const { messagesIn } = await import('#shared/messages/messages.ts');
	const usual = messagesIn(language).ownerTemplates[to];
	const subject = settings.get(templateKey(to, 'subject'));
	if (!subject.ok) return subject;
	const body = settings.get(templateKey(to, 'body'));
	return body.ok ? done({ subject: subject.value ?? usual.subject, body: body.value ?? usual.body }) : body;
};

/** What to write about the accounts of a plan that other organisations manage, one message a domain. */
export const ownerMessages = async (parts: Parts, asked: Asked['plans']['messages']): Promise<Outcome<readonly OwnerMessage[]>> => {
	const plan = parts.plans.plan(asked.planId);
	if (!plan.ok) return plan;
	const template = await templateFor(parts, asked);
	if (!template.ok) return template;
	const { id, site, desk } = plan.value;
	const place = { site: new URL(site.url).host, desk: desk.name, organisation: asked.organisation ?? site.name };
	const sent = new Map(
		parts.plans
			.messagesSent(id)
			.filter(({ to }) => to === asked.to)
			.map(({ domain, user, at }) => [domain, { user, at }]),
	);
	const written = writeOwnerMessages(parts.plans.allRows(id), template.value, place);
	return done(
		written.map((message) => {
			const said = sent.get(message.domain);
			return said === undefined ? message : { ...message, sent: said };
		}),
	);
};
