import { describe, expect, it } from 'vitest';
import {
	deskChoices,
	deskMeant,
	isUsable,
	lackOf,
	offlineStart,
	proposeSnapshot,
} from '../../../src/renderer/features/snapshots/offline-target.ts';
import type { SiteInfo } from '#shared/run.ts';
import { part, snapshot, wholeParts } from '../../support/snapshot-infos.ts';

const files = snapshot({ id: 'ffffffffffff', desks: [], parts: [part('export:1', {})] });
const broken = snapshot({ state: 'incomplete', parts: wholeParts.filter(({ name }) => name !== 'directory') });

describe('the snapshot that is proposed', () => {
	it('is the newest of the site, and never one that is being pulled', () => {
		const ours = snapshot({ id: 'bbbbbbbbbbbb' });
		const all = [
			snapshot({ id: 'cccccccccccc', url: 'https://other.atlassian.net' }),
			snapshot({ id: 'dddddddddddd', state: 'pulling' }),
			ours,
			snapshot({ id: 'eeeeeeeeeeee' }),
		];
		expect(proposeSnapshot(all, 'https://halden.atlassian.net')?.id).toBe(ours.id);
		expect(proposeSnapshot(all, null)?.id).toBe('cccccccccccc');
		expect(proposeSnapshot([], null)).toBeNull();
	});

	it('is none of which nobody knows the service projects', () => {
		expect(isUsable(snapshot({ state: 'incomplete', desks: [], parts: [] }))).toBe(false);
		expect(isUsable(files)).toBe(true);
	});
});

describe('the service project', () => {
	it('is the only one whose people are in the snapshot, unless another is chosen', () => {
		expect(deskMeant(snapshot({}), null)?.key).toBe('HELP');
		expect(deskMeant(snapshot({}), 'OPS')?.key).toBe('OPS');
	});

	it('is to be chosen where the people of several are in it', () => {
		const both = snapshot({ parts: [...wholeParts, part('customers:2', {})] });
		expect(deskMeant(both, null)).toBeNull();
		expect(offlineStart(both, null, false, [])).toBeNull();
	});

	it('stands first where its people are in it', () => {
		const other = snapshot({ parts: [part('customers:2', {})] });
		expect(deskChoices(other).map(({ desk, isIn }) => [desk.key, isIn])).toEqual([
			['OPS', true],
			['HELP', false],
		]);
	});

	it('is none where there are files of an admin only', () => {
		expect(deskChoices(files)).toEqual([]);
		expect(offlineStart(files, null, false, [])).toEqual({ offline: { snapshotId: files.id, allowIncomplete: false } });
	});
});

describe('an incomplete snapshot', () => {
	it('says what is missing for the service project', () => {
		expect(lackOf(broken, deskMeant(broken, null))).toEqual({ missing: ['directory'], isToBeAllowed: true });
		const other = deskMeant(snapshot({}), 'OPS');
		expect(lackOf(snapshot({}), other).missing).toEqual(['permission:2', 'customers:2']);
	});

	it('is used only where somebody says so', () => {
		expect(offlineStart(broken, null, false, [])).toBeNull();
		expect(offlineStart(broken, null, true, [])).toMatchObject({ desk: 'HELP', offline: { allowIncomplete: true } });
	});
});

it('names the stored site of the snapshot, so that columns are remembered for it', () => {
	const site = { name: 'Halden', url: 'https://halden.atlassian.net' } as SiteInfo;
	expect(offlineStart(snapshot({}), null, false, [site])?.site).toBe('Halden');
	expect(offlineStart(snapshot({}), null, false, [{ ...site, url: 'https://other.atlassian.net' }])?.site).toBeUndefined();
});
