import { beforeEach, expect, it } from 'vitest';
import { ListService } from '#main/services/lists/list-service.ts';
import type { DraftStore } from '#main/storage/lists/draft-store.ts';
import type { RememberedMapping } from '#main/storage/lists/mapping-store.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { writeWorkbook } from '../../../../support/workbook.ts';

/** For lists that are not kept. */
const noDrafts: DraftStore = {
	create: async () => done(null),
	save: () => done(null),
	list: () => [],
	find: async (id) => failed('list-not-found', { list: id }),
	remove: () => done(null),
};

let lists: ListService;
let remembered: Map<string, RememberedMapping>;

beforeEach(() => {
	let ids = 0;
	remembered = new Map();
	lists = new ListService({
		random: { next: () => 0, id: () => `list-${++ids}` },
		clock: new ManualClock(),
		drafts: noDrafts,
		mappings: {
			find: (site, header) => remembered.get(`${site} ${header}`) ?? null,
			remember: (site, header, mapping) => {
				remembered.set(`${site} ${header}`, mapping);
				return done(null);
			},
		},
	});
});

const valueOf = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};
const text = 'Name,Email,Backup\nAnn,ann@x.com,ann@y.com\nBob,bob@@x.com,bob@y.com\nCy,cy@gmial.com,ann@y.com\n';
const open = async (site: string | null = null) => valueOf(await lists.open({ name: 'list.csv', text }, site));
const page = { from: 0, count: 10, filter: 'all' } as const;

it('answers pages, counts and edits of an open list', async () => {
	const { listId, state } = await open();
	expect(state).toMatchObject({ counts: { all: 3, errors: 1, 'probable-typo': 1 }, rowsToRun: 3, rememberedAt: null });
	expect(valueOf(await lists.rows(listId, { ...page, filter: 'errors' }))).toMatchObject({ total: 1, rows: [{ row: 3, index: 1 }] });
	const corrected = valueOf(await lists.edit(listId, (check) => check.correctCell(1, 1, 'bob@x.com')));
	expect(corrected).toMatchObject({ counts: { errors: 0, edited: 1 }, undo: { kind: 'cell', row: 3 } });
	expect(corrected.revision).toBeGreaterThan(state.revision);
	expect(valueOf(await lists.problems(listId))).toEqual(corrected);
	expect(valueOf(await lists.nearestProblem(listId, -1, 'next'))).toBe(2);
});

it('gives a run the list as it stands, read through the mapping it was started with', async () => {
	const { listId } = await open();
	valueOf(await lists.edit(listId, (check) => check.exclude([2], true)));
	const list = valueOf(await lists.ready(listId, { email: 2, name: 0, organisation: { text: 'Acme' } }));
	expect([...list.rows()].map(({ original, organisation }) => [original, organisation])).toEqual([
		['ann@y.com', 'Acme'],
		['bob@y.com', 'Acme'],
	]);
});

it('takes the mapping that was used last for the site and these titles, and says since when', async () => {
	const first = await open('Acme');
	const mapping = { email: 2, name: null, organisation: { text: 'Acme' } };
	valueOf(await lists.map(first.listId, mapping));
	valueOf(lists.startedOn(first.listId, 'Acme'));
	expect(await lists.problems(first.listId)).toMatchObject({ ok: false, failure: { code: 'list-not-found' } });

	expect((await open('Acme')).state).toMatchObject({ mapping, rememberedAt: '2026-11-23T12:00:00.000Z' });
	const other = await open('Other');
	expect(other.state).toMatchObject({ mapping: { email: 1, name: 0 }, rememberedAt: null });
	expect(valueOf(await lists.recall(other.listId, 'Acme'))).toMatchObject({ mapping, counts: { errors: 0 } });
	expect(valueOf(await lists.map(other.listId, mapping)).rememberedAt).toBeNull();
});

it('carries nothing that is remembered for one site over to another', async () => {
	const first = await open('Acme');
	valueOf(await lists.map(first.listId, { email: 2, name: null, organisation: { text: 'Acme' } }));
	valueOf(lists.startedOn(first.listId, 'Acme'));
	const second = await open('Acme');
	expect(valueOf(await lists.recall(second.listId, 'Other'))).toMatchObject({
		mapping: { email: 1, name: 0, organisation: null },
		rememberedAt: null,
	});
});

