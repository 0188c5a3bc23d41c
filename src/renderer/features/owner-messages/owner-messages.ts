import { useQuery } from '@tanstack/react-query';
import { type MessageTemplate, type OwnerAudience, templateKey } from '#shared/owner-messages.ts';
import { api, ask, queries } from '../../api.ts';
import { ownerTemplates } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';

const parts = ['subject', 'body'] as const;

const partOptions = (to: OwnerAudience, part: (typeof parts)[number]) =>
	api.settings.get.queryOptions({ input: { key: templateKey(to, part) } });

/** The text as somebody corrected it; `undefined` until it has come. */
export const useTemplate = (to: OwnerAudience): MessageTemplate | undefined => {
	const subject = useQuery(partOptions(to, 'subject'));
	const body = useQuery(partOptions(to, 'body'));
	if (subject.isPending || body.isPending) return undefined;
	return { subject: subject.data ?? ownerTemplates[to].subject, body: body.data ?? ownerTemplates[to].body };
};

/** Stores the text for every plan of this machine, and has the messages written anew. False where that failed, and says why. */
export const saveTemplate = async (to: OwnerAudience, template: MessageTemplate): Promise<boolean> => {
	for (const part of parts) {
		// What is as it came is not stored: a better default of a later version then holds.
		const value = template[part] === ownerTemplates[to][part] ? null : template[part];
		const answer = await ask(api.settings.set.call({ key: templateKey(to, part), value }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return false;
		}
		queries.setQueryData(partOptions(to, part).queryKey, value);
	}
	await queries.invalidateQueries({ queryKey: api.plans.messages.key() });
	return true;
};
