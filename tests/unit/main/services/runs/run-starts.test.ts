import { expect, it } from 'vitest';
import { openListText } from '#main/files/open-list.ts';
import { RunStarts } from '#main/services/runs/run-starts.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import type { SiteConnection } from '#main/services/sites/site-connection.ts';
import type { SiteRecord } from '#main/storage/sites/site-store.ts';
import type { AccessSettings } from '#shared/customer-access.ts';
import { done, failed } from '#shared/outcome.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { valueOf } from '../../storage/samples.ts';

const never = (): never => {
	throw new Error('nobody asks for this');
};

/** One list is open; the sites named have their tokens. */
const setUp = async (withTokens: readonly string[]) => {
	const list = valueOf(await openListText('list.csv', 'Email\nann@x.example\n'));
	const told: string[] = [];
	const starts = new RunStarts({
		lists: {
			ready: async () => done(list),
			startedOn: never,
			remember: (_list, site) => {
				told.push(`remembered for ${site}`);
				return done(null);
			},
			close: () => {
				told.push('closed');
				return done(null);
			},
		},
		sites: {
			connection: async (site) =>
				typeof site === 'string' && withTokens.includes(site) ? done({ name: site } as SiteConnection) : failed('token-missing'),
			connectionTo: never,
			urlOf: never,
			record: (name) => done({ name, url: `https://${name}.example` } as SiteRecord),
		},
		snapshots: { list: never, load: never },
		runs: {
			start: async ({ site, batches }) => {
				expect([...batches].flat()).toHaveLength(1);
				return done({ runId: `run-${site.name}` });
			},
			startOffline: never,
			resume: never,
			resumeOffline: never,
			correct: never,
			watch: never,
		},
		store: { run: never, request: never, listRows: never, reading: never },
		access: {
			declareFirst: ({ url }, { external }) => {
				told.push(`external ${external === true ? 'on' : 'off'} on ${url}`);
				return done(null);
			},
		},
		clock: new ManualClock(),
	});
	const asked = { listId: 'list', mapping: list.preview.mapping };
	return {
		told,
		startMany: (sites: readonly string[], access?: AccessSettings) => starts.startMany({ ...asked, sites, ...(access && { access }) }),
	};
};

it('a list is begun with on each site once, whatever keeps one of them, and stays open to be tried there again', async () => {
	const { told, startMany } = await setUp(['a', 'c']);
	expect(await startMany(['a', 'b', 'a', 'c'])).toEqual(
		done([
			{ site: 'a', started: done({ runId: 'run-a' }) },
			{ site: 'b', started: failed('token-missing') },
			{ site: 'c', started: done({ runId: 'run-c' }) },
		]),
	);
	expect(told).toEqual(['remembered for a', 'remembered for c']);
});

it('what is declared for a list stands for each site where it was begun with', async () => {
	const { told, startMany } = await setUp(['a']);
	await startMany(['a', 'b'], { internal: null, approvedDomains: null, external: true, allowedDomains: null });
	expect(told).toEqual(['remembered for a', 'external on on https://a.example']);
});

it('a list that was begun with on every site is closed', async () => {
	const { told, startMany } = await setUp(['a', 'b']);
	await startMany(['a', 'b']);
	expect(told).toEqual(['remembered for a', 'remembered for b', 'closed']);
});

it('a snapshot that was asked for ahead is loaded once, and only for a run against the same', async () => {
	const loads: string[] = [];
	const snapshot = { id: 'snapshot-1' } as Snapshot;
	const list = valueOf(await openListText('list.csv', 'Email\nann@x.example\n'));
	const starts = new RunStarts({
		lists: { ready: async () => done(list), startedOn: () => done(null), remember: never, close: never },
		sites: { connection: never, connectionTo: never, urlOf: never, record: (name) => failed('site-not-found', { name }) },
		snapshots: {
			list: never,
			load: async ({ snapshotId }) => {
				loads.push(snapshotId ?? '');
				return done({ snapshot, desk: null });
			},
		},
		runs: {
			start: never,
			startOffline: async () => done({ runId: 'run-1' }),
			resume: never,
			resumeOffline: never,
			correct: never,
			watch: never,
		},
		store: { run: never, request: never, listRows: never, reading: never },
		access: { declareFirst: never },
		clock: new ManualClock(),
	});
	const asked = { listId: 'list', mapping: list.preview.mapping };
	valueOf(await starts.prepare({ snapshotId: 'snapshot-1' }));
	valueOf(await starts.start({ ...asked, offline: { snapshotId: 'snapshot-1' } }));
	expect(loads).toEqual(['snapshot-1']);
	valueOf(await starts.prepare({ snapshotId: 'snapshot-1' }));
	valueOf(await starts.start({ ...asked, offline: { snapshotId: 'snapshot-2' } }));
	valueOf(await starts.start({ ...asked, offline: { snapshotId: 'snapshot-1' } }));
	expect(loads).toEqual(['snapshot-1', 'snapshot-1', 'snapshot-2', 'snapshot-1']);
});
