import { setImmediate } from 'node:timers/promises';
import { implement } from '@orpc/server';
import { planResult } from '#core/plans/plan-result.ts';
import { mayHelpToRetry } from '#core/plans/retry.ts';
import { resultOfRow } from '#shared/row-results.ts';
import type { PlanRowQuery, PlanStore } from '#core/plans/plan-store.ts';
import { causeCatalogue } from '#shared/causes.ts';
import { contract } from '#shared/contract.ts';
import { done, failed } from '#shared/outcome.ts';
import type { AuditDifference, AuditEntry, Plan, PlanProgress, PlanRow, PlanRowDetail } from '#shared/plan.ts';
import type { Run, RunRow, SiteCheck, SiteInfo } from '#shared/run.ts';
import { planRowFor, somePlan } from './plan-rows.ts';

/** Everything the window may ask about plans, in memory, with the rest of the contract as far as its pages need it. */
export interface FakePlans {
	readonly router: ReturnType<typeof makeRouter>;
	readonly plans: Map<string, FakePlan>;
	readonly started: StartInput[];
	readonly rechecked: number[][];
	readonly opened: string[];
	readonly settings: Map<string, string>;
	add(plan: Partial<Plan>, rows: readonly PlanRow[]): FakePlan;
}

interface StartInput {
	readonly planId: string;
	readonly first?: number | undefined;
	readonly retryFailed?: boolean | undefined;
	readonly confirm?: string | undefined;
	readonly people?: string | undefined;
}

export interface FakePlan {
	plan: Plan;
	rows: PlanRow[];
	readonly watchers: Set<(progress: PlanProgress) => void>;
}

export interface FakeWorld {
	readonly runs: readonly Run[];
	readonly runRows: (runId: string) => readonly RunRow[];
	readonly sites: readonly SiteInfo[];
	readonly check: SiteCheck | null;
	/** What a row becomes when it is its turn. */
	readonly carryOut: (row: PlanRow) => PlanRow;
	/** What is seen when somebody says “done”. */
	readonly lookAgain: (row: PlanRow) => PlanRow;
	readonly entries: readonly AuditEntry[];
	auditDifference: AuditDifference | null;
	readonly auditProblems: readonly { readonly code: 'entry-changed'; readonly seq: number | null }[];
	/** Waited between two rows. */
	readonly pause: () => Promise<unknown>;
}

export const addedAfterwards = (row: PlanRow): PlanRow => ({
	...row,
	phase: 'ended',
	outcome: row.guided ? 'guided' : 'applied',
	after: { cause: 'already-customer', certainty: 'proven' },
});

const emptyWorld: FakeWorld = {
	runs: [],
	runRows: () => [],
	sites: [],
	check: null,
	carryOut: addedAfterwards,
	lookAgain: addedAfterwards,
	entries: [],
	auditDifference: null,
	auditProblems: [],
	pause: () => setImmediate(),
};

const countOutcomes = (rows: readonly PlanRow[]): Plan['outcomes'] => {
	const counts: Partial<Record<PlanRow['outcome'], number>> = {};
	for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
};

const mayBeRetried = ({ outcome, remedy, before, after, stranded }: PlanRow): boolean =>
	outcome === 'rejected' && mayHelpToRetry({ remedy, before: before.cause, after: after?.cause ?? null, stranded });

const update = (fake: FakePlan, part: Partial<Plan>, changed: readonly PlanRow[] = []): void => {
	const byId = new Map(changed.map((row) => [row.id, row]));
	fake.rows = fake.rows.map((row) => byId.get(row.id) ?? row);
	fake.plan = { ...fake.plan, ...part, outcomes: countOutcomes(fake.rows) };
	const { plan } = fake;
	for (const tell of fake.watchers) tell({ plan, step: plan.state === 'running' ? 'changing' : 'done', leftMs: null, changed });
};

const carryOut = async (fake: FakePlan, world: FakeWorld, first: number): Promise<void> => {
	let tried = 0;
	for (const { id } of fake.rows.filter(({ outcome }) => outcome === 'not-reached')) {
		await world.pause();
		if (fake.plan.state !== 'running') return;
		if (tried === first) {
			update(fake, { state: 'paused' });
			return;
		}
		const row = fake.rows.find((one) => one.id === id);
		if (row !== undefined) update(fake, {}, [world.carryOut(row)]);
		tried += 1;
	}
	const isAll = fake.rows.every(({ outcome }) => outcome !== 'not-reached');
	update(fake, { state: isAll ? 'finished' : 'paused', finishedAt: isAll ? '2026-11-25T09:05:00.000Z' : null });
};

