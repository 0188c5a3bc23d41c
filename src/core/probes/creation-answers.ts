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
