import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { RareQuestions } from '../evidence/rare-questions.ts';
import { inactiveOf } from './portal-sample.ts';
import type { Probe } from './probe.ts';

type Resolved = 'resolved' | 'refused' | 'not-answered';

const resolve = async (rare: RareQuestions, email: string): Promise<Resolved> => {
	const asked = await rare.reporter(email);
	if (asked.ok) return 'resolved';
	if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
	return asked.failure.code === 'call-refused' && asked.failure.details['status'] === 400 ? 'refused' : 'not-answered';
};

/**
 * Does a search for requests by their reporter resolve an inactive portal-only customer? Held against an address that
 * nobody has: a site that takes that one too tells nothing. Source: atlassian-api.md 5 and 12.4.
 */
export const reporterFindsInactive: Probe = {
	id: 'reporter-finds-inactive',
	look: async ({ sample, rare, nobody }) => {
		const [person] = inactiveOf(await sample());
		if (person === undefined) return { answer: 'open', reason: 'nobody-to-tell-by' };
		const found = await resolve(rare, person.email);
		if (found === 'not-answered') return { answer: 'open', reason: 'not-answered' };
		if (found === 'refused') return { answer: 'no', reason: 'refused' };
		return (await resolve(rare, nobody)) === 'refused' ? { answer: 'yes', reason: 'seen' } : { answer: 'open', reason: 'not-told-apart' };
	},
};
