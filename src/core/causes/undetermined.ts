import type { CauseRule } from './rule.ts';

/** An answer that cannot be trusted settles nothing, and nothing may rest on it: such a row is claimed before all others. */
export const unreadableAnswer: CauseRule = (evidence) => {
	const facts = [evidence.directory, evidence.jsmRole, evidence.manageable, evidence.portal, evidence.siteAccount, evidence.membership];
	const unreadable = facts.find((fact) => fact?.known === false && fact.why === 'unexpected');
	return unreadable ? { cause: 'undetermined', certainty: 'unknown', because: `an unexpected answer: ${unreadable.proof.asked}` } : null;
};

/** What no rule claimed. Says which questions stayed open. */
export const undetermined: CauseRule = (evidence) => {
	const facts = [evidence.directory, evidence.jsmRole, evidence.manageable, evidence.portal, evidence.siteAccount, evidence.membership];
	const open = facts.flatMap((fact) => (fact?.known === false ? [fact.proof.asked] : []));
	return {
		cause: 'undetermined',
		certainty: 'unknown',
		because: open.length > 0 ? `not answered: ${open.join('; ')}` : 'the answers contradict each other',
	};
};
