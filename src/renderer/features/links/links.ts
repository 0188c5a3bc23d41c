import { create } from 'zustand';
import { ask } from '../../client.ts';
import { showFailure } from '../../ui/notices.ts';
import { findTemplateProblem, type LinkCorrections, type LinkId, linkIds } from './link-templates.ts';

interface Links {
	/** Templates that this machine's user corrected. */
	readonly corrections: LinkCorrections;
	load(): Promise<void>;
	/** Stores a template, or forgets it (`null`): the default holds again. False where that failed, and says why. */
	save(id: LinkId, template: string | null): Promise<boolean>;
}

const settingOf = (id: LinkId): string => `link.${id}`;

export const useLinks = create<Links>()((set) => ({
	corrections: {},
	load: async () => {
		const stored = await Promise.all(
			linkIds.map(async (id) => [id, await ask((client) => client.settings.get({ key: settingOf(id) }))] as const),
		);
		const corrections: Partial<Record<LinkId, string>> = {};
		for (const [id, answer] of stored) {
			// One that does not hold any more (rules can grow stricter) is as good as none.
			if (answer.ok && answer.value !== null && findTemplateProblem(answer.value) === null) corrections[id] = answer.value;
		}
		set({ corrections });
	},
	save: async (id, template) => {
		const answer = await ask((client) => client.settings.set({ key: settingOf(id), value: template }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return false;
		}
		set(({ corrections }) => {
			const next = { ...corrections };
			if (template === null) delete next[id];
			else next[id] = template;
			return { corrections: next };
		});
		return true;
	},
}));
