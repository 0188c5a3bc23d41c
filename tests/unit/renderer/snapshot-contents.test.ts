import { describe, expect, it } from 'vitest';
import { groupBySite } from '../../../src/renderer/features/snapshots/snapshot-contents.ts';
import { gapsOf, groupParts, openPull, standingOf } from '../../../src/renderer/features/snapshots/snapshot-contents.ts';
import type { SiteInfo } from '#shared/run.ts';
import { part, snapshot, wholeParts } from '../../support/snapshot-infos.ts';

describe('what is in a snapshot', () => {
	it('is told part by part in their order, service projects together', () => {
		const parts = [
			part('customers:2', { records: 3, from: '2026-11-20T10:05:00.000Z', until: '2026-11-20T10:06:00.000Z' }),
			part('site', {}),
			part('customers:1', { records: 4, from: '2026-11-20T10:01:00.000Z', until: '2026-11-20T10:02:00.000Z' }),
		];
		expect(groupParts(snapshot({ parts }))).toMatchObject([
			{ kind: 'site', desks: 0, records: 1 },
			{ kind: 'customers', desks: 2, records: 7, from: '2026-11-20T10:01:00.000Z', until: '2026-11-20T10:06:00.000Z' },
		]);
	});

	it('leaves out what was not begun, and files of an admin, which are told by themselves', () => {
		const parts = [part('export:1', {}), part('accounts', { state: 'unfinished', from: null, until: null })];
		expect(groupParts(snapshot({ parts }))).toEqual([]);
	});
});

describe('what is missing in a snapshot', () => {
	it('is nothing where everything was read', () => {
		expect(gapsOf(snapshot({}))).toEqual([]);
	});

	it('names service projects by their keys, the first few of many', () => {
		const many = Array.from({ length: 7 }, (_, index) => ({ id: String(index), key: `D${index}`, name: `Desk ${index}` }));
		const parts = [...wholeParts, ...many.map(({ id }) => part(`customers:${id}`, { state: 'refused', why: 'caller-lacks-rights' }))];
		expect(gapsOf(snapshot({ desks: many, parts }))).toEqual([
			{ kind: 'customers', state: 'refused', why: 'caller-lacks-rights', desks: ['D0', 'D1', 'D2', 'D3', 'D4'], more: 2 },
		]);
	});

	it('counts parts the pull has not come to', () => {
		const parts = wholeParts.filter(({ name }) => name !== 'directory' && name !== 'accounts');
		expect(gapsOf(snapshot({ parts, state: 'incomplete' })).map(({ kind, state }) => [kind, state])).toEqual([
			['accounts', 'unfinished'],
			['directory', 'unfinished'],
		]);
	});

	it('expects nothing of the site in files of an admin', () => {
		expect(gapsOf(snapshot({ parts: [part('export:1', {})] }))).toEqual([]);
	});
});

describe('how usable a snapshot is', () => {
	it.each([
		['whole', snapshot({})],
		['gaps', snapshot({ parts: [...wholeParts, part('customers:9', { state: 'refused' })] })],
		['incomplete', snapshot({ state: 'incomplete' })],
		['pulling', snapshot({ state: 'pulling' })],
		['files', snapshot({ parts: [part('export:1', {})] })],
	] as const)('is said as %s', (standing, info) => {
		expect(standingOf(info)).toBe(standing);
	});
});

describe('the next pull', () => {
	it('goes on with the newest that was pulled, where that is not complete', () => {
		const files = snapshot({ id: 'a', parts: [part('export:1', {})] });
		const broken = snapshot({ id: 'b', state: 'incomplete' });
		expect(openPull([files, broken, snapshot({ id: 'c' })])?.id).toBe('b');
		expect(openPull([snapshot({ id: 'c' }), broken])).toBeNull();
		expect(openPull([files])).toBeNull();
	});
});

describe('snapshots by site', () => {
	const site = (name: string, url: string) => ({ name, url }) as SiteInfo;

	it('shows stored sites without any, and sites that only snapshots tell of', () => {
		const mine = snapshot({ id: 'a', url: 'https://halden.atlassian.net' });
		const strange = snapshot({ id: 'b', url: 'https://other.atlassian.net' });
		const groups = groupBySite([site('Halden', 'https://halden.atlassian.net'), site('New', 'https://new.atlassian.net')], [strange, mine]);
		expect(groups.map(({ title, site: stored, snapshots }) => [title, stored, snapshots.length])).toEqual([
			['Halden', 'Halden', 1],
			['New', 'New', 0],
			['other.atlassian.net', null, 1],
		]);
	});
});
