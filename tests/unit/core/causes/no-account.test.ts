import { describe, expect, it } from 'vitest';
import { hasNoAccount, seemsToHaveNoAccount } from '#core/causes/no-account.ts';
import { jiraUser, known, personEvidence, portalRecord, unanswered } from '../../../support/evidence.ts';
import { fc } from '../../../support/properties.ts';

describe('having no account', () => {
	it('takes a directory and a sweep that answered "nobody"', () => {
		expect(hasNoAccount(personEvidence())).toBe(true);
		expect(hasNoAccount(personEvidence({ directory: unanswered('not-asked') }))).toBe(false);
		expect(hasNoAccount(personEvidence({ portal: unanswered('hidden') }))).toBe(false);
		expect(hasNoAccount(personEvidence({ portal: known(portalRecord(false)) }))).toBe(false);
	});

	it('only seems so where portal-only accounts are hidden, and not where nobody asked', () => {
		expect(seemsToHaveNoAccount(personEvidence({ portal: unanswered('hidden') }))).toBe(true);
		expect(seemsToHaveNoAccount(personEvidence({ portal: unanswered('not-asked') }))).toBe(false);
		expect(seemsToHaveNoAccount(personEvidence({ portal: unanswered('hidden'), siteAccount: known(jiraUser()) }))).toBe(false);
	});

	it('is never both certain and seeming', () => {
		const why = fc.constantFrom('not-asked' as const, 'hidden' as const, 'unexpected' as const);
		const portal = fc.oneof(
			fc.constantFrom(known(null), known(portalRecord(true)), known(portalRecord(false))),
			why.map((one) => unanswered(one)),
		);
		fc.assert(
			fc.property(portal, (fact) => {
				const evidence = personEvidence({ portal: fact });
				expect(hasNoAccount(evidence) && seemsToHaveNoAccount(evidence)).toBe(false);
			}),
		);
	});
});
