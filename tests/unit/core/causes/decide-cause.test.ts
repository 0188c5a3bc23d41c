import { describe, expect, it } from 'vitest';
import { decideCause, decideLocally } from '#core/causes/decide-cause.ts';
import { rulesInOrder } from '#core/causes/order.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import type { ListRow } from '#core/lists/list.ts';
import { causeCatalogue, causeCodes } from '#shared/causes.ts';
import { anyEvidence, unansweredFact } from '../../../support/any-evidence.ts';
import {
	activePerson,
	directoryUser,
	closedAccess,
	known,
	otherDomainsOnly,
	personEvidence,
	personWithEntry,
	portalRecord,
	role,
	someTime,
	unanswered,
} from '../../../support/evidence.ts';
import { fc } from '../../../support/properties.ts';

const listRow = (overrides: Partial<ListRow> = {}): ListRow => ({
	row: 3,
	cells: ['ann@brightwater.example'],
	original: 'ann@brightwater.example',
	read: { valid: true, address: 'ann@brightwater.example', displayName: null, cleaned: [] },
	displayName: null,
	organisation: null,
	repeats: null,
	suggestion: null,
	...overrides,
});

const local = (overrides: Partial<ListRow> = {}) => decideLocally({ ...listRow(overrides), at: someTime });

describe('deciding from what was asked', () => {
	it('is pure: the same evidence gives the same verdict and stays as it was', () => {
		fc.assert(
			fc.property(anyEvidence, (evidence) => {
				const before = structuredClone(evidence);
				expect(decideCause(evidence)).toEqual(decideCause(structuredClone(evidence)));
				expect(evidence).toEqual(before);
			}),
		);
	});

	it('gives every row a verdict, and every likely or unknown one a rule with its reason', () => {
		fc.assert(
			fc.property(anyEvidence, (evidence) => {
				const verdict = decideCause(evidence);
				const rule = verdict.evidence.find(({ source }) => source.startsWith('rule:'));
				expect(rule === undefined).toBe(verdict.certainty === 'proven');
				if (rule) expect(rule).toMatchObject({ source: `rule:${verdict.cause}`, answer: expect.stringMatching(/./) });
				expect(verdict.remedy).toBe(causeCatalogue[verdict.cause].remedy);
			}),
		);
	});

	it('calls nobody new who may be in a directory that did not answer', () => {
		fc.assert(
			fc.property(anyEvidence, unansweredFact, (evidence, directory) => {
				expect(['ready-new', 'customer-access-closed', 'domain-not-approved', 'probable-typo']).not.toContain(
					decideCause({ ...evidence, directory, byHand: [] }).cause,
				);
			}),
		);
	});

	it('proves nothing about new people where the portal-only accounts were not answered', () => {
		fc.assert(
			fc.property(anyEvidence, unansweredFact, (evidence, portal) => {
				const { cause, certainty } = decideCause({ ...evidence, portal });
				if (['ready-new', 'customer-access-closed', 'domain-not-approved'].includes(cause)) expect(certainty).toBe('likely');
			}),
		);
	});

	it('lists every question that was asked, in order, and leaves out those that were needless', () => {
		expect(decideCause(activePerson()).evidence.map(({ asked }) => asked)).toEqual([
			'directory entry',
			'role',
			'portal-only record',
			'account on the site',
			'membership',
		]);
	});

	it('adds customer access, with its origin and time, only where the verdict rests on it', () => {
		const asked = 'customer access of the site';
		const found = decideCause(personEvidence()).evidence.find((item) => item.asked === asked);
		expect(found).toMatchObject({ source: 'declared', at: someTime, answer: { external: true, internal: false } });
		expect(decideCause(activePerson()).evidence.some((item) => item.asked === asked)).toBe(false);
	});

	it('carries the suggestion along, whatever the cause', () => {
		const suggestion = 'ann@halden.example';
		expect(decideCause(activePerson({ suggestion }))).toMatchObject({ cause: 'ready-existing', suggestion });
		expect(decideCause(activePerson())).not.toHaveProperty('suggestion');
	});

	it('names the open questions of a row it cannot decide', () => {
		const verdict = decideCause(personEvidence({ directory: unanswered('not-asked', 'directory entry') }));
		expect(verdict).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
		expect(verdict.evidence.at(-1)?.answer).toContain('directory entry');
	});
});

