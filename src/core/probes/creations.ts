import { admitsBySettings } from '../evidence/customer-access.ts';
import type { Probe } from './probe.ts';

/**
 * What does the site answer when an account is to be made for somebody who is blocked? Only real attempts show it, and
 * the journal has them. Source: atlassian-api.md 12.1.
 */
export const creationAnswers: Probe = {
	id: 'creation-answers',
	look: async ({ creationAnswers: answers }) =>
		answers.length === 0
			? { answer: 'open', reason: 'nothing-watched' }
			: { answer: 'yes', reason: 'seen', details: { answers: answers.map((answer) => ({ ...answer })) } },
};

/**
 * Does making an account obey Internal and External, and does it ever make an Atlassian account? Real attempts since the
 * settings were declared are held against them. Source: atlassian-api.md 12.5.
 */
export const creationObeysAccess: Probe = {
	id: 'creation-obeys-access',
	look: async ({ creations, declared }) => {
		const since = creations.filter(({ at }) => declared.at !== null && at > declared.at);
		const judged = since.map(({ domain, outcome }) => ({
			admission: admitsBySettings(declared, domain),
			isRefused: outcome === 'refused',
		}));
		const kept = judged.filter(({ admission, isRefused }) =>
			admission === 'admitted' ? !isRefused : admission !== 'unknown' && isRefused,
		);
		const broken = judged.filter(({ admission, isRefused }) =>
			admission === 'admitted' ? isRefused : admission !== 'unknown' && !isRefused,
		);
		const atlassianAccounts = creations.filter(({ outcome }) => outcome === 'created-atlassian').length;
		const details = { kept: kept.length, broken: broken.length, atlassianAccounts };
		if (kept.length + broken.length === 0) return { answer: 'open', reason: 'nothing-watched', details };
		return broken.length > 0 ? { answer: 'no', reason: 'contradicted', details } : { answer: 'yes', reason: 'seen', details };
	},
};