async function* watch(fake: FakePlan, signal: AbortSignal | undefined): AsyncGenerator<PlanProgress> {
	yield { plan: fake.plan, step: 'changing', leftMs: null, changed: [] };
	const waiting: PlanProgress[] = [];
	let wake: () => void = () => undefined;
	const tell = (progress: PlanProgress): void => {
		waiting.push(progress);
		wake();
	};
	fake.watchers.add(tell);
	signal?.addEventListener('abort', () => wake());
	try {
		while (signal?.aborted !== true) {
			const next = waiting.shift();
			if (next !== undefined) yield next;
			else if (fake.plan.state !== 'running') return;
			else await new Promise<void>((resolve) => (wake = resolve));
		}
	} finally {
		fake.watchers.delete(tell);
	}
}

const detailOf = (row: PlanRow): PlanRowDetail => ({
	...row,
	changes:
		row.outcome === 'not-reached' || row.guided
			? []
			: row.steps.map((step, index) => ({
					step,
					state: row.outcome === 'applied' || index < row.steps.length - 1 ? 'applied' : 'rejected',
					asked: { call: `POST /rest/servicedeskapi/${step}`, email: row.email },
					answered: { status: row.outcome === 'applied' ? 204 : 400, said: row.said },
					intentAt: '2026-11-25T09:01:00.000Z',
					settledAt: '2026-11-25T09:01:01.000Z',
				})),
	evidence:
		row.after === null
			? []
			: [
					{
						asked: `customers of the desk named ${row.email}`,
						source: 'GET /rest/servicedeskapi/servicedesk/1/customer',
						answer: { found: row.after.cause === 'already-customer' },
						at: '2026-11-25T09:02:00.000Z',
					},
				],
});

const os = implement(contract);
const notFound = failed('plan-not-found');

type State = Omit<FakePlans, 'router'>;

const fitting = (world: FakeWorld, runId: string, causes: readonly string[] | undefined, text: string | undefined) =>
	world.runRows(runId).filter((row) => (causes === undefined || causes.includes(row.cause)) && row.email.includes(text ?? ''));

const runHandlers = (world: FakeWorld) => ({
	start: os.runs.start.handler(() => failed('list-not-found')),
	cancel: os.runs.cancel.handler(() => done(null)),
	resume: os.runs.resume.handler(() => done(null)),
	list: os.runs.list.handler(() => done(world.runs)),
	get: os.runs.get.handler(({ input }) => {
		const run = world.runs.find(({ id }) => id === input.runId);
		return run === undefined ? failed('run-not-found') : done(run);
	}),
	watch: os.runs.watch.handler(async function* () {}),
	rowIds: os.runs.rowIds.handler(({ input }) =>
		done(fitting(world, input.runId, input.filter.causes, input.filter.text).map(({ id }) => id)),
	),
	rows: os.runs.rows.handler(({ input }) => done(input.ids.flatMap((id) => world.runRows(input.runId)[id] ?? []))),
	row: os.runs.row.handler(({ input }) => {
		const row = world.runRows(input.runId)[input.id];
		if (row === undefined) return failed('run-not-found');
		const { cause, certainty, remedy } = row;
		return done({ ...row, cells: [row.email], cleaned: [], verdict: { cause, certainty, remedy, evidence: [] } });
	}),
	summary: os.runs.summary.handler(({ input }) => {
		const counts: Record<string, number> = {};
		for (const { cause } of fitting(world, input.runId, undefined, input.filter.text)) counts[cause] = (counts[cause] ?? 0) + 1;
		return done(counts);
	}),
});

const fittingRows = (fake: State, wanted: Omit<PlanRowQuery, 'from' | 'count'> & { readonly planId: string }) =>
	(fake.plans.get(wanted.planId)?.rows ?? []).filter(
		(row) =>
			(wanted.outcomes?.includes(row.outcome) ?? true) &&
			(wanted.remedies?.includes(row.remedy) ?? true) &&
			(wanted.results?.includes(resultOfRow(row)) ?? true) &&
			(wanted.billed !== true || row.billable.length > 0) &&
			(wanted.retryable !== true || mayBeRetried(row)),
	);

