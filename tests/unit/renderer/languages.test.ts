import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { adminFileFaults } from '#shared/admin-files.ts';
import type { Language } from '#shared/languages.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { snapshotFaults } from '#shared/snapshot.ts';
import { decideLanguage } from '../../../src/shared/languages.ts';

const folder = new URL('../../../src/shared/messages/', import.meta.url);

/** How a language counts, how it reads stored questions, and what only puts other tables together. */
const noTables = ['numbers.ts', 'asked.ts', 'all.ts'];

/** Every file of tables there is, so that a new topic is looked at as well. */
const topics = readdirSync(new URL('de/', folder)).filter((name) => !noTables.includes(name));

type Leaves = ReadonlyMap<string, unknown>;

const leavesOf = (value: unknown, path = ''): readonly (readonly [string, unknown])[] =>
	value instanceof RegExp
		? []
		: typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`))
			: [[path, value]];

const load = async (language: string, name: string): Promise<Leaves> =>
	new Map(leavesOf(await import(new URL(`${language}/${name}`, folder).href)));

const details = {
	sheet: 's11',
	site: 's12',
	desk: 's13',
	snapshot: 's14',
	missing: 's15',
	part: 's16',
	values: 's17',
	confirm: 's18',
	organisation: 's19',
	row: 21,
	line: 22,
	status: 23,
	path: 's24',
	reason: 's25',
	sheets: ['s26', 's27'],
	columns: 's28',
	column: 's29',
	desks: 's30',
	call: 's31',
	problem: 's32',
	file: 's33',
	shown: 34,
	total: 35,
	role: 'status',
	node: 's36',
	needed: 's37',
	version: 's38',
	position: 39,
};
const task = { scope: 'person', subject: 's11', remedy: 'approve-domain', ids: [1, 2, 3, 4], unsettled: null };

const probeNumbers = {
	accounts: 11,
	portalOnly: 12,
	withAddress: 13,
	kept: 14,
	atlassianAccounts: 15,
	missing: 16,
	domains: 17,
	broken: 18,
};

/** What sentences are given that want more than numbers and texts. */
const samples: readonly (readonly [RegExp, readonly unknown[]])[] = [
	[/\.(failureTexts\.|adminFileFaultText|snapshotFaultText)/, [details]],
	[/\.verdict$/, [{ email: 's11', domain: 's12', desk: 's13', suggestion: 's14', firstLine: 15 }]],
	[/\.addressProblems\./, [{ count: 's11', character: 's12', domain: 's13', characters: 's14' }]],
	[/\.guidedWords\.(title|kind)$/, [task]],
	[/\.noticeTexts\.other-client$/, [{ domain: 's11', site: 's12', client: 's13' }]],
	[/\.guidedWords\.note$/, [{ kind: 'cannot', reason: 's11' }]],
	[/\.guidedWords\.seen$/, [{ added: 11, addable: 12, blocked: 13, cause: null, notAsked: 14 }]],
	[/\.suggests$/, ['ann@s11']],
	[
		/\.summary\.standings$/,
		[
			{ added: 11, addable: 12, blocked: 13, open: 14, repeated: 15 },
			{ proven: 16, likely: 17 },
		],
	],
	[/\.inference\.(closed|external-only|by-domain)$/, [{ refused: 11, tried: 12, domains: 13 }]],
	[/\.adminFileWords\.where$/, [{ column: 's11', count: 12, line: 13 }]],
	[/\.noticeTexts\./, [{ column: 's11', columns: 's12', count: 13, line: 14, other: 15, shown: 16, total: 17, sites: 's18' }]],
	[/\.approved-domains-readable$/, [['s11', 's12']]],
	[/\.creation-answers$/, [{ cause: null, status: 11, times: 12 }]],
	[/\.probe(Seen|Reasons)\./, [probeNumbers]],
	[/\.tokenTexts\./, [{ day: '2026-11-25', days: 11 }]],
	[/\.readingWords\.lineOf$/, [{ line: 11, text: 's12' }]],
	[/\.readingItems\./, [{ count: 11, columns: ['s12'], sheets: [{ name: 's13', people: 14 }] }]],
	[/\.auditSentences\.states\./, ['s11', { to: 's12', done: 's13' }]],
	[/\.deletionWords\.counts$/, [{ sites: 11, runs: 12, rows: 13, plans: 14, snapshots: 15, checks: 16 }]],
	[/\.snapshotWords\.actionOf$/, ['s11…', 's12']],
	[/\.snapshotWords\.gap$/, ['s11', ['s12', 's13'], 14, 's15']],
];

const allOf = (said: unknown): string =>
	leavesOf(said)
		.map(([, part]) => String(part))
		.join(' ');

const say = (sentence: unknown, path: string, numbers: readonly number[]): string => {
	if (typeof sentence !== 'function') return String(sentence);
	const args = samples.find(([pattern]) => pattern.test(path))?.[1] ?? numbers;
	return allOf((sentence as (...args: readonly unknown[]) => unknown)(...args));
};

const tokens = (text: string): readonly string[] => [...new Set(text.match(/\bs?[1-3]\d\b|\{\w+\}/g))].sort();

describe.each(topics)('%s', (name) => {
	test('has the same sentences in both languages', async () => {
		const [en, de] = [await load('en', name), await load('de', name)];
		expect([...de.keys()].sort()).toEqual([...en.keys()].sort());
	});

	test('is not English a second time', async () => {
		const [en, de] = [await load('en', name), await load('de', name)];
		expect([...de].some(([path, sentence]) => sentence !== en.get(path))).toBe(true);
	});

	test('tells in both languages whatever it is told', async () => {
		const [en, de] = [await load('en', name), await load('de', name)];
		for (const [path, sentence] of en) {
			const numbers = [31, 32, 33, 34];
			expect(tokens(say(de.get(path), path, numbers)), path).toEqual(tokens(say(sentence, path, numbers)));
		}
	});

	test('says something everywhere, in German quotes', async () => {
		for (const [path, sentence] of await load('de', name)) {
			for (const numbers of [
				[1, 1, 1, 1],
				[1, 22, 33, 34],
				[31, 32, 33, 34],
				[0, 0, 0, 0],
			]) {
				const said = say(sentence, path, numbers);
				expect(said.trim(), path).not.toBe('');
				expect(said, path).not.toMatch(/undefined|NaN|”|'/);
				expect(said.split('„').length, `${path}: ${said}`).toBe(said.split('“').length);
			}
		}
	});
});

test.each([
	...snapshotFaults.map((fault) => ['snapshot-unusable', fault] as const),
	...adminFileFaults.map((fault) => ['export-unusable', fault] as const),
])('%s tells in both languages why: %s', (code, fault) => {
	const textIn = (language: Language): string => allOf(messagesIn(language).failureTexts[code]({ ...details, fault }));
	expect(tokens(textIn('de'))).toEqual(tokens(textIn('en')));
	expect(textIn('de')).not.toBe(textIn('en'));
});

test('German stands beside every English topic', () => {
	expect(readdirSync(new URL('de/', folder))).toEqual(readdirSync(new URL('en/', folder)));
});

describe('the language', () => {
	test('is the one that was chosen', () => {
		expect(decideLanguage('en', ['de-DE'])).toBe('en');
		expect(decideLanguage('de', ['en-US'])).toBe('de');
	});

	test('is else the first that is wanted and there', () => {
		expect(decideLanguage(null, ['fr-CH', 'de-CH', 'en'])).toBe('de');
		expect(decideLanguage(null, ['EN-GB', 'de'])).toBe('en');
	});

	test('is English where nothing that is wanted is there', () => {
		expect(decideLanguage(null, [])).toBe('en');
		expect(decideLanguage('tlh', ['fr', 'toString'])).toBe('en');
	});
});

describe('in a German browser', () => {
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.resetModules();
	});

	const openGermanPage = (): void => {
		vi.stubGlobal('document', {});
		vi.stubGlobal('localStorage', { getItem: () => null });
		vi.stubGlobal('navigator', { languages: ['de-AT', 'en'] });
		vi.resetModules();
	};

	test('numbers, dates and durations are German', async () => {
		openGermanPage();
		const formats = await import('../../../src/renderer/ui/formats.ts');
		expect(formats.formatCount(1_234_567)).toBe('1.234.567');
		expect(formats.plural(1000, 'Zeile', 'Zeilen')).toBe('1.000 Zeilen');
		expect(formats.formatMoment('2026-11-25T12:00:00')).toBe('25.11.2026, 12:00');
		const now = Date.parse('2026-11-25T12:00:00Z');
		expect(formats.formatAgo('2026-11-25T09:00:00Z', now)).toBe('vor 3 Stunden');
		expect(formats.formatAgo('2026-11-25T11:59:50Z', now)).toBe('gerade eben');
		expect(formats.formatDuration(5_400_000)).toBe('etwa 1,5 h');
		expect(formats.formatLeft(90_000)).toBe('noch etwa 2 min');
		expect([formats.formatShare(1, 1000), formats.formatShare(1, 3), formats.formatPercent(45)]).toEqual([
			'<\u00a01\u00a0%',
			'33\u00a0%',
			'45\u00a0%',
		]);
	});

	test('sentences are German, and so are questions that were stored in English', async () => {
		openGermanPage();
		const { askedText, failureText } = await import('../../../src/renderer/messages.ts');
		expect(failureText({ code: 'list-empty', details: {} }).happened).toBe('Diese Datei ist leer.');
		expect(askedText('directory entry of ann@example.com')).toBe('Verzeichniseintrag von ann@example.com');
		expect(askedText("ann@example.com among the desk's customers")).toBe('ann@example.com unter den Kunden des Serviceprojekts');
		expect(askedText('a question of a later version')).toBe('a question of a later version');
	});
});

describe('without a page', () => {
	test('formats are English', async () => {
		const formats = await import('../../../src/renderer/ui/formats.ts');
		expect(formats.formatCount(1_234_567)).toBe('1,234,567');
		expect(formats.formatDuration(5_400_000)).toBe('about 1.5 h');
		expect(formats.formatDuration(300)).toBe('less than a second');
		expect(formats.formatLeft(1000)).toBe('almost done');
		expect([formats.formatShare(1, 1000), formats.formatPercent(45)]).toEqual(['<1%', '45%']);
		expect(formats.formatAgo('not a date', 0)).toBe('not a date');
	});
});
