import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createMappingStore, type MappingStore } from '#main/storage/lists/mapping-store.ts';
import { createSiteStore, type SiteStore } from '#main/storage/sites/site-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { codeOf, temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let sites: SiteStore;
let mappings: MappingStore;

const addSite = (name: string) =>
	valueOf(
		sites.add({
			name,
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
const remembered = { mapping: { email: 1, name: null, organisation: { text: 'Acme' } }, usedAt: '2026-03-02T09:00:00.000Z' };

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/invite-doctor.sqlite`));
	sites = createSiteStore(sql);
	mappings = createMappingStore(sql);
	addSite('Acme');
});
afterEach(() => {
	sql.close();
	folder.remove();
});

it('remembers a mapping for the site and the titles it was used with, and for no other', () => {
	addSite('Other');
	valueOf(mappings.remember('Acme', 'titles', remembered));
	expect(mappings.find('ACME', 'titles')).toEqual(remembered);
	expect(mappings.find('Acme', 'other titles')).toBeNull();
	expect(mappings.find('Other', 'titles')).toBeNull();
});

it('keeps the one used last', () => {
	const later = { mapping: { email: 0, name: 1, organisation: null }, usedAt: '2026-03-03T09:00:00.000Z' };
	valueOf(mappings.remember('Acme', 'titles', remembered));
	valueOf(mappings.remember('acme', 'titles', later));
	expect(mappings.find('Acme', 'titles')).toEqual(later);
});

it('forgets what belongs to a site that is removed, and remembers nothing for one that is not here', () => {
	valueOf(mappings.remember('Acme', 'titles', remembered));
	valueOf(sites.remove('Acme'));
	addSite('Acme');
	expect(mappings.find('Acme', 'titles')).toBeNull();
	valueOf(mappings.remember('Nobody', 'titles', remembered));
	expect(sql.column('SELECT count(*) FROM list_mapping')).toEqual([0]);
});

it('goes by the new name of a renamed site, and a name that is taken changes nothing', () => {
	valueOf(mappings.remember('Acme', 'h', remembered));
	addSite('Halden');
	const to = { name: 'Acme Group', email: 'robin@acme.com', deskKey: 'HELP' };
	expect(codeOf(sites.edit('acme', { ...to, name: 'HALDEN' }))).toBe('site-name-taken');
	expect(valueOf(sites.get('Acme'))).toMatchObject({ email: 'admin@acme.com', deskKey: null });
	valueOf(sites.edit('acme', to));
	expect(codeOf(sites.get('Acme'))).toBe('site-not-found');
	expect(valueOf(sites.get('acme group'))).toMatchObject(to);
	expect(mappings.find('Acme Group', 'h')).toEqual(remembered);
	valueOf(sites.edit('Acme Group', { ...to, name: 'acme group', deskKey: null }));
	expect(valueOf(sites.get('Acme Group'))).toMatchObject({ name: 'acme group', deskKey: null });
	expect(codeOf(sites.edit('gone', to))).toBe('site-not-found');
});