const planReaders = (fake: State) => ({
	list: os.plans.list.handler(({ input }) =>
		done([...fake.plans.values()].map(({ plan }) => plan).filter(({ runId }) => input.runId === null || runId === input.runId)),
	),
	get: os.plans.get.handler(({ input }) => {
		const found = fake.plans.get(input.planId);
		return found === undefined ? notFound : done(found.plan);
	}),
	rows: os.plans.rows.handler(({ input }) => {
		const found = fittingRows(fake, input);
		return done({ total: found.length, rows: found.slice(input.from, input.from + input.count) });
	}),
	rowIds: os.plans.rowIds.handler(({ input }) => done(fittingRows(fake, input).map(({ id }) => id))),
	result: os.plans.result.handler(({ input }) => {
		const found = fake.plans.get(input.planId);
		if (found === undefined) return notFound;
		const alike = found.rows.map(({ remedy, outcome, before, after, stranded, billable, note }) => ({
			remedy,
			outcome,
			before: before.cause,
			after: after?.cause ?? null,
			stranded,
			billed: billable.length > 0,
			note: note?.kind ?? null,
			rowCount: 1,
		}));
		const rows: PlanStore['rows'] = (planId, query) => {
			const fitting = fittingRows(fake, { planId, ...query });
			return { total: fitting.length, rows: fitting.slice(query.from, query.from + query.count) };
		};
		return done(planResult({ rowsAlike: () => alike, rows }, input.planId));
	}),
	row: os.plans.row.handler(({ input }) => {
		const row = fake.plans.get(input.planId)?.rows.find(({ id }) => id === input.id);
		return row === undefined ? notFound : done(detailOf(row));
	}),
	watch: os.plans.watch.handler(async function* ({ input, signal }) {
		const found = fake.plans.get(input.planId);
		if (found !== undefined) yield* watch(found, signal);
	}),
	stranded: os.plans.stranded.handler(() =>
		done(
			[...fake.plans.values()].flatMap(({ plan, rows }) =>
				rows
					.filter(({ stranded }) => stranded)
					.map(({ id, row, email }) => ({
						planId: plan.id,
						runId: plan.runId,
						site: plan.site.name,
						id,
						row,
						email,
						since: '2026-11-25T09:02:00.000Z',
					})),
			),
		),
	),
	messages: os.plans.messages.handler(({ input }) => {
		const byDomain = new Map<string, string[]>();
		for (const { email, remedy } of fake.plans.get(input.planId)?.rows ?? []) {
			if (remedy !== 'ask-owning-organisation') continue;
			const domain = email.slice(email.lastIndexOf('@') + 1);
			byDomain.set(domain, [...(byDomain.get(domain) ?? []), email]);
		}
		return done([...byDomain].map(([domain, addresses]) => ({ domain, addresses, subject: '', body: '' })));
	}),
	failedRows: os.plans.failedRows.handler(() => done({ name: 'failed-rows.csv', text: 'Line,Address\r\n' })),
});

const planActions = (world: FakeWorld, fake: State) => ({
	create: os.plans.create.handler(({ input }) => {
		const chosen = input.ids ?? fitting(world, input.runId, input.filter?.causes, input.filter?.text).map(({ id }) => id);
		const wanted = new Set(chosen);
		const rows = world
			.runRows(input.runId)
			.filter(({ id, cause }) => wanted.has(id) && causeCatalogue[cause].remedy !== null)
			.flatMap(({ id, cause, email, name, row }) => {
				const isReplaced = cause === 'managed-elsewhere' && input.choices.managedElsewhere === 'replace-with-portal-account';
				const replaced = isReplaced ? { remedy: 'replace-with-portal-account' as const } : {};
				return planRowFor(id, cause, { email, name, row, ...replaced }) ?? [];
			});
		if (rows.length === 0) return failed('plan-empty');
		const run = world.runs.find(({ id }) => id === input.runId);
		const { invite = false, without, ...choices } = input.choices;
		const removed = rows.filter(({ destructive }) => destructive).length;
		const made = fake.add(
			{
				id: `plan-${fake.plans.size + 1}`,
				runId: input.runId,
				...(run === undefined ? {} : { listName: run.listName, site: run.site, ...(run.desk === null ? {} : { desk: run.desk }) }),
				choices: { ...choices, ...(invite ? { invite } : {}), ...(without === undefined ? {} : { without }) },
				confirm: removed > 0 ? `remove ${removed}` : null,
			},
			rows,
		);
		return done({ planId: made.plan.id });
	}),
	start: os.plans.start.handler(({ input }) => {
		fake.started.push(input);
		const found = fake.plans.get(input.planId);
		if (found === undefined) return notFound;
		const { confirm, confirmedAt, people, state } = found.plan;
		if (state === 'running') return failed('plan-busy');
		if (confirm !== null && confirmedAt === null) {
			if (input.confirm !== confirm) return failed('confirmation-missing', { confirm });
			if (input.people !== people) return failed('confirmation-void');
		}
		if (input.retryFailed === true) {
			found.rows = found.rows.map((row) =>
				mayBeRetried(row) ? { ...row, outcome: 'not-reached', phase: 'waiting', said: null, failure: null } : row,
			);
		}
		update(found, { state: 'running', ...(confirm === null ? {} : { confirmedAt: '2026-11-25T09:01:00.000Z' }) });
		void carryOut(found, world, input.first ?? Number.POSITIVE_INFINITY);
		return done(null);
	}),
	pause: os.plans.pause.handler(({ input }) => {
		const found = fake.plans.get(input.planId);
		if (found !== undefined) update(found, { state: 'paused' });
		return done(null);
	}),
	cancel: os.plans.cancel.handler(({ input }) => {
		const found = fake.plans.get(input.planId);
		if (found !== undefined) update(found, { state: 'stopped', stop: { code: 'cancelled', details: {} } });
		return done(null);
	}),
	note: os.plans.note.handler(({ input }) => {
		const found = fake.plans.get(input.planId);
		if (found === undefined) return notFound;
		const note = input.note && { ...input.note, user: 'ann', at: '2026-11-25T09:02:00.000Z' };
		const wanted = new Set(input.ids);
		update(
			found,
			{},
			found.rows.filter(({ id }) => wanted.has(id)).map(({ note: _before, ...row }) => (note === null ? row : { ...row, note })),
		);
		return done({ rowCount: wanted.size, note });
	}),
	setMessageSent: os.plans.setMessageSent.handler(() => done(null)),
	recheck: os.plans.recheck.handler(async ({ input }) => {
		fake.rechecked.push([...input.ids]);
		await world.pause();
		const found = fake.plans.get(input.planId);
		if (found === undefined) return notFound;
		const wanted = new Set(input.ids);
		const seen = found.rows.filter(({ id }) => wanted.has(id)).map(world.lookAgain);
		update(found, {}, seen);
		return done(seen);
	}),
});

