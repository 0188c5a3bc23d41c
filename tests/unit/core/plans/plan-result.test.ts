import { expect, it } from 'vitest';
import { countResults } from '#core/plans/plan-result.ts';
import { resultOf, resultOfRow } from '#shared/row-results.ts';
import type { RowsAlike } from '#core/plans/plan-store.ts';
import { planRow } from '../../../support/plan-rows.ts';

const added = { cause: 'already-customer', certainty: 'proven' } as const;
const addable = { cause: 'ready-existing', certainty: 'proven' } as const;
const revoked = { cause: 'access-revoked', certainty: 'proven' } as const;
const unsure = { cause: 'undetermined', certainty: 'unknown' } as const;

it.each([
	['seen as a customer', { outcome: 'applied', after: added }, 'added'],
	['done, nothing blocks it, and no customer yet', { outcome: 'applied', after: addable }, 'addable'],
	['done, but seen as blocked', { outcome: 'applied', after: revoked }, 'blocked'],
	['done, and what is seen settles nothing', { outcome: 'applied', after: unsure }, 'blocked'],
	['done, and nobody has looked', { outcome: 'applied', after: null }, 'needs-person'],
	['refused', { outcome: 'rejected', after: revoked }, 'blocked'],
	['refused although nothing seems to block it', { outcome: 'rejected', after: addable }, 'blocked'],
	['refused, and a customer all the same', { outcome: 'rejected', after: added }, 'added'],
	['changed meanwhile', { outcome: 'stale', after: null }, 'blocked'],
	['changed meanwhile to what nothing blocks', { outcome: 'stale', after: addable }, 'addable'],
	['not to be settled', { outcome: 'needs-person', after: null }, 'needs-person'],
	['not to be settled, and a customer', { outcome: 'needs-person', after: added }, 'added'],
	['by hand, not yet', { outcome: 'guided', after: null }, 'by-hand'],
	['by hand, without effect', { outcome: 'guided', after: { cause: 'portal-account-inactive', certainty: 'proven' } }, 'by-hand'],
	['by hand, and nothing blocks it now', { outcome: 'guided', after: { cause: 'ready-new', certainty: 'proven' } }, 'addable'],
	['by hand, and a plan can go on', { outcome: 'guided', after: revoked }, 'blocked'],
	['by hand, and a customer', { outcome: 'guided', after: added }, 'added'],
	['not tried', { outcome: 'not-reached', after: null }, 'not-tried'],
	['not tried again', { outcome: 'not-reached', after: revoked }, 'not-tried'],
	['removed and without an account', { outcome: 'rejected', after: revoked, stranded: true }, 'needs-person'],
	['removed, and a customer all the same', { outcome: 'rejected', after: added, stranded: true }, 'added'],
] as const)('a row %s', (_, part, result) => {
	expect(resultOfRow(planRow(part))).toBe(result);
	expect(resultOf({ stranded: false, ...part, after: part.after?.cause ?? null })).toBe(result);
});

it('rows that are alike are counted together, with the cause that was seen last', () => {
	const alike: RowsAlike = {
		remedy: 'restore-access',
		outcome: 'applied',
		before: 'access-revoked',
		after: 'already-customer',
		stranded: false,
		billed: false,
		note: null,
		rowCount: 5,
	};
	expect(
		countResults([
			alike,
			{ ...alike, billed: true, rowCount: 2 },
			{ ...alike, outcome: 'rejected', after: null, rowCount: 3 },
			{ ...alike, outcome: 'rejected', after: 'role-missing', stranded: true, rowCount: 1 },
		]),
	).toEqual({
		rowCount: 11,
		counts: { added: 7, addable: 0, blocked: 3, 'needs-person': 1, 'by-hand': 0, 'not-tried': 0 },
		causes: {
			added: { 'already-customer': 7 },
			addable: {},
			blocked: { 'access-revoked': 3 },
			'needs-person': { 'role-missing': 1 },
			'by-hand': {},
			'not-tried': {},
		},
		billedCount: 2,
		strandedCount: 1,
		laterCount: 0,
		cannotCount: 0,
		retryableCount: 4,
		beyondRetry: {},
	});
});

it('counts what was said of work for as long as somebody has to do it', () => {
	const manual: RowsAlike = {
		remedy: 'reactivate-portal-account',
		outcome: 'guided',
		before: 'portal-account-inactive',
		after: null,
		stranded: false,
		billed: false,
		note: 'cannot',
		rowCount: 2,
	};
	const counted = countResults([
		manual,
		{ ...manual, note: 'later', rowCount: 3 },
		{ ...manual, outcome: 'needs-person', rowCount: 4 },
		{ ...manual, after: 'already-customer', rowCount: 5 },
	]);
	expect(counted).toMatchObject({ cannotCount: 6, laterCount: 3, counts: { 'by-hand': 5, 'needs-person': 4, added: 5 } });
});

it('counts apart the refused rows that a retry cannot help, by what comes first', () => {
	const refused: RowsAlike = {
		remedy: 'create-and-add',
		outcome: 'rejected',
		before: 'ready-new',
		after: 'ready-existing',
		stranded: false,
		billed: false,
		note: null,
		rowCount: 2,
	};
	const { retryableCount, beyondRetry } = countResults([
		refused,
		{ ...refused, after: 'domain-not-approved', rowCount: 3 },
		{ ...refused, after: 'access-revoked', rowCount: 4 },
		{ ...refused, outcome: 'stale', after: 'access-revoked', rowCount: 5 },
	]);
	expect(retryableCount).toBe(2);
	expect(beyondRetry).toEqual({ 'domain-not-approved': 3, 'access-revoked': 4 });
});
