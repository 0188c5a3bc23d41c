import { setTimeout as wait } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { done, failed } from '#shared/outcome.ts';
import type { RunProgress, SiteInfo } from '#shared/run.ts';
import { GeneratedRun } from './generated-run.ts';

export type Scene = 'full' | 'empty';

/** The contract served from generated data: for looking at the window and for its tests, with no part of `main` behind it. */
export const fakeRouter = (scene: Scene, secrets: 'keychain' | 'session' = 'session') => {
	const api = implement(contract);
	const runs = new Map<string, GeneratedRun>();
	const sites = new Map<string, SiteInfo>();
	const addRun = (run: GeneratedRun): void => void runs.set(run.run.id, run);
	const at = new Date().toISOString();
	if (scene === 'full') {
		sites.set('acme', {
			name: 'acme',
			url: 'https://acme.atlassian.net',
			adminUrl: 'https://api.atlassian.com',
			email: 'admin@acme.example',
			orgId: 'org-1',
			hasApiToken: true,
			hasOrgApiKey: true,
			management: 'centralized',
			addedAt: at,
		});
		sites.set('globex', {
			name: 'globex',
			url: 'https://globex.atlassian.net',
			adminUrl: 'https://api.atlassian.com',
			email: 'consultant@example.com',
			orgId: null,
			hasApiToken: true,
			hasOrgApiKey: false,
			management: 'original',
			addedAt: at,
		});
		addRun(new GeneratedRun('small', 'invite-list.csv', 250, 250));
		addRun(new GeneratedRun('large', 'All customers 2026 (exported from the old help desk, second attempt, final).csv', 100_000, 100_000));
		addRun(new GeneratedRun('running', 'partners.csv', 20_000, 4_000, { state: 'running' }));
		addRun(
			new GeneratedRun('stopped', 'resellers.csv', 1_200, 700, {
				state: 'stopped',
				stop: { code: 'token-rejected', details: { site: 'acme' } },
				findings: [{ cause: 'desk-permission-missing', certainty: 'proven', remedy: 'fix-desk-permission', evidence: [] }],
			}),
		);
	}
	const withRun = <T>(id: string, use: (run: GeneratedRun) => T) => {
		const run = runs.get(id);
		return run === undefined ? failed('run-not-found') : done(use(run));
	};

	return api.router({
		app: {
			info: api.app.info.handler(() =>
				done({ version: '0.1.0', host: 'browser' as const, secrets, openRun: scene === 'full' ? 'small' : null }),
			),
			openLink: api.app.openLink.handler(() => done(null)),
		},
		sites: {
			list: api.sites.list.handler(() => done([...sites.values()])),
			add: api.sites.add.handler(({ input }) => {
				if (!/^https:\/\/[a-z0-9-]+\.atlassian\.net/.test(input.url)) return failed('site-address-invalid');
				const name = input.name ?? new URL(input.url).hostname.split('.')[0] ?? 'site';
				if (sites.has(name)) return failed('site-name-taken', { name });
				const site: SiteInfo = {
					name,
					url: input.url,
					adminUrl: 'https://api.atlassian.com',
					email: input.email,
					orgId: input.orgId ?? null,
					hasApiToken: true,
					hasOrgApiKey: input.orgApiKey !== undefined,
					management: input.management ?? 'centralized',
					addedAt: at,
				};
				sites.set(name, site);
				return done(site);
			}),
			remove: api.sites.remove.handler(({ input }) => (sites.delete(input.name) ? done(null) : failed('site-not-found'))),
			check: api.sites.check.handler(async ({ input }) => {
				await wait(300);
				if (input.name === 'globex') return failed('token-rejected', { site: 'globex' });
				return done({
					cloudId: 'c0ffee',
					account: { accountId: '5b10', name: 'Ada Admin' },
					permissions: { ADMINISTER: true, SERVICEDESK_AGENT: true, USER_PICKER: false, ADMINISTER_PROJECTS: null },
					organisation: { id: 'org-1', name: 'Acme Corporation' },
					directories: [{ id: 'd1', name: 'Main directory' }],
					verifiedDomains: ['acme.example', 'acme.test'],
					desks: [
						{ id: '1', key: 'HELP', name: 'Customer help' },
						{ id: '2', key: 'FAC', name: 'Facilities' },
					],
					blind: [
						{ question: 'Is a portal-only account inactive?', why: 'This site’s user search does not list inactive portal-only accounts.' },
					],
				});
			}),
		},
		lists: {
			open: api.lists.open.handler(({ input }) => {
				if ('text' in input && !input.text.includes('@')) return failed('list-without-addresses');
				return done({
					listId: 'list-1',
					preview: {
						name: input.name,
						encoding: 'windows-1252',
						delimiter: ';',
						columns: ['Full name', 'E-mail', 'Company', 'Notes'],
						hasHeader: true,
						mapping: { email: 1, name: 0, organisation: 2 },
						rowCount: 250,
						sample: Array.from({ length: 50 }, (_, id) => ({
							row: id + 2,
							cells: new GeneratedRun('x', 'x', id + 1, id + 1).detail(id)?.cells ?? [],
						})),
						warnings: [4, 9, 17].map((row) => ({ row, code: 'ragged-row' as const, details: {} })),
					},
				});
			}),
			close: api.lists.close.handler(() => done(null)),
		},
		runs: {
			start: api.runs.start.handler(() => {
				const id = `run-${runs.size}`;
				addRun(new GeneratedRun(id, 'invite-list.csv', 250, 0, { state: 'running', startedAt: new Date().toISOString() }));
				return done({ runId: id });
			}),
			cancel: api.runs.cancel.handler(({ input }) =>
				withRun(input.runId, (run) => {
					run.run = { ...run.run, state: 'stopped', stop: { code: 'cancelled', details: {} } };
					return null;
				}),
			),
			resume: api.runs.resume.handler(({ input }) =>
				withRun(input.runId, (run) => {
					run.run = { ...run.run, state: 'running', stop: null };
					return null;
				}),
			),
			list: api.runs.list.handler(() => done([...runs.values()].map(({ run }) => run))),
			get: api.runs.get.handler(({ input }) => withRun(input.runId, ({ run }) => run)),
			watch: api.runs.watch.handler(async function* ({ input }): AsyncGenerator<RunProgress> {
				const run = runs.get(input.runId);
				if (run === undefined) return;
				yield { run: run.run, step: 'checking', leftMs: null, changed: [] };
				while (run.run.state === 'running') {
					await wait(100);
					const open = run.rows.filter(({ cause }) => cause === 'not-checked').slice(0, 50);
					const changed = run.judge(open.map(({ id }) => id));
					if (run.run.checkedCount >= run.run.rowCount) run.run = { ...run.run, state: 'finished', finishedAt: new Date().toISOString() };
					yield {
						run: run.run,
						step: run.run.state === 'finished' ? 'done' : 'checking',
						leftMs: (run.run.rowCount - run.run.checkedCount) * 2,
						changed,
					};
				}
			}),
			rowIds: api.runs.rowIds.handler(({ input }) => withRun(input.runId, (run) => run.ids(input.filter, input.sort))),
			rows: api.runs.rows.handler(({ input }) => withRun(input.runId, (run) => input.ids.flatMap((id) => run.rows[id] ?? []))),
			row: api.runs.row.handler(({ input }) => {
				const detail = runs.get(input.runId)?.detail(input.id);
				return detail === null || detail === undefined ? failed('run-not-found') : done(detail);
			}),
			summary: api.runs.summary.handler(({ input }) => withRun(input.runId, (run) => run.summary(input.filter))),
		},
	});
};