/** Only what the pages ask: any other question is a fault of the test. */
const makeRouter = (world: FakeWorld, fake: State) => ({
	app: {
		info: os.app.info.handler(() =>
			done({ version: '0.2.0', host: 'browser' as const, secrets: 'session' as const, openRun: null, demo: 'none' }),
		),
		openLink: os.app.openLink.handler(({ input }) => {
			fake.opened.push(input.url);
			return done(null);
		}),
	},
	sites: {
		list: os.sites.list.handler(() => done(world.sites)),
		add: os.sites.add.handler(() => failed('wrong-use')),
		setReadOnly: os.sites.setReadOnly.handler(() => failed('wrong-use')),
		check: os.sites.check.handler(() => (world.check === null ? failed('unreachable') : done(world.check))),
	},
	lists: { open: os.lists.open.handler(() => failed('list-unreadable')), close: os.lists.close.handler(() => done(null)) },
	runs: runHandlers(world),
	plans: { ...planReaders(fake), ...planActions(world, fake) },
	audit: {
		entries: os.audit.entries.handler(({ input }) =>
			done({
				total: world.entries.length,
				entries: world.entries
					.slice(input.from, input.from + input.count)
					.map((entry) => ({ ...entry, about: { desk: null, before: null } })),
				sites: [],
			}),
		),
		verify: os.audit.verify.handler(() =>
			done({
				entries: world.entries.length,
				head: null,
				problems: world.auditProblems,
				difference: world.auditDifference,
				accepted: [],
			}),
		),
		difference: os.audit.difference.handler(() => done(world.auditDifference)),
		accept: os.audit.accept.handler(() => {
			world.auditDifference = null;
			return done(world.entries.length + 1);
		}),
		export: os.audit.export.handler(() =>
			done({ name: 'audit-log.jsonl', text: world.entries.map((entry) => JSON.stringify(entry)).join('\n') }),
		),
	},
	settings: {
		get: os.settings.get.handler(({ input }) => done(fake.settings.get(input.key) ?? null)),
		set: os.settings.set.handler(({ input }) => {
			if (input.value === null) fake.settings.delete(input.key);
			else fake.settings.set(input.key, input.value);
			return done(null);
		}),
	},
});

export const makeFakePlans = (part: Partial<FakeWorld> = {}): FakePlans => {
	const world = { ...emptyWorld, ...part };
	const plans = new Map<string, FakePlan>();
	const fake = {
		plans,
		started: [],
		rechecked: [],
		opened: [],
		settings: new Map<string, string>(),
		add: (plan: Partial<Plan>, rows: readonly PlanRow[]): FakePlan => {
			const changes = rows.reduce((sum, { steps }) => sum + steps.length, 0);
			const estimate = { changes, calls: changes * 2, ms: changes * 150 };
			const made = { ...somePlan({ rowCount: rows.length, outcomes: countOutcomes(rows), estimate }), ...plan };
			const added: FakePlan = { plan: made, rows: [...rows], watchers: new Set() };
			plans.set(made.id, added);
			return added;
		},
	};
	return { ...fake, router: makeRouter(world, fake) };
};
