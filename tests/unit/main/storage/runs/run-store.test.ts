import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compactFacts } from '#core/evidence/person-facts.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { type Sql, StoreError } from '#main/storage/sql.ts';
import { activePerson, personWithEntry } from '../../../../support/evidence.ts';
import { asStored, codeOf, judged, listRow, manualClock, newRun, storedRows, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let store: RunStore;
const clock = manualClock();
const path = () => `${folder.path}/invite-doctor.sqlite`;
const byRow = { by: 'row', descending: false } as const;
const people = [
	listRow(2, 'Zoe@example.com', { displayName: 'Zoé ÉTOILE', organisation: 'Blue' }),
	listRow(3, 'adam@example.com', { displayName: 'adam', organisation: 'red' }),
	listRow(5, 'Bea_50%@example.org', { displayName: 'Bea', organisation: null, suggestion: 'bea@example.com' }),
	listRow(6, 'not an address', {
		read: { valid: false, problem: 'no-at-sign', details: {}, cleaned: [] },
		original: ' not an address ',
		repeats: 2,
	}),
];

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(path()));
	store = createRunStore(sql, nobodyHolds);
	clock.moveTo(1_000_000);
	valueOf(store.create(newRun(), people));
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const reopen = async (): Promise<void> => {
	sql.close();
	sql = valueOf(await openDatabase(path()));
	store = createRunStore(sql, nobodyHolds);
};

describe('a run that was created', () => {
	it('is read back by another connection as it was asked for', async () => {
		await reopen();
		expect(valueOf(store.request('run-1'))).toEqual({ ...newRun(), askedAs: null });
		expect(valueOf(store.run('run-1'))).toMatchObject({
			columns: ['Name', 'E-mail', 'Company'],
			site: { name: 'acme', url: 'https://acme.atlassian.net' },
			desk: null,
			rowCount: 4,
			checkedCount: 0,
			summary: { 'not-checked': 4 },
			calls: {},
			findings: [],
			finishedAt: null,
		});
	});

	it('gives back every row as it was read, in list order', async () => {
		await reopen();
		expect(storedRows(store, 'run-1')).toEqual(people.map(asStored));
	});

	it('leaves nothing behind when its rows break off', () => {
		const broken = function* () {
			yield listRow(2, 'a@example.com');
			throw new Error('the list broke off');
		};
		expect(() => store.create(newRun('run-2'), broken())).toThrow('the list broke off');
		expect(codeOf(store.run('run-2'))).toBe('run-not-found');
		expect(sql.column('SELECT count(*) FROM run_row')).toEqual([4]);
	});

	it('is listed newest first', () => {
		valueOf(store.create(newRun('run-2', { startedAt: '2026-03-02T09:00:00.000Z' }), []));
		expect(store.runs().map(({ id }) => id)).toEqual(['run-2', 'run-1']);
	});
});

describe('verdicts', () => {
	it('are stored with their evidence and counted', async () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'already-customer'), judged(3, 'invalid-address')]));
		await reopen();
		expect(valueOf(store.row('run-1', 0))).toEqual({
			id: 0,
			row: 2,
			email: 'zoe@example.com',
			name: 'Zoé ÉTOILE',
			organisation: 'Blue',
			cause: 'already-customer',
			certainty: 'proven',
			remedy: null,
			suggestion: null,
			cells: ['Zoé ÉTOILE', ' Zoe@example.com', 'Blue'],
			cleaned: ['surrounding-space'],
			verdict: judged(0, 'already-customer').verdict,
		});
		expect(valueOf(store.run('run-1'))).toMatchObject({
			checkedCount: 2,
			summary: { 'already-customer': 1, 'invalid-address': 1, 'not-checked': 2 },
		});
		expect(storedRows(store, 'run-1').map((row) => row.judged)).toEqual([true, false, false, true]);
	});

	it('are kept: the first one stored counts', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'already-customer')]));
		valueOf(store.saveVerdicts('run-1', [judged(0, 'undetermined'), judged(1, 'ready-new')]));
		expect(store.summary('run-1', {})).toEqual({ 'already-customer': 1, 'ready-new': 1, 'not-checked': 2 });
		expect(valueOf(store.row('run-1', 0)).verdict).toEqual(judged(0, 'already-customer').verdict);
	});

	it('that only say why a row was not tried leave it open', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'not-checked', 'unknown')]));
		expect(storedRows(store, 'run-1').map((row) => row.judged)).toEqual([false, false, false, false]);
		expect(valueOf(store.row('run-1', 0)).verdict.evidence).toHaveLength(1);
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new')]));
		expect(store.summary('run-1', {})).toEqual({ 'ready-new': 1, 'not-checked': 3 });
	});

	it('may bring a corrected address', () => {
		const { verdict } = judged(1, 'probable-typo', 'likely');
		valueOf(store.saveVerdicts('run-1', [{ id: 1, verdict: { ...verdict, suggestion: 'adam@example.org' } }]));
		expect(store.rows('run-1', [1])[0]?.suggestion).toBe('adam@example.org');
		expect(valueOf(store.row('run-1', 1)).verdict.suggestion).toBe('adam@example.org');
	});

	it('of rows the run does not have change nothing', () => {
		valueOf(store.saveVerdicts('run-1', [judged(99, 'ready-new')]));
		expect(store.summary('run-1', {})).toEqual({ 'not-checked': 4 });
	});
});

