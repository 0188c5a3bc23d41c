import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { makeSbom } from '../../../scripts/sbom.mjs';

const root = join(import.meta.dirname, '../../..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

interface Locked {
	/** Where the package is called otherwise than its folder. */
	readonly name?: string;
	readonly version?: string;
	readonly resolved?: string;
	readonly integrity?: string;
	readonly license?: string;
	readonly link?: boolean;
	readonly hasInstallScript?: boolean;
}

const { dependencies, devDependencies, optionalDependencies, allowScripts } = readJson('package.json') as Readonly<
	Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
> & { readonly allowScripts: Readonly<Record<string, boolean>> };
const { packages } = readJson('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const week = 7 * 86_400_000;
/** What is mended today may not be tomorrow: these two are about the day on which they run. */
const today = new Date().getTime();
/** The day of its first stable version. */
const electronMajor = { major: 45, released: '2026-10-21' };

/** They ask for nothing but their text. */
const freeLicences = new Set([
	'MIT',
	'MIT-0',
	'Python-2.0',
	'ISC',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'Apache-2.0',
	'0BSD',
	'BlueOak-1.0.0',
	'CC0-1.0',
	'Unlicense',
]);
const isFree = (licence: string): boolean =>
	licence
		.replaceAll(/[()]/g, '')
		.split(' OR ')
		.some((one) => one.split(' AND ').every((part) => freeLicences.has(part)));

describe('what others wrote', () => {
	it('is asked for in one exact version', () => {
		const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
		expect(asked.filter(([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	it('is held by its digest, and comes over TLS', () => {
		expect(
			locked.filter(([, { integrity, link }]) => link !== true && integrity?.startsWith('sha512-') !== true).map(([path]) => path),
		).toEqual([]);
		expect(locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://')).map(([path]) => path)).toEqual(
			[],
		);
	});

	it('runs nothing when it is installed', () => {
		const named = new Set(Object.keys(allowScripts));
		expect(Object.values(allowScripts)).toEqual(Object.values(allowScripts).map(() => false));
		const unnamed = locked.filter(([path, one]) => one.hasInstallScript === true && !named.has(one.name ?? nameOf(path)));
		// Of macOS alone, and only where Vite watches files.
		expect(unnamed.map(([path]) => nameOf(path)).filter((name) => name !== 'fsevents')).toEqual([]);
		expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
	});

	it('is listed where it ships, with a licence that lets it', () => {
		const { components } = makeSbom();
		const shipped = new Map(components.map(({ group, name, purl }) => [group ? `${group}/${name}` : name, purl]));
		const byAlias = new Map(Object.entries(dependencies).map(([name, version]) => [name, /^npm:(@?[\w./-]+)@/.exec(version)?.[1] ?? name]));
		const isListed = (name: string): boolean => shipped.has(name) || shipped.has(byAlias.get(name) ?? name);
		expect([...Object.keys(dependencies), 'electron', 'react', 'react-dom', '@mantine/core'].filter((name) => !isListed(name))).toEqual([]);
		expect(['vitest', 'vite', 'typescript', '@playwright/test', 'electron-builder'].filter((name) => shipped.has(name))).toEqual([]);
		const bound = components.filter(
			({ licenses = [] }) => !licenses.some(({ license, expression }) => isFree(license?.id ?? license?.name ?? expression ?? '')),
		);
		expect(bound.map(({ name, licenses }) => [name, licenses])).toEqual([]);
	});

	it('is still mended where it holds up the rest: Electron for its newest three majors, eight weeks apart; this fails when ours is none', () => {
		const version = devDependencies['electron'] ?? '';
		expect(version).toMatch(new RegExp(`^${electronMajor.major}\\.`));
		expect(today).toBeLessThan(Date.parse(electronMajor.released) + 24 * week);
	});

	it('is not old where it reads what strangers wrote: SQLite is of the last twelve months', () => {
		const database = new Database(':memory:');
		const { source } = database.prepare('SELECT sqlite_source_id() AS source').get() as { readonly source: string };
		database.close();
		expect(Date.parse(source.slice(0, 10))).toBeGreaterThan(today - 52 * week);
	});
});
