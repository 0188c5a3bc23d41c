import { describe, expect, it } from 'vitest';
import { readPartName } from '#core/snapshots/parts.ts';
import type { PartState, SnapshotPart } from '#shared/snapshot.ts';
import { isComplete, isWhole, missingParts } from '#shared/snapshot-gaps.ts';

const part = (name: string, state: PartState = 'complete'): SnapshotPart => {
	const read = readPartName(name);
	if (read === null) throw new Error(name);
	return { name, ...read, state, why: null, records: 1, source: 'GET /a', from: null, until: null };
};

const ofOrganisation = ['directories', 'domains', 'directory', 'roles', 'role-assignments', 'manageable'];
const whole = ['site', 'organisation', 'desks', 'accounts', 'permission:1', 'customers:1', ...ofOrganisation].map((name) => part(name));
const but = (name: string, state: PartState): readonly SnapshotPart[] => whole.map((one) => (one.name === name ? part(name, state) : one));
const without = (name: string): readonly SnapshotPart[] => whole.filter((one) => one.name !== name);

describe('the name of a part', () => {
	it('is a kind, and for a desk its id', () => {
		expect(readPartName('accounts')).toEqual({ kind: 'accounts', deskId: null });
		expect(readPartName('customers:a:b')).toEqual({ kind: 'customers', deskId: 'a:b' });
	});

	it.each(['', 'people', 'accounts:1', 'customers', 'customers:', 'constructor', '__proto__'])('is not "%s"', (name) => {
		expect(readPartName(name)).toBeNull();
	});
});

describe('what a snapshot lacks for a desk', () => {
	it('is nothing where everything was read', () => {
		expect(missingParts(whole, '1')).toEqual([]);
	});

	it.each(whole.map(({ name }) => name))('is %s where that was broken off or never begun', (name) => {
		expect(missingParts(but(name, 'unfinished'), '1')).toEqual([name]);
		expect(missingParts(without(name), '1')).toEqual([name]);
	});

	it("is another desk's people where they are asked for", () => {
		expect(missingParts(whole, '2')).toEqual(['permission:2', 'customers:2']);
	});

	it.each(['directories', 'domains', 'permission:1', 'roles'])('is not %s that was refused: a live diagnosis bears that too', (name) => {
		expect(missingParts(but(name, 'refused'), '1')).toEqual([]);
	});

	it.each(['accounts', 'customers:1', 'directory'])('is %s that was refused: a live diagnosis would have ended', (name) => {
		expect(missingParts(but(name, 'refused'), '1')).toEqual([name]);
	});

	it('is nothing of the organisation where there was no key to ask with', () => {
		const keyless = [
			...whole.filter(({ name }) => !ofOrganisation.includes(name) && name !== 'organisation'),
			part('organisation', 'not-asked'),
		];
		expect(missingParts(keyless, '1')).toEqual([]);
	});
});

describe('a snapshot', () => {
	it('is complete when a new pull would add nothing, refusals included', () => {
		expect(isComplete(whole)).toBe(true);
		expect(isComplete(but('customers:1', 'refused'))).toBe(true);
		expect(isComplete(but('customers:1', 'unfinished'))).toBe(false);
		expect(isComplete([])).toBe(false);
	});

	it('is whole when nothing is missing that a diagnosis would ask', () => {
		expect(isWhole(whole)).toBe(true);
		expect(isWhole(but('permission:1', 'refused'))).toBe(true);
		expect(isWhole(but('customers:1', 'refused'))).toBe(false);
		expect(isWhole([])).toBe(false);
	});
});