describe('facts', () => {
	const suspended = compactFacts(personWithEntry({ status: 'suspended' }));
	const active = compactFacts(activePerson());

	it('are kept beside the verdict, once for all who share them, and given back page by page', async () => {
		valueOf(
			store.saveVerdicts('run-1', [
				{ ...judged(0, 'access-revoked'), facts: suspended },
				{ ...judged(1, 'access-revoked'), facts: suspended },
				{ ...judged(2, 'ready-existing'), facts: active },
				judged(3, 'invalid-address'),
			]),
		);
		await reopen();
		expect([...store.factRows('run-1', 'diagnosed')].flat()).toEqual([
			{ facts: suspended, address: 'zoe@example.com', suggestion: null },
			{ facts: suspended, address: 'adam@example.com', suggestion: null },
			{ facts: active, address: 'bea_50%@example.org', suggestion: 'bea@example.com' },
		]);
		expect(sql.column('SELECT count(*) FROM person_facts')).toEqual([2]);
		expect([...store.factRows('none', 'diagnosed')]).toEqual([]);
	});

	it('are the same object for the same facts, also beyond a page', () => {
		const many = Array.from({ length: 4100 }, (_, index) => listRow(index + 2, `p${index}@example.com`));
		valueOf(store.create(newRun('long'), many));
		valueOf(
			store.saveVerdicts(
				'long',
				many.map((_, id) => ({ ...judged(id, 'access-revoked'), facts: suspended })),
			),
		);
		const pages = [...store.factRows('long', 'diagnosed')];
		expect(pages.length).toBeGreaterThan(2);
		expect(pages.flat().map(({ address }) => address)).toEqual(many.map((_, index) => `p${index}@example.com`));
		expect(new Set(pages.flat().map(({ facts }) => facts)).size).toBe(1);
	});
});

