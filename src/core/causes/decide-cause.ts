import { causeCatalogue } from '#shared/causes.ts';
import type { EvidenceItem, Json, Verdict } from '#shared/verdict.ts';
import { domainOf, type LocalEvidence, type PersonEvidence } from '../evidence/evidence.ts';
import { evidenceTopic } from '../evidence/evidence-topic.ts';
import { handCheckItem, handCheckText, withHandChecks } from '../evidence/hand-checks.ts';
import { inferenceText } from '../evidence/inference-text.ts';
import { compactFacts, expandFacts, type FactsOf, type PersonFacts } from '../evidence/person-facts.ts';
import { rulesInOrder } from './order.ts';
import { factsOf, type Ruling } from './rule.ts';

const verdictOf = (ruling: Ruling, evidence: readonly EvidenceItem[], at: string, suggestion: string | null): Verdict => ({
	cause: ruling.cause,
	certainty: ruling.certainty,
	remedy: causeCatalogue[ruling.cause].remedy,
	evidence:
		ruling.because === undefined
			? evidence
			: [...evidence, { asked: 'what follows from it', source: `rule:${ruling.cause}`, answer: ruling.because, at }],
	...(suggestion === null ? {} : { suggestion }),
});

/** What the text of the row alone settles: an address that is none, or one that stood earlier in the list. */
export const decideLocally = ({ read, original, repeats, at }: LocalEvidence): Verdict | null => {
	if (!read.valid) {
		const answer: Json = { problem: read.problem, ...read.details };
		return verdictOf(
			{ cause: 'invalid-address', certainty: 'proven' },
			[{ asked: `is "${original.slice(0, 200)}" an address`, source: 'list', answer, at }],
			at,
			null,
		);
	}
	if (repeats === null) return null;
	return verdictOf(
		{ cause: 'repeated-row', certainty: 'proven' },
		[{ asked: `${read.address} earlier in the list`, source: 'list', answer: { row: repeats }, at }],
		at,
		null,
	);
};

const accessItem = ({ access, address, at }: PersonEvidence): EvidenceItem => ({
	asked: 'customer access of the site',
	source: access.origin,
	answer: {
		internal: access.internal,
		approvedDomains: access.approvedDomains,
		external: access.external,
		allowedDomains: access.allowedDomains,
		...(access.inferred ? { inferred: inferenceText(access.inferred, domainOf(address)) } : {}),
	},
	at: access.at ?? at,
});

const restsOnAccess = new Set(['customer-access-closed', 'domain-not-approved', 'ready-new', 'probable-typo']);

const claimOf = (evidence: PersonEvidence): Ruling => {
	for (const rule of rulesInOrder) {
		const claim = rule(evidence);
		if (claim) return claim;
	}
	throw new Error('the last rule claims every row');
};

/**
 * Cause and certainty alone: what a what-if needs. A person's word settles what no answer does, and nothing that an answer has
 * settled; whatever rests on it is likely at most.
 */
export const firstClaim = (evidence: PersonEvidence): Ruling => {
	const told = claimOf(evidence);
	const { byHand = [] } = evidence;
	if (byHand.length === 0 || told.certainty === 'proven') return told;
	const ruling = claimOf(withHandChecks(evidence));
	if (ruling.cause === told.cause && ruling.certainty === told.certainty && ruling.because === told.because) return told;
	const because = [...byHand.map(handCheckText), ...(ruling.because === undefined ? [] : [ruling.because])].join('; ');
	return { ...ruling, certainty: ruling.certainty === 'unknown' ? 'unknown' : 'likely', because };
};

/** Whether a ruling is what it is because of what customer access says. */
export const dependsOnAccess = ({ cause, restsOnAccess: isSaid }: Ruling): boolean => restsOnAccess.has(cause) || isSaid === true;

const completed = (evidence: PersonEvidence, ruling: Ruling, proofs: readonly EvidenceItem[]): Verdict => {
	const checks = (evidence.byHand ?? []).map((check) => handCheckItem(evidence.address, check));
	const access = dependsOnAccess(ruling) ? [accessItem(evidence)] : [];
	return verdictOf(ruling, [...proofs, ...checks, ...access], evidence.at, evidence.suggestion);
};

/** Evidence → verdict. Pure: the same evidence gives the same verdict, live, offline and in a what-if. */
export const decideCause = (evidence: PersonEvidence): Verdict => {
	const ruling = firstClaim(evidence);
	const proofs = factsOf(evidence).flatMap((fact) => (fact === null ? [] : [fact.proof, ...(fact.besides ?? [])]));
	return completed(evidence, ruling, proofs);
};

const isAnswer = ({ asked }: EvidenceItem): boolean => !['by-hand', 'access', 'inference'].includes(evidenceTopic(asked));

/** A verdict from kept facts and the answers of the one before: nothing is asked (ADR 14). `at`: when it is judged again. */
export const judgeAgain = (facts: PersonFacts, person: FactsOf, at: string): { readonly verdict: Verdict; readonly facts: PersonFacts } => {
	const evidence = { ...expandFacts(facts, person), at };
	const answers = (person.proofs ?? []).filter(isAnswer);
	return { verdict: completed(evidence, firstClaim(evidence), answers), facts: compactFacts(evidence) };
};