it('stays open where its mapping is remembered for one of several sites', async () => {
	const { listId } = await open('Acme');
	const mapping = { email: 2, name: null, organisation: null };
	valueOf(await lists.map(listId, mapping));
	valueOf(lists.remember(listId, 'Acme'));
	expect(valueOf(await lists.problems(listId)).mapping).toEqual(mapping);
	expect((await open('Acme')).state.mapping).toEqual(mapping);
});

it('remembers nothing of a list without titles', async () => {
	const { listId } = valueOf(await lists.open({ name: 'p', text: 'ann@x.com\nbob@x.com' }, 'Acme'));
	valueOf(lists.startedOn(listId, 'Acme'));
	expect(remembered.size).toBe(0);
});

it('refuses a mapping onto a column the list does not have', async () => {
	const { listId } = await open();
	expect(await lists.map(listId, { email: 3, name: null, organisation: null })).toMatchObject({
		ok: false,
		failure: { code: 'column-not-found' },
	});
});

it('reads another sheet of the same workbook', async () => {
	const file = writeWorkbook({
		sheets: [
			{ name: 'One', rows: [['Email'], ['ann@x.com'], ['dan@x.com'], ['eve@x.com']] },
			{ name: 'Two', rows: [['Email'], ['bob@x.com'], ['cy@x.com']] },
		],
	});
	const { listId, preview } = valueOf(await lists.open({ name: 'l.xlsx', file: new File([new Uint8Array(file)], 'l.xlsx') }, null));
	expect(preview.format).toMatchObject({ sheet: 'One' });
	expect(valueOf(await lists.openSheet(listId, 'Two', null))).toMatchObject({ preview: { rowCount: 2 }, state: { counts: { all: 2 } } });
	expect(await lists.openSheet(listId, 'Three', null)).toMatchObject({ ok: false, failure: { code: 'sheet-not-found' } });
	expect(valueOf(await lists.rows(listId, page)).total).toBe(2);

	valueOf(await lists.edit(listId, (check) => check.exclude([0], true)));
	expect(valueOf(await lists.openSheet(listId, 'One', null)).state.counts.excluded).toBe(0);
	expect(valueOf(await lists.openSheet(listId, 'Two', null)).state.counts.excluded).toBe(1);
});

it('keeps what was corrected where another line has the column titles', async () => {
	const file = new File(['Name,Email\nSome,Thing\nAnn,ann@@x.com\nBob,"bob@x.com; cy@x.com"\n'], 'l.csv');
	const { listId } = valueOf(await lists.open({ name: 'l.csv', file }, null));
	valueOf(await lists.edit(listId, (check) => check.correctCell(0, 1, 'who@x.com')));
	valueOf(await lists.edit(listId, (check) => check.correctCell(1, 1, 'ann@x.com')));
	valueOf(await lists.edit(listId, (check) => check.splitRow(2)));
	const other = valueOf(await lists.openWith(listId, { headerLine: 2 }, null));
	expect(other).toMatchObject({ preview: { headerRow: 2 }, state: { counts: { all: 3, edited: 3, errors: 0 } } });
	valueOf(await lists.edit(listId, (check) => check.exclude([0], true)));
	const back = valueOf(await lists.openWith(listId, { headerLine: null }, null));
	expect(back).toMatchObject({ preview: { headerRow: 1 }, state: { counts: { all: 4, edited: 3, excluded: 1 } } });
});

it('keeps what was corrected, and the columns that were chosen, where other lines are taken or cells are split', async () => {
	const lines = [
		'Everybody',
		'Name,Email,Other',
		'Ann,ann@@x.com,ann@y.com',
		'Bob,"bob@x.com; cy@x.com",bob@y.com',
		'Dan,dan@x.com,',
		',,',
		'Total,2,',
	];
	const { listId } = valueOf(await lists.open({ name: 'l.csv', file: new File([`${lines.join('\n')}\n`], 'l.csv') }, null));
	valueOf(await lists.map(listId, { email: 1, name: 2, organisation: null }));
	valueOf(await lists.edit(listId, (check) => check.correctCell(0, 1, 'ann@x.com')));
	valueOf(await lists.edit(listId, (check) => check.exclude([2], true)));
	const kept = { state: { mapping: { name: 2 }, counts: { edited: 1, excluded: 1 } } };
	const framed = valueOf(await lists.openWith(listId, { frames: 'take' }, null));
	expect(framed).toMatchObject(kept);
	expect(framed.state.counts.all).toBeGreaterThan(3);
	expect(valueOf(await lists.openWith(listId, { frames: 'leave' }, null))).toMatchObject({ state: { ...kept.state, people: 1 } });
	const split = valueOf(await lists.openWith(listId, { addresses: 'split' }, null));
	expect(split).toMatchObject({ state: { ...kept.state, people: 3 } });
	expect(split.account.items).toMatchObject([{}, {}, { kind: 'other-columns', count: 2 }]);
});

