import { describe, expect, it } from 'vitest';
import type { Fact, PortalRecord } from '#core/evidence/evidence.ts';
import { newerFact, newerPortal } from '#core/evidence/newer-fact.ts';
import { portalRecord, proof, unanswered } from '../../../support/evidence.ts';

const said = <T>(value: T, at: string, source = 'export users of 2026-11-20, line 2'): Fact<T> => ({
	known: true,
	value,
	proof: { ...proof('q'), source, at },
});
const isSame = (a: string, b: string): boolean => a === b;

describe('of an answer of the site and a line of a file', () => {
	it('the newer one counts, with the other beside it', () => {
		const older = said('suspended', '2026-11-01');
		const newer = said('active', '2026-11-20');
		expect(newerFact(older, newer, isSame)).toEqual({ ...newer, besides: [older.proof] });
		expect(newerFact(newer, older, isSame)).toEqual({ ...newer, besides: [older.proof] });
	});

	it('that say the same the site’s is shown alone', () => {
		const asked = said('active', '2026-11-01');
		expect(newerFact(asked, said('active', '2026-11-20'), isSame)).toBe(asked);
	});

	it('the one that was answered counts', () => {
		const line = said('active', '2026-11-20');
		expect(newerFact(unanswered('not-asked'), line, isSame)).toBe(line);
		expect(newerFact(line, unanswered('not-asked'), isSame)).toBe(line);
		expect(newerFact(null, line, isSame)).toBe(line);
	});

	it('a garbled answer of the site is never covered up', () => {
		const garbled = unanswered('unexpected');
		expect(newerFact(garbled, said('active', '2026-11-20'), isSame)).toBe(garbled);
	});

	it('what the site hides stays hidden, and the file that would tell is named', () => {
		const open: Fact<string> = { ...unanswered('not-asked'), settledBy: 'the list would tell' } as Fact<string>;
		expect(newerFact<string>(unanswered('hidden'), open, isSame)).toMatchObject({ why: 'hidden', settledBy: 'the list would tell' });
		expect(newerFact<string>(unanswered('not-asked'), open, isSame)).toBe(open);
	});
});

describe('a portal-only account that a list shows', () => {
	it('is there, though a later sweep of the site did not show it', () => {
		const swept: Fact<PortalRecord | null> = said(null, '2026-11-25');
		const listed: Fact<PortalRecord | null> = said(portalRecord(false), '2026-11-20');
		expect(newerPortal(swept, listed)).toEqual({ ...listed, besides: [swept.proof] });
	});

	it('is as the later of the two says where both show it', () => {
		const swept: Fact<PortalRecord | null> = said(portalRecord(true), '2026-11-25');
		expect(newerPortal(swept, said(portalRecord(false), '2026-11-20'))).toMatchObject({ value: { active: true } });
		expect(newerPortal(swept, null)).toBe(swept);
	});
});
