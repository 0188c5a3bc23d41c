import { create } from 'zustand';
import type { OwnerMessage, Plan } from '#shared/plan.ts';
import { ask } from '../../client.ts';
import { type WindowFailure, defaultTemplate } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import type { MessageTemplate } from './message-template.ts';

interface OwnerMessages {
	readonly planId: string | null;
	readonly plan: Plan | null;
	readonly messages: readonly OwnerMessage[] | null;
	readonly template: MessageTemplate;
	readonly failure: WindowFailure | null;
	open(planId: string): Promise<void>;
	leave(): void;
	/** Stores the text for every plan of this machine. False where that failed, and says why. */
	saveTemplate(template: MessageTemplate): Promise<boolean>;
}

const parts = ['subject', 'body'] as const;

const atStart = { plan: null, messages: null, template: defaultTemplate, failure: null } as const;

export const useOwnerMessages = create<OwnerMessages>()((set, get) => ({
	planId: null,
	...atStart,
	open: async (planId) => {
		if (get().planId !== planId) set({ ...atStart, planId });
		const [plan, messages, subject, body] = await Promise.all([
			ask((client) => client.plans.get({ planId })),
			ask((client) => client.plans.messages({ planId })),
			ask((client) => client.settings.get({ key: 'message.subject' })),
			ask((client) => client.settings.get({ key: 'message.body' })),
		]);
		if (get().planId !== planId) return;
		if (!plan.ok || !messages.ok) {
			const failure = plan.ok ? (messages.ok ? null : messages.failure) : plan.failure;
			if (failure !== null && failure.code !== 'connection-lost') set({ failure });
			return;
		}
		set({
			plan: plan.value,
			messages: messages.value,
			failure: null,
			template: {
				subject: (subject.ok ? subject.value : null) ?? defaultTemplate.subject,
				body: (body.ok ? body.value : null) ?? defaultTemplate.body,
			},
		});
	},
	leave: () => set({ ...atStart, planId: null }),
	saveTemplate: async (template) => {
		for (const part of parts) {
			// What is as it came is not stored: a better default of a later version then holds.
			const value = template[part] === defaultTemplate[part] ? null : template[part];
			const answer = await ask((client) => client.settings.set({ key: `message.${part}`, value }));
			if (!answer.ok) {
				showFailure(answer.failure);
				return false;
			}
		}
		set({ template });
		return true;
	},
}));