describe('what a run has learned', () => {
	it('is kept: desk, findings, calls, answers', async () => {
		const desk = { id: '4', key: 'HELP', name: 'Help' };
		store.setDesk('run-1', desk);
		store.setFindings('run-1', [judged(0, 'desk-permission-missing').verdict]);
		store.addCalls('run-1', { 'GET /a': 2 });
		store.addCalls('run-1', { 'GET /a': 1, 'GET /b': 4 });
		valueOf(store.saveAnswer('run-1', 'accounts 0-99', '[1]'));
		valueOf(store.saveAnswer('run-1', 'accounts 0-99', '[2]'));
		await reopen();
		expect(valueOf(store.run('run-1'))).toMatchObject({
			desk,
			findings: [judged(0, 'desk-permission-missing').verdict],
			calls: { 'GET /a': 3, 'GET /b': 4 },
		});
		expect(store.answer('run-1', 'accounts 0-99')).toBe('[2]');
		expect(store.answer('run-1', 'accounts 100-199')).toBeNull();
	});

	it('may be another customer access than it began with', async () => {
		const access = { ...newRun().access, external: true, at: '2026-03-02T08:00:00.000Z' };
		valueOf(store.setAccess('run-1', access));
		await reopen();
		expect(valueOf(store.request('run-1')).access).toEqual(access);
		expect(codeOf(store.setAccess('none', access))).toBe('run-not-found');
	});

	it('says why it stopped, and when it finished', () => {
		store.setState('run-1', 'stopped', { code: 'token-rejected', details: { status: 401 } }, '2026-03-01T10:00:00Z');
		expect(valueOf(store.run('run-1'))).toMatchObject({
			state: 'stopped',
			stop: { code: 'token-rejected', details: { status: 401 } },
			finishedAt: null,
		});
		store.setState('run-1', 'finished', null, '2026-03-01T11:00:00Z');
		expect(valueOf(store.run('run-1'))).toMatchObject({ state: 'finished', stop: null, finishedAt: '2026-03-01T11:00:00Z' });
	});

	it('is refused for a run that is not there', () => {
		expect(codeOf(store.run('none'))).toBe('run-not-found');
		expect(codeOf(store.request('none'))).toBe('run-not-found');
		expect(codeOf(store.saveVerdicts('none', []))).toBe('run-not-found');
		expect(codeOf(store.saveAnswer('none', 'q', 'a'))).toBe('run-not-found');
		expect(codeOf(store.row('none', 0))).toBe('run-not-found');
		expect(() => store.setFindings('none', [])).toThrow(StoreError);
		expect(store.rowIds('none', {}, byRow)).toEqual([]);
		expect([...store.allRows('none')]).toEqual([]);
	});
});

it('shows a run as stopped, without a failure, where it says that it is running and nobody works on it', () => {
	const held = new Set<string>();
	const watched = createRunStore(sql, (runId) => held.has(runId));
	watched.setState('run-1', 'running', null, '');
	expect(valueOf(watched.run('run-1'))).toMatchObject({ state: 'stopped', stop: null });
	expect(watched.runs()[0]?.state).toBe('stopped');
	held.add('run-1');
	expect(valueOf(watched.run('run-1')).state).toBe('running');
});

