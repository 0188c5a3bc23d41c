import { expect, test } from 'vitest';
import { findCommands, type ListedCommand } from '../../../src/renderer/features/shell/find-commands.ts';

const commands: readonly ListedCommand[] = [
	'Report…',
	'Lists & runs',
	'customers.csv · Halden',
	'Übersicht',
	'More runs',
	'Colours: Dark',
].map((label) => ({ id: label, kind: 'page', label, run: () => undefined }));
const found = (typed: string): readonly string[] => findCommands(commands, typed).map(({ label }) => label);

test('nothing typed is everything, in its order', () => {
	expect(found('  ')).toEqual(commands.map(({ label }) => label));
});

test('every word has to occur, in any order', () => {
	expect(found('hald cust')).toEqual(['customers.csv · Halden']);
	expect(found('halden report')).toEqual([]);
});

test('what begins with it stands before what merely holds it', () => {
	expect(found('re')).toEqual(['Report…', 'More runs']);
	expect(found('runs')).toEqual(['Lists & runs', 'More runs']);
});

test('case and accents do not matter', () => {
	expect(found('ubersicht')).toEqual(['Übersicht']);
	expect(found('DARK')).toEqual(['Colours: Dark']);
});
