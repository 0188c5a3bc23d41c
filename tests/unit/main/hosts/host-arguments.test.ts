import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPages, readHostArguments, writeHostArguments } from '#main/hosts/host-arguments.ts';
import builder from '../../../../electron-builder.mjs';

describe('the arguments of a host', () => {
	it('name files by paths, and by the addresses that file managers give', () => {
		const address = pathToFileURL(resolve('Leute & Co.csv')).href;
		expect(readHostArguments(['people.csv', address]).files).toEqual([resolve('people.csv'), resolve('Leute & Co.csv')]);
	});

	it('leave an address of another machine to be told that it cannot be read', () => {
		expect(readHostArguments(['file://server/%2F.csv']).files).toEqual(['file://server/%2F.csv']);
	});

	it('are told to another start so that it reads the same', () => {
		const said = readHostArguments(['--data-dir', '/data dir', '--open-run', 'r 1', '--open-page=runs', '--allow-loopback', '/a b.csv']);
		expect(readHostArguments(writeHostArguments(said))).toEqual(said);
		expect(said).toMatchObject({ dataDir: '/data dir', openRun: 'r 1', openPage: 'runs', allowLoopback: true, files: ['/a b.csv'] });
	});

	it.each(['deb', 'appImage'] as const)('open the pages that the desktop file of the %s offers', (target) => {
		const { desktopActions, entry } = builder[target]?.desktop ?? {};
		const offered = Object.values(desktopActions ?? {}) as readonly { readonly Exec: string }[];
		expect(offered.map(({ Exec }) => readHostArguments(Exec.split(' ').slice(-1)).openPage)).toEqual([...openPages]);
		expect(entry?.['Actions']).toBe(
			Object.keys(desktopActions ?? {})
				.map((name) => `${name};`)
				.join(''),
		);
	});
});