describe('the table', () => {
	const ids = (filter: Parameters<RunStore['rowIds']>[1], by: 'row' | 'email' | 'name' | 'organisation' | 'cause' | 'certainty' = 'row') =>
		store.rowIds('run-1', filter, { by, descending: false });

	it('sorts by every column, both ways, without regard to case', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new', 'likely'), judged(1, 'already-customer')]));
		expect(ids({})).toEqual([0, 1, 2, 3]);
		expect(ids({}, 'email')).toEqual([1, 2, 3, 0]);
		expect(ids({}, 'name')).toEqual([3, 1, 2, 0]);
		expect(ids({}, 'organisation')).toEqual([2, 3, 0, 1]);
		expect(ids({}, 'cause')).toEqual([1, 2, 3, 0]);
		expect(ids({}, 'certainty')).toEqual([0, 1, 2, 3]);
		expect(store.rowIds('run-1', {}, { by: 'email', descending: true })).toEqual([0, 3, 2, 1]);
		expect(store.rowIds('run-1', {}, { by: 'row', descending: true })).toEqual([3, 2, 1, 0]);
	});

	it('filters by cause and certainty', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new', 'likely'), judged(1, 'already-customer')]));
		expect(ids({ causes: ['ready-new', 'not-checked'] }, 'email')).toEqual([2, 3, 0]);
		expect(ids({ certainties: ['proven', 'likely'] })).toEqual([0, 1]);
		expect(ids({ causes: ['ready-new'], certainties: ['proven'] })).toEqual([]);
		expect(ids({ causes: [] })).toEqual([]);
	});

	it('finds text in address, name and organisation whatever its case, also beyond A-Z', () => {
		expect(ids({ text: 'EXAMPLE.COM' })).toEqual([0, 1]);
		expect(ids({ text: 'étoile' })).toEqual([0]);
		expect(ids({ text: 'ZOE\u0301' })).toEqual([0]);
		expect(ids({ text: ' Red ' })).toEqual([1]);
		expect(ids({ text: 'not an' })).toEqual([3]);
		expect(ids({ text: '  ' })).toEqual([0, 1, 2, 3]);
	});

	it('takes signs that SQL knows as they are', () => {
		expect(ids({ text: '_50%' })).toEqual([2]);
		expect(ids({ text: '%' })).toEqual([2]);
		expect(ids({ text: "' OR 1=1 --" })).toEqual([]);
	});

	it('counts by cause under text and certainty, whatever causes are chosen', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new', 'likely'), judged(1, 'already-customer')]));
		expect(store.summary('run-1', { causes: ['ready-new'] })).toEqual({ 'ready-new': 1, 'already-customer': 1, 'not-checked': 2 });
		expect(store.summary('run-1', { text: 'example.com' })).toEqual({ 'ready-new': 1, 'already-customer': 1 });
		expect(store.summary('run-1', { certainties: ['unknown'] })).toEqual({ 'not-checked': 2 });
	});

	it('filters by domain and organisation, also by none', () => {
		expect(ids({ domains: ['example.com'] }, 'email')).toEqual([1, 0]);
		expect(ids({ domains: ['nowhere.example'] })).toEqual([]);
		const [first] = store.rows('run-1', [1]);
		expect(ids({ organisations: [first?.organisation?.toUpperCase() ?? ''] })).toEqual([1]);
		expect(ids({ organisations: [null, first?.organisation ?? ''], domains: ['example.com'] })).toEqual([1]);
		expect(store.summary('run-1', { domains: ['example.com'] })).toEqual({ 'not-checked': 2 });
	});

	it('counts domains and organisations under the rest of the filter', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new', 'likely')]));
		const domains = store.values('run-1', 'domain', { domains: ['nowhere.example'] });
		expect(domains.find(({ value }) => value === 'example.com')).toEqual({ value: 'example.com', rows: 2 });
		expect(domains.some(({ value }) => value === null)).toBe(false);
		expect(store.values('run-1', 'domain', { causes: ['ready-new'] })).toEqual([{ value: 'example.com', rows: 1 }]);
		const organisations = store.values('run-1', 'organisation', {});
		expect(organisations.reduce((sum, { rows }) => sum + rows, 0)).toBe(4);
		expect(organisations.some(({ value }) => value === null)).toBe(true);
	});

	it('counts organisations that differ in case alone as one, filtered or not', () => {
		const rows = ['Acme', 'ACME', 'acme', null].map((organisation, index) => listRow(index + 2, `p${index}@example.com`, { organisation }));
		valueOf(store.create(newRun('cases'), rows));
		const counted = (filter: Parameters<RunStore['values']>[2]) =>
			new Map(store.values('cases', 'organisation', filter).map(({ value, rows: count }) => [value?.toLowerCase() ?? null, count]));
		const expected = new Map([
			['acme', 3],
			[null, 1],
		]);
		expect(counted({})).toEqual(expected);
		expect(counted({ text: 'example' })).toEqual(expected);
	});

	it('breaks rows down by domain, cause and certainty', () => {
		valueOf(store.saveVerdicts('run-1', [judged(0, 'ready-new', 'likely')]));
		expect(store.breakdown('run-1')).toEqual(
			expect.arrayContaining([
				{ domain: 'example.com', cause: 'ready-new', certainty: 'likely', rows: 1 },
				{ domain: 'example.com', cause: 'not-checked', certainty: 'unknown', rows: 1 },
			]),
		);
	});

	it('reads rows in the order of the ids asked for', () => {
		expect(store.rows('run-1', [3, 0, 77]).map(({ email }) => email)).toEqual(['not an address', 'zoe@example.com']);
	});
});

describe('reading all rows for a report', () => {
	it('gives each once, in list order, while verdicts are being written', () => {
		const many = Array.from({ length: 1200 }, (_, index) => listRow(index + 2, `p${index}@example.com`));
		valueOf(store.create(newRun('long'), many));
		const seen: number[] = [];
		for (const row of store.allRows('long')) {
			seen.push(row.id);
			if (row.id % 400 === 0) valueOf(store.saveVerdicts('long', [judged(1199 - row.id, 'ready-new')]));
		}
		expect(seen).toEqual(many.map((_, index) => index));
	});
});
