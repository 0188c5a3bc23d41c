import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreationOutcome } from '#core/evidence/infer-access.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { Secret } from '#core/secret.ts';
import { AccessService } from '#main/services/sites/access-service.ts';
import { makeKnownDoor } from '#main/atlassian/door.ts';
import type { SiteConnection } from '#main/services/sites/site-connection.ts';
import { createAccessStore } from '#main/storage/sites/access-store.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createProbeStore, type ProbeStore } from '#main/storage/sites/probe-store.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { createSiteStore, type SiteStore } from '#main/storage/sites/site-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { type AccessSettings, unknownCustomerAccess } from '#shared/customer-access.ts';
import { codeOf, listRow, manualClock, newRun, temporaryFolder, valueOf } from '../../storage/samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

const acme = { url: 'https://acme.atlassian.net', email: 'admin@acme.com' };
const settings: AccessSettings = { internal: true, approvedDomains: ['acme.com'], external: false, allowedDomains: null };
const nothing: AccessSettings = { internal: null, approvedDomains: null, external: null, allowedDomains: null };
const clock = manualClock();
let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let sites: SiteStore;
let runs: RunStore;
let outcomes: readonly CreationOutcome[] = [];
let probes: ProbeStore;
let service: AccessService;

const open = async (): Promise<void> => {
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	sites = createSiteStore(sql);
	runs = createRunStore(sql, nobodyHolds);
	const creations = { creationOutcomes: (url: string) => (url === acme.url ? outcomes : []) };
	probes = createProbeStore(sql);
	service = new AccessService({ declarations: createAccessStore(sql), sites, runs, creations, probes, clock, user: 'robin' });
};
const timeOf = (ms: number): string => new Date(ms).toISOString();

beforeEach(async () => {
	folder = temporaryFolder();
	clock.moveTo(1_000_000);
	outcomes = [];
	await open();
});
afterEach(() => {
	sql.close();
	folder.remove();
});

describe('what is declared of a site', () => {
	it('is known afterwards, with its date and who said it, also by another process', async () => {
		valueOf(service.declare(acme, settings, null));
		sql.close();
		await open();
		expect(service.known(acme.url)).toEqual({
			access: { ...settings, origin: 'declared', at: timeOf(1_000_000) },
			declarations: [
				{
					at: timeOf(1_000_000),
					access: { ...settings, origin: 'declared', at: timeOf(1_000_000) },
					management: null,
					by: { account: 'admin@acme.com', user: 'robin' },
				},
			],
			read: null,
			inferred: null,
		});
	});

	it('is followed by what is declared later, and both stay on record', () => {
		valueOf(service.declare(acme, settings, null));
		clock.moveTo(2_000_000);
		valueOf(service.declare(acme, { ...settings, external: true }, null));
		const { access, declarations } = service.known(acme.url);
		expect(access).toMatchObject({ external: true, at: timeOf(2_000_000) });
		expect(declarations.map(({ at, access: said }) => [at, said.external])).toEqual([
			[timeOf(2_000_000), true],
			[timeOf(1_000_000), false],
		]);
	});

	it('may come from a list, where nobody declared anything of the site before, and what was taken back stays so', () => {
		valueOf(service.declareFirst(acme, settings));
		expect(service.known(acme.url).access).toMatchObject({ ...settings, origin: 'declared' });
		valueOf(service.declareFirst(acme, { ...settings, external: true }));
		expect(service.known(acme.url).declarations).toHaveLength(1);
		valueOf(service.declare(acme, nothing, null));
		valueOf(service.declareFirst(acme, settings));
		expect(service.known(acme.url).access).toEqual(unknownCustomerAccess);
	});

	it('can be taken back', () => {
		valueOf(service.declare(acme, settings, null));
		valueOf(service.declare(acme, nothing, null));
		expect(service.known(acme.url).access).toEqual(unknownCustomerAccess);
		expect(service.known(acme.url).declarations).toHaveLength(2);
	});

	it('says nothing of another site', () => {
		valueOf(service.declare(acme, settings, null));
		expect(service.known('https://other.atlassian.net')).toEqual({
			access: unknownCustomerAccess,
			declarations: [],
			read: null,
			inferred: null,
		});
	});

	it('may be the style of user management alone, which leaves the settings as they were said', () => {
		const record = {
			...acme,
			name: 'Acme',
			adminUrl: 'https://api.atlassian.com',
			gatewayUrl: null,
			authUrl: null,
			oauth: null,
			door: null,
			readOnly: false,
			orgId: null,
			deskKey: null,
			management: 'centralized',
			addedAt: '',
			client: null,
			tokenExpiresOn: null,
		} as const;
		valueOf(sites.add(record));
		valueOf(service.declare(acme, settings, null));
		clock.moveTo(2_000_000);
		valueOf(service.declare(acme, null, 'original'));
		expect(valueOf(sites.get('acme')).management).toBe('original');
		expect(service.known(acme.url).access).toMatchObject({ ...settings, at: timeOf(1_000_000) });
	});
});

