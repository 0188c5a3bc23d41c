import type { PersonEvidence } from '../evidence/evidence.ts';
import { creationRefused } from './no-account.ts';
import { type CauseRule, factsOf } from './rule.ts';

/** An answer that cannot be trusted settles nothing, and nothing may rest on it: such a row is claimed before all others. */
export const unreadableAnswer: CauseRule = (evidence) => {
	const facts = factsOf(evidence);
	const unreadable = facts.find((fact) => fact?.known === false && fact.why === 'unexpected');
	return unreadable ? { cause: 'undetermined', certainty: 'unknown', because: `an unexpected answer: ${unreadable.proof.asked}` } : null;
};

/** What the site said for itself when it refused. */
const wordsOf = (creation: PersonEvidence['creation']): string | null => {
	const answer = creation?.proof.answer;
	const said = typeof answer === 'object' && answer !== null && 'said' in answer ? answer.said : null;
	return typeof said === 'string' && said !== '' ? said : null;
};

/** What no rule claimed. Says which questions stayed open. */
export const undetermined: CauseRule = (evidence) => {
	const facts = factsOf(evidence);
	const open = facts.flatMap((fact) => (fact?.known === false ? [fact.proof.asked] : []));
	const settledBy = facts.flatMap((fact) => (fact?.known === false && fact.settledBy !== undefined ? [fact.settledBy] : []));
	if (creationRefused(evidence)) {
		const said = wordsOf(evidence.creation);
		const because =
			said === null ? 'the site refused to make the account and does not say why' : `the site refused to make the account: “${said}”`;
		return { cause: 'undetermined', certainty: 'unknown', because };
	}
	// A file is worth more than a list of questions: somebody can be asked for it.
	if (settledBy.length > 0) return { cause: 'undetermined', certainty: 'unknown', because: settledBy.join('; ') };
	return {
		cause: 'undetermined',
		certainty: 'unknown',
		because: open.length > 0 ? `not answered: ${open.join('; ')}` : 'the answers contradict each other',
	};
};
