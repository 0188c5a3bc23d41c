import { describe, expect, it } from 'vitest';
import { decideCause, judgeAgain } from '#core/causes/decide-cause.ts';
import type { Fact, PersonEvidence } from '#core/evidence/evidence.ts';
import { countingChecks, offeredChecks } from '#core/evidence/hand-checks.ts';
import { compactFacts } from '#core/evidence/person-facts.ts';
import type { HandCheckEntry } from '#shared/hand-checks.ts';
import { anyEvidence, checksByHand } from '../../../support/any-evidence.ts';
import { handCheck, known, openAccess, personEvidence, personWithEntry, someTime, unanswered } from '../../../support/evidence.ts';
import { fc } from '../../../support/properties.ts';

const off = { status: 'deactivated', accountStatus: 'inactive', claimStatus: 'unmanaged' } as const;
const forbidden = personWithEntry(off, { manageable: known({ kind: 'forbidden', key: 'forbidden' }) });
const unseen = personEvidence({ directory: unanswered('not-asked'), siteAccount: known(null), portal: known(null) });
const hidden = personEvidence({ portal: unanswered('hidden') });

const greyedOut = handCheck('suggest-changes', 'greyed-out');
const available = handCheck('suggest-changes', 'available');
const said = (evidence: PersonEvidence, ...byHand: readonly ReturnType<typeof handCheck>[]) => decideCause({ ...evidence, byHand });

/** Evidence that asks as the product asks, so that each answer is found by its question. */
const asking = (evidence: PersonEvidence): PersonEvidence => {
	const ask = <F extends Fact<unknown> | null>(fact: F, asked: string): F =>
		fact === null ? fact : { ...fact, proof: { ...fact.proof, asked } };
	const { address } = evidence;
	return {
		...evidence,
		directory: ask(evidence.directory, `directory entry of ${address}`),
		jsmRole: ask(evidence.jsmRole, `roles of ${address}`),
		manageable: ask(evidence.manageable, `may this organisation enable ${address}`),
		portal: ask(evidence.portal, `portal-only record of ${address}`),
		siteAccount: ask(evidence.siteAccount, `Atlassian account of ${address} on the site`),
		membership: ask(evidence.membership, `${address} among the desk's customers`),
		canRaise: ask(evidence.canRaise, `may ${address} raise requests`),
		creation: ask(evidence.creation, `to make an account for ${address}`),
	};
};

describe('what somebody checked by hand', () => {
	it('says who manages an account that the directory shows as off, and is named as the reason', () => {
		const verdict = said(forbidden, greyedOut);
		expect(verdict).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
		expect(verdict.evidence.at(-1)?.answer).toBe(
			'checked by hand by robin on 2026-11-23: “Suggest changes” is greyed out: another organisation manages the account',
		);
		expect(verdict.evidence.find(({ source }) => source === 'by hand')).toEqual({
			asked: 'check by hand of ann@brightwater.example',
			source: 'by hand',
			answer: { check: 'suggest-changes', seen: 'greyed-out', user: 'robin', account: 'admin@halden.example' },
			at: someTime,
		});
	});

	it('says that nobody else does: then the person switched the account off', () => {
		expect(said(forbidden)).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
		expect(said(forbidden, available)).toMatchObject({ cause: 'deactivated-by-person', certainty: 'likely' });
	});

	it('settles a person whom nothing could be asked about', () => {
		expect(said(unseen)).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
		expect(said(unseen, greyedOut)).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
		expect(said(unseen, handCheck('directory', 'suspended'))).toMatchObject({ cause: 'access-revoked', certainty: 'likely' });
		expect(said(unseen, handCheck('directory', 'absent'))).toMatchObject({ cause: 'ready-new', certainty: 'likely' });
		expect(said(unseen, handCheck('directory', 'suspended'), greyedOut)).toMatchObject({ cause: 'access-revoked' });
	});

	it('settles the portal-only account of a site that hides them', () => {
		expect(said(hidden, handCheck('portal-only', 'inactive'))).toMatchObject({ cause: 'portal-account-inactive', certainty: 'likely' });
		expect(said(hidden, handCheck('portal-only', 'active'))).toMatchObject({ cause: 'ready-existing', certainty: 'likely' });
		expect(said(hidden, handCheck('portal-only', 'absent'))).toMatchObject({ cause: 'ready-new', certainty: 'likely' });
	});

	it('counts nothing against an answer that says it, nor against one that cannot be trusted', () => {
		const managed = personWithEntry(off, { manageable: known({ kind: 'refused', reason: 'managedAccount' }) });
		expect(said(managed, available)).toMatchObject({ cause: 'managed-elsewhere', certainty: 'proven' });
		const ours = personWithEntry({ ...off, claimStatus: 'managed' }, { manageable: known({ kind: 'allowed' }) });
		expect(said(ours, greyedOut)).toMatchObject({ cause: 'deactivated-here', certainty: 'proven' });
		const garbled = personEvidence({ directory: unanswered('unexpected') });
		expect(said(garbled, greyedOut)).toMatchObject({ cause: 'undetermined' });
	});

	it('is the last word on each check, and nothing where that was taken back', () => {
		const entry = (check: Partial<HandCheckEntry>) => ({ ...greyedOut, address: 'ann@brightwater.example', ...check }) as HandCheckEntry;
		const { address: _, ...portal } = entry({ check: 'portal-only', seen: 'absent' });
		expect(countingChecks([entry({ seen: 'available' }), entry({}), entry({ ...portal } as HandCheckEntry)])).toEqual([available, portal]);
		expect(countingChecks([entry({ seen: null }), entry({})])).toEqual([]);
	});

	it('is offered where it can settle something, and where it can be taken back', () => {
		expect(offeredChecks(forbidden, false)).toEqual(['suggest-changes']);
		expect(offeredChecks(unseen, false)).toEqual(['directory', 'suggest-changes']);
		expect(offeredChecks(hidden, false)).toEqual(['portal-only']);
		expect(offeredChecks(unseen, true)).toEqual([]);
		expect(offeredChecks({ ...personEvidence(), byHand: [available] }, true)).toEqual(['suggest-changes']);
	});

	it('judges kept facts as the whole evidence would be judged, and taken back leaves what was', () => {
		fc.assert(
			fc.property(anyEvidence.map(asking), checksByHand, (evidence, byHand) => {
				const before = decideCause({ ...evidence, byHand: [] });
				const wanted = decideCause({ ...evidence, byHand });
				const person = { address: evidence.address, suggestion: evidence.suggestion, access: evidence.access };
				const facts = compactFacts({ ...evidence, byHand: [] });
				const after = judgeAgain(facts, { ...person, proofs: before.evidence, byHand }, someTime);
				expect(after.verdict).toMatchObject({ cause: wanted.cause, certainty: wanted.certainty });
				const back = judgeAgain(after.facts, { ...person, proofs: after.verdict.evidence, byHand: [] }, someTime);
				expect(back).toEqual({ verdict: before, facts });
			}),
			{ numRuns: 2000 },
		);
	});

	it('leaves an open row its open questions by name', () => {
		const evidence = { ...unseen, directory: unanswered('not-asked', 'directory entry of ann@brightwater.example') };
		const before = decideCause(evidence);
		const person = { address: evidence.address, suggestion: null, access: openAccess, proofs: before.evidence };
		const { verdict } = judgeAgain(compactFacts(evidence), { ...person, byHand: [handCheck('portal-only', 'absent')] }, someTime);
		expect(verdict.evidence.at(-1)?.answer).toBe('not answered: directory entry of ann@brightwater.example');
	});
});