describe('deciding from the text alone', () => {
	it('proves what is no address, naming the problem', () => {
		const verdict = local({ original: 'n/a', read: { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] } });
		expect(verdict).toMatchObject({
			cause: 'invalid-address',
			certainty: 'proven',
			remedy: 'fix-row',
			evidence: [{ source: 'list', answer: { problem: 'no-at-sign' } }],
		});
	});

	it('proves a repetition, naming the earlier row', () => {
		expect(local({ repeats: 2 })).toMatchObject({ cause: 'repeated-row', certainty: 'proven', evidence: [{ answer: { row: 2 } }] });
	});

	it('leaves everything else to the site', () => {
		expect(local()).toBeNull();
		expect(local({ suggestion: 'ann@halden.example' })).toBeNull();
	});

	it('quotes no more than a line of a huge cell', () => {
		const verdict = local({ original: 'x'.repeat(30_000), read: { valid: false, problem: 'too-long', details: {}, cleaned: [] } });
		expect(verdict?.evidence[0]?.asked.length).toBeLessThan(250);
	});
});

describe('the catalogue of causes', () => {
	const off = { status: 'deactivated', accountStatus: 'inactive' } as const;
	/** Somebody of every cause that a rule decides. */
	const examples: readonly PersonEvidence[] = [
		activePerson({ membership: known({ listed: { accountId: '5b-ann', active: true }, keepsList: true }) }),
		activePerson(),
		personEvidence(),
		personWithEntry({ status: 'suspended' }),
		personWithEntry({ status: 'not_invited' }),
		activePerson({ jsmRole: known(role({ held: false })) }),
		personEvidence({ portal: known(portalRecord(false)) }),
		personEvidence({ access: closedAccess }),
		personEvidence({ access: otherDomainsOnly }),
		personWithEntry({ ...off, claimStatus: 'unmanaged' }),
		personWithEntry({ ...off, claimStatus: 'managed' }, { manageable: known({ kind: 'allowed' }) }),
		personWithEntry({ ...off, claimStatus: 'managed', managementSource: 'synced' }),
		personWithEntry({ ...off }, { manageable: known({ kind: 'refused', reason: 'blocked.exportControl' }) }),
		personWithEntry({ ...off }, { address: 'ann@gmail.com' }),
		activePerson({ directory: known(directoryUser({ emailVerified: false })) }),
		personWithEntry({ status: 'for_deletion' }),
		activePerson({ portal: known(portalRecord(true)) }),
		personEvidence({ creation: known('sign-up-refused') }),
		personEvidence({ suggestion: 'ann@halden.example' }),
		personEvidence({ directory: unanswered('not-asked') }),
	];

	it('has no code that nothing decides, and no rule decides a code it lacks', () => {
		const byRules = examples.map((evidence) => decideCause(evidence).cause);
		const byText = ['invalid-address', 'repeated-row'] as const;
		const ofTheDesk = ['desk-permission-missing', 'service-management-offline'] as const;
		const ofTheRun = ['caller-lacks-rights', 'not-checked'] as const;
		expect([...byRules, ...byText, ...ofTheDesk, ...ofTheRun].toSorted()).toEqual([...causeCodes].toSorted());
	});

	it('is served by as many rules as there are causes; unreadable answers and unverified addresses have two', () => {
		expect(new Set(rulesInOrder).size).toBe(rulesInOrder.length);
		expect(rulesInOrder).toHaveLength(examples.length + 2);
	});
});
