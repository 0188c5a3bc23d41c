import { useQuery } from '@tanstack/react-query';
import { api, ask, queries } from '../../api.ts';
import { defaultTemplate } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import type { MessageTemplate } from './message-template.ts';

const parts = ['subject', 'body'] as const;

const settingOf = (part: (typeof parts)[number]) => ({ key: `message.${part}` });
const partOptions = (part: (typeof parts)[number]) => api.settings.get.queryOptions({ input: settingOf(part) });

/** The text as somebody corrected it; `undefined` until it has come. */
export const useTemplate = (): MessageTemplate | undefined => {
	const subject = useQuery(partOptions('subject'));
	const body = useQuery(partOptions('body'));
	if (subject.isPending || body.isPending) return undefined;
	return { subject: subject.data ?? defaultTemplate.subject, body: body.data ?? defaultTemplate.body };
};

/** Stores the text for every plan of this machine. False where that failed, and says why. */
export const saveTemplate = async (template: MessageTemplate): Promise<boolean> => {
	for (const part of parts) {
		// What is as it came is not stored: a better default of a later version then holds.
		const value = template[part] === defaultTemplate[part] ? null : template[part];
		const answer = await ask(api.settings.set.call({ ...settingOf(part), value }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return false;
		}
		queries.setQueryData(partOptions(part).queryKey, value);
	}
	return true;
};