describe('a run', () => {
	it('rests on the newest declaration of its site, as of its date, unless it brings its own', () => {
		valueOf(service.declare(acme, settings, null));
		clock.moveTo(9_000_000);
		expect(service.forRun(acme.url, unknownCustomerAccess)).toMatchObject({ ...settings, origin: 'declared', at: timeOf(1_000_000) });
		const own = { ...unknownCustomerAccess, external: true, origin: 'declared', at: timeOf(9_000_000) } as const;
		expect(service.forRun(acme.url, own)).toEqual(own);
		expect(service.known(acme.url).declarations).toHaveLength(1);
	});

	const siteAccess = (origin: string): SiteConnection => ({
		name: 'acme',
		site: { origin, host: new URL(origin).host, loopback: false },
		admin: { origin: 'https://api.atlassian.com', host: 'api.atlassian.com', loopback: false },
		gateway: { origin: 'https://api.atlassian.com', host: 'api.atlassian.com', loopback: false },
		known: makeKnownDoor(null),
		readOnly: false,
		orgId: null,
		email: acme.email,
		credentials: { signIn: { by: 'token', email: acme.email, apiToken: new Secret('t') }, orgApiKey: null },
	});

	it('is judged by what was done on a page, and so is the next one', () => {
		const access = { ...settings, origin: 'declared', at: timeOf(1) } as const;
		valueOf(runs.create(newRun('run-1', { access }), [listRow(2, 'a@new.com')]));
		valueOf(service.declareForRun('run-1', siteAccess(acme.url), { approve: 'new.com' }));
		const after = {
			...settings,
			approvedDomains: ['acme.com', 'new.com'],
			approvals: { 'new.com': 'customer' },
			origin: 'declared',
			at: timeOf(1_000_000),
		};
		expect(valueOf(runs.request('run-1')).access).toEqual(after);
		expect(service.forRun(acme.url, unknownCustomerAccess)).toEqual(after);
	});

	it('takes no declaration about another site', () => {
		valueOf(runs.create(newRun('run-1'), [listRow(2, 'a@new.com')]));
		expect(codeOf(service.declareForRun('run-1', siteAccess('https://other.atlassian.net'), { tick: 'external' }))).toBe('site-not-found');
		expect(codeOf(service.declareForRun('none', siteAccess(acme.url), { tick: 'external' }))).toBe('run-not-found');
		expect(service.known(acme.url).declarations).toEqual([]);
	});
});

describe('refusals of new addresses', () => {
	const refusals = (ms: number): readonly CreationOutcome[] =>
		['a.com', 'a.com', 'a.com', 'b.com', 'b.com'].map((domain) => ({ domain, outcome: 'refused', at: timeOf(ms) }));

	it('are what a run rests on where nobody declared anything', () => {
		outcomes = refusals(900_000);
		const access = service.forRun(acme.url, unknownCustomerAccess);
		expect(access).toMatchObject({ internal: null, origin: 'inferred', at: timeOf(900_000), inferred: { pattern: 'closed' } });
		expect(service.known(acme.url)).toMatchObject({ access, inferred: { pattern: 'closed' }, declarations: [] });
	});

	it('fill what was left open by the site or by the run itself', () => {
		valueOf(service.declare(acme, { ...nothing, internal: false }, null));
		outcomes = refusals(2_000_000);
		expect(service.forRun(acme.url, unknownCustomerAccess)).toMatchObject({ origin: 'declared', inferred: { pattern: 'closed' } });
		const own = { ...unknownCustomerAccess, external: true, origin: 'declared', at: timeOf(1) } as const;
		expect(service.forRun(acme.url, own)).toEqual(own);
	});

	it('from before somebody said how things are count no more', () => {
		outcomes = refusals(900_000);
		valueOf(service.declare(acme, nothing, null));
		expect(service.forRun(acme.url, unknownCustomerAccess)).toEqual(unknownCustomerAccess);
	});

	it('of changes that were just made become part of what the run rests on', () => {
		valueOf(runs.create(newRun('run-1', { access: unknownCustomerAccess }), [listRow(2, 'x@a.com')]));
		outcomes = refusals(2_000_000);
		expect(valueOf(service.afterChanges('run-1'))).toMatchObject({ origin: 'inferred' });
		expect(valueOf(runs.request('run-1')).access).toMatchObject({ inferred: { pattern: 'closed' } });
		outcomes = [];
		expect(valueOf(service.afterChanges('run-1'))).toEqual(unknownCustomerAccess);
	});
});

describe('approved domains that the organisation told', () => {
	const told = (approved: readonly string[]): void => {
		const answer = {
			probe: 'approved-domains-readable',
			answer: 'yes',
			reason: 'seen',
			details: { approved },
			at: timeOf(500_000),
		} as const;
		valueOf(probes.keep(acme.url, [answer]));
	};

	it('are what a run rests on where nobody named any', () => {
		told(['own.com']);
		const access = { ...unknownCustomerAccess, approvals: {}, approvedDomains: ['own.com'], origin: 'read', at: timeOf(500_000) };
		expect(service.forRun(acme.url, unknownCustomerAccess)).toEqual(access);
		expect(service.known(acme.url)).toMatchObject({ access, read: { approvedDomains: ['own.com'], at: timeOf(500_000) } });
	});

	it('fill a declaration that leaves them open, and never argue with one that does not', () => {
		told(['own.com']);
		valueOf(service.declare(acme, { ...nothing, internal: true }, null));
		expect(service.known(acme.url).access).toMatchObject({ internal: true, approvedDomains: ['own.com'], origin: 'declared' });
		valueOf(service.declare(acme, settings, null));
		expect(service.known(acme.url).access).toMatchObject({ approvedDomains: ['acme.com'], origin: 'declared' });
	});
});
