import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/renderer/features/verdicts/source-line.tsx';

describe('readSource', () => {
	it('takes a call as it is', () => {
		expect(readSource('GET /rest/api/3/users/search')).toEqual({ call: 'GET /rest/api/3/users/search', snapshotId: null });
	});
	it('tells the call from the snapshot that answered it', () => {
		expect(readSource('POST /users/search (roleIds) (snapshot 2a9c-02)')).toEqual({
			call: 'POST /users/search (roleIds)',
			snapshotId: '2a9c-02',
		});
	});
	it('knows a snapshot as a whole', () => {
		expect(readSource('snapshot 2a9c02')).toEqual({ call: null, snapshotId: '2a9c02' });
	});
});
