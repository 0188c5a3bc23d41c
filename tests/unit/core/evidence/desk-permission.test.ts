import { describe, expect, it } from 'vitest';
import { findDeskPermission } from '#core/evidence/desk-permission.ts';
import { proof } from '../../../support/evidence.ts';

const holder = 'sd.customer.portal.only';
const find = (holders: Record<string, readonly string[]>) => findDeskPermission(holders, proof('permission scheme'));

describe('the portal permission of a desk', () => {
	it('is in order where the holder stands on Browse and on Create, among whichever others', () => {
		expect(find({ BROWSE_PROJECTS: ['applicationRole', holder], CREATE_ISSUES: [holder], ADD_COMMENTS: [] })).toBeNull();
	});

	it.each([
		['Browse', { CREATE_ISSUES: [holder] }, ['BROWSE_PROJECTS']],
		['Create', { BROWSE_PROJECTS: [holder], CREATE_ISSUES: ['anyone'] }, ['CREATE_ISSUES']],
		['both', {}, ['BROWSE_PROJECTS', 'CREATE_ISSUES']],
	] as const)('is missing on %s, proven, and named', (_what, holders, missingOn) => {
		expect(find(holders)).toMatchObject({
			cause: 'desk-permission-missing',
			certainty: 'proven',
			remedy: 'fix-desk-permission',
			evidence: [{ answer: { missingOn, holder } }],
		});
	});
});
