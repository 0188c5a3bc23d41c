import { afterEach, beforeEach, expect, it } from 'vitest';
import { ListService } from '#main/services/lists/list-service.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createDraftStore } from '#main/storage/lists/draft-store.ts';
import { createMappingStore } from '#main/storage/lists/mapping-store.ts';
import { createSiteStore } from '#main/storage/sites/site-store.ts';
import { draftRows } from '#main/storage/migrations/0220-draft-rows.ts';
import type { Sql } from '#main/storage/sql.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { writeWorkbook } from '../../../../support/workbook.ts';
import { codeOf, temporaryFolder, valueOf } from '../../storage/samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let ids = 0;

/** A process that knows nothing but what is stored. */
const started = (): ListService =>
	new ListService({
		random: { next: () => 0, id: () => `list-${++ids}` },
		clock: new ManualClock(),
		mappings: createMappingStore(sql),
		drafts: createDraftStore(sql),
	});

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/invite-doctor.sqlite`));
	valueOf(
		createSiteStore(sql).add({
			name: 'Acme',
			url: 'https://acme.atlassian.net',
			adminUrl: 'https://api.atlassian.com',
			gatewayUrl: null,
			authUrl: null,
			oauth: null,
			door: null,
			readOnly: false,
			email: 'admin@acme.com',
			orgId: null,
			deskKey: null,
			client: null,
			tokenExpiresOn: null,
			management: 'centralized',
			addedAt: '2026-03-01T09:00:00.000Z',
		}),
	);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const file = () => {
	const people = [
		['Heading'],
		['Name', 'Mail'],
		['Ann', 'ann@@x.com'],
		['Bo', 'bo@x.com, cy@x.com'],
		['Di', 'di@gmial.com'],
		['Eve', 'e@x.com'],
	];
	const bytes = writeWorkbook({
		sheets: [
			{ name: 'Other', rows: [['Mail'], ...people.slice(2), ...people.slice(2)] },
			{ name: 'People', rows: people },
		],
	});
	return { name: 'people.xlsx', file: new File([new Uint8Array(bytes)], 'people.xlsx') };
};
const several = { sites: ['Acme', 'Other'], desk: 'SUP' };
const target = { site: 'Acme', desk: 'HELP', several, access: null, isMappingChosen: true };
const all = { from: 0, count: 50, filter: 'all' } as const;

it('is found as it was left by another process: sheet, titles, columns, corrections, rows left out and choices', async () => {
	const lists = started();
	const { listId } = valueOf(await lists.open(file(), null, {}, true));
	valueOf(await lists.openSheet(listId, 'People', null));
	valueOf(await lists.map(listId, { email: 1, name: null, organisation: { text: 'Acme' } }));
	valueOf(await lists.edit(listId, (check) => check.correctCell(0, 1, 'ann@x.com')));
	valueOf(await lists.edit(listId, (check) => check.splitRow(1)));
	valueOf(await lists.edit(listId, (check) => check.exclude([3], true)));
	const changed = valueOf(await lists.openWith(listId, { headerLine: 2 }, null));
	valueOf(await lists.choose(listId, target));
	const rows = valueOf(await lists.rows(listId, all)).rows;

	const again = started();
	expect(valueOf(again.drafts())).toMatchObject([{ listId, name: 'people.xlsx', site: 'Acme', rows: 5, corrected: 3, leftOut: 1 }]);
	const resumed = valueOf(await again.resume(listId));
	expect(resumed).toMatchObject({ listId, isPasted: false, target, preview: changed.preview, account: changed.account });
	expect(resumed.state).toMatchObject({ mapping: changed.state.mapping, counts: changed.state.counts, rowsToRun: 4 });
	expect(valueOf(await again.rows(listId, all)).rows).toEqual(rows);
});

it('answers on although the process that held it is gone, whatever is asked first', async () => {
	const { listId } = valueOf(await started().open({ name: 'Pasted rows', text: 'ann@x.com\nbob@gmial.com' }, null, {}, true));
	const again = started();
	const [state, page] = await Promise.all([again.edit(listId, (check) => check.acceptSuggestions({})), again.rows(listId, all)]);
	expect(valueOf(state).counts.edited).toBe(1);
	expect(valueOf(page).rows).toMatchObject([{ address: 'ann@x.com' }, { address: 'bob@gmail.com' }]);
	expect(valueOf(await started().resume(listId))).toMatchObject({ isPasted: true, state: { counts: { edited: 1 } } });
});

it('is kept until it is checked or thrown away, and no longer than its site', async () => {
	const lists = started();
	const open = async () => valueOf(await lists.open(file(), null, {}, true)).listId;
	const [thrown, checked, ofSite] = [await open(), await open(), await open()];
	valueOf(lists.close(thrown));
	valueOf(lists.startedOn(checked, null));
	valueOf(await lists.choose(ofSite, target));
	expect(valueOf(lists.drafts()).map(({ listId }) => listId)).toEqual([ofSite]);
	valueOf(createSiteStore(sql).remove('Acme'));
	expect(valueOf(lists.drafts())).toEqual([]);
	expect(sql.column('SELECT count(*) FROM list_draft_piece')).toEqual([0]);
	expect(codeOf(await started().resume(ofSite))).toBe('list-not-found');
});

it('is not made of a list nobody wants kept, and a site that is not stored is none', async () => {
	const lists = started();
	const { listId } = valueOf(await lists.open(file(), null));
	expect(codeOf(await lists.choose(listId, target))).toBe('list-not-found');
	expect(valueOf(lists.drafts())).toEqual([]);
	const kept = valueOf(await lists.open(file(), null, {}, true)).listId;
	valueOf(await lists.choose(kept, { ...target, site: 'Gone' }));
	expect(valueOf(lists.drafts())).toMatchObject([{ site: null }]);
});

it('holds a file of several pieces', async () => {
	const text = Array.from({ length: 60_000 }, (_, at) => `${(at * 2_654_435_761).toString(36)}${at}@x${at % 977}.com`).join('\n');
	const { listId } = valueOf(await started().open({ name: 'long', text }, null, {}, true));
	valueOf(await started().resume(listId));
	const found = valueOf(await createDraftStore(sql).find(listId));
	expect(found.bytes.toString()).toBe(text);
});

const places = () => sql.all<{ line: number; nth: number; rows: string }>('SELECT line, nth, rows FROM list_draft_row ORDER BY line, nth');

it('stores what was changed and nothing beside it, and what was taken back no longer', async () => {
	const lists = started();
	const { listId } = valueOf(await lists.open({ name: 'Pasted rows', text: 'a@@x.com\nb@x.com, c@x.com\nd@x.com' }, null, {}, true));
	valueOf(await lists.edit(listId, (check) => check.correctCell(0, 0, 'a@x.com')));
	const sentinel = places()[0]?.rows.replace('a@x.com', 'untouched@x.com') ?? '';
	sql.run('UPDATE list_draft_row SET rows = ?', [sentinel]);
	valueOf(await lists.edit(listId, (check) => check.splitRow(1)));
	expect(places().map(({ rows }) => rows)[0]).toBe(sentinel);
	expect(places().map(({ line, rows }) => [line, (JSON.parse(rows) as unknown[]).length])).toEqual([
		[1, 1],
		[2, 2],
	]);
	valueOf(await lists.edit(listId, (check) => check.undo()));
	expect(places().map(({ line }) => line)).toEqual([1]);
	expect(valueOf(await started().rows(listId, all)).rows).toMatchObject([
		{ address: 'untouched@x.com' },
		{ cells: ['b@x.com, c@x.com'] },
		{ address: 'd@x.com' },
	]);
});

it('of an older version keeps what was changed in it', async () => {
	const lists = started();
	const { listId } = valueOf(await lists.open({ name: 'Pasted rows', text: 'a@@x.com\nb@x.com, c@x.com' }, null, {}, true));
	valueOf(await lists.edit(listId, (check) => check.correctCell(0, 0, 'a@x.com')));
	valueOf(await lists.edit(listId, (check) => check.splitRow(1)));
	const rows = valueOf(await lists.rows(listId, all)).rows;
	const kept = places();
	// As it was stored then: with the rows in the one text.
	const before = JSON.stringify(kept.flatMap((place) => JSON.parse(place.rows) as unknown[]));
	sql.run("UPDATE list_draft SET work = json_set(work, '$.rows', json(?))", [before]);
	sql.script(`DROP TABLE list_draft_row; ${draftRows.sql}`);
	expect(places()).toEqual(kept);
	expect(sql.column("SELECT work -> '$.rows' FROM list_draft")).toEqual([null]);
	expect(valueOf(await started().rows(listId, all)).rows).toEqual(rows);
});