it('finds a reading with a row for each address of every column as it was left, and the one before it', async () => {
	const { listId } = await open();
	valueOf(await lists.edit(listId, (check) => check.correctCell(1, 1, 'bob@x.com')));
	const each = valueOf(await lists.openWith(listId, { addresses: 'each' }, null));
	expect(each.state.counts).toMatchObject({ all: 5, edited: 0 });
	valueOf(await lists.edit(listId, (check) => check.exclude([0], true)));
	const first = valueOf(await lists.openWith(listId, { addresses: 'first' }, null));
	expect(first.state).toMatchObject({ counts: { all: 3, edited: 1, excluded: 0 }, undo: { kind: 'cell' } });
	expect(valueOf(await lists.openWith(listId, { addresses: 'each' }, null)).state.counts.excluded).toBe(1);
});

it('counts the people as the list stands: corrected, left out, and read through other columns', async () => {
	const { listId, state } = await open();
	expect(state.people).toBe(2);
	expect(valueOf(await lists.edit(listId, (check) => check.correctCell(1, 1, 'bob@x.com'))).people).toBe(3);
	expect(valueOf(await lists.edit(listId, (check) => check.exclude([0], true))).people).toBe(2);
	expect(valueOf(await lists.map(listId, { email: 2, name: null, organisation: null })).people).toBe(2);
	const list = valueOf(await lists.ready(listId, { email: 2, name: null, organisation: null }));
	expect(list.account.people).toBe(new Set([...list.rows()].flatMap(({ read }) => (read.valid ? [read.address] : []))).size);
});

it('reads the same text in another encoding, and finds the first reading as it was left', async () => {
	const file = new File([Buffer.from('Name,Email\nM\xfcller,ann@x.com\nBob,bob@x.com\n', 'latin1')], 'l.csv');
	const { listId, preview } = valueOf(await lists.open({ name: 'l.csv', file }, null));
	expect(preview.format).toMatchObject({ encoding: 'windows-1252' });
	valueOf(await lists.edit(listId, (check) => check.exclude([0], true)));
	const other = valueOf(await lists.openEncoding(listId, 'windows-1251', null));
	expect(other).toMatchObject({ preview: { format: { encoding: 'windows-1251' } }, state: { counts: { excluded: 0 } } });
	expect(valueOf(await lists.rows(listId, page)).rows[0]?.cells).toEqual(['Mьller', 'ann@x.com']);
	expect(valueOf(await lists.openEncoding(listId, 'windows-1252', null)).state.counts.excluded).toBe(1);
	const asSaid = await lists.open({ name: 'l.csv', file }, null, { encoding: 'koi8-r' });
	expect(asSaid).toMatchObject({ ok: true, value: { preview: { format: { encoding: 'koi8-r' } } } });
});

it('answers one after another, so that nobody sees a list half read', async () => {
	const { listId } = await open();
	const mapped = lists.map(listId, { email: 2, name: null, organisation: null });
	const rows = lists.rows(listId, page);
	valueOf(await mapped);
	expect(valueOf(await rows).rows.map(({ address }) => address)).toEqual(['ann@y.com', 'bob@y.com', 'ann@y.com']);
});

it('keeps the four lists opened last', async () => {
	const opened = [await open(), await open(), await open(), await open(), await open()];
	const kept = await Promise.all(opened.map(async ({ listId }) => (await lists.problems(listId)).ok));
	expect(kept).toEqual([false, true, true, true, true]);
});

it('shortens long cells that nobody reads, and leaves those that can be edited whole', async () => {
	const long = 'x'.repeat(1000);
	const { listId } = valueOf(await lists.open({ name: 'l', text: `Email,Name,Note\nann@x.com,${long},${long}\n` }, null));
	const [row] = valueOf(await lists.rows(listId, page)).rows;
	expect(row?.cells.map(({ length }) => length)).toEqual([9, 1000, 201]);
});
