import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { Jobs, keptWait, type Work } from '#main/jobs/jobs.ts';
import type { LiveJob } from '#main/jobs/live-job.ts';
import type { Locks } from '#main/storage/locks.ts';
import { StoreError } from '#main/storage/sql.ts';
import { done, type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { memoryLocks } from '../../../support/memory-locks.ts';
import { codeOf, valueOf } from '../storage/samples.ts';

type Step = 'connecting' | 'checking';
const lock = { kind: 'run', key: 'run-1' } as const;

let locks: ReturnType<typeof memoryLocks>;
let logged: string[];
let waitedMs: number;
let jobs: Jobs<Step, number>;

const clock = {
	now: () => 0,
	ticks: () => 0,
	sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
		waitedMs += ms;
		await setImmediate();
		signal?.throwIfAborted();
	},
};
const log = { info: (event: string) => void logged.push(event), warn: () => undefined, error: (event: string) => void logged.push(event) };
const jobsOver = (given: Locks) =>
	new Jobs<Step, number>({ clock, log, locks: given }, { name: 'run', course: { first: 'connecting', paced: 'checking' } });

beforeEach(() => {
	locks = memoryLocks();
	logged = [];
	waitedMs = 0;
	jobs = jobsOver(locks);
});

/** Ends when it is told to, or when it is stopped. */
const work = (part: Partial<Work<Step, number>> = {}) => {
	const { promise, resolve } = Promise.withResolvers<Outcome<null>>();
	const ended: (string | null)[] = [];
	const whole: Work<Step, number> = {
		run: ({ signal }) => {
			signal.addEventListener('abort', () => resolve(failed('cancelled')));
			return promise;
		},
		wait: () => done(null),
		end: (_, stop) => {
			ended.push(stop?.code ?? null);
			return done(null);
		},
		...part,
	};
	return { whole, end: resolve, ended };
};

const start = (whole: Work<Step, number>, id = 'run-1') => jobs.start(id, lock, () => done(whole));

/** What a watcher is told: changes, and in the end what stopped the job. */
const watched = async (id = 'run-1', look = (here: LiveJob<Step, number> | null) => here?.stop?.code ?? null) => {
	const told: unknown[] = [];
	for await (const one of jobs.watch(id, (here, changed) => ({ progress: [changed, look(here)], goesOn: false }))) told.push(one);
	return told;
};

describe('a job', () => {
	it('holds what it works on from before it is made ready until its end is stored', async () => {
		const seen: string[] = [];
		const { whole, end } = work({
			end: () => {
				seen.push(`end ${locks.whoHas(lock)}`);
				return done(null);
			},
		});
		valueOf(
			await jobs.start('run-1', lock, () => {
				seen.push(`ready ${locks.whoHas(lock)}`);
				return done(whole);
			}),
		);
		expect(codeOf(await start(work().whole))).toBe('run-busy');
		end(done(null));
		expect((await watched()).at(-1)).toEqual([[], null]);
		expect(seen).toEqual(['ready us', 'end us']);
		expect([locks.whoHas(lock), jobs.isRunning('run-1'), logged]).toEqual(['nobody', false, ['run-ended']]);
	});

	it('that cannot be made ready is no job, and nothing is held', async () => {
		expect(codeOf(await jobs.start('run-1', lock, () => failed('run-finished')))).toBe('run-finished');
		const full = () => Promise.reject(new StoreError({ code: 'store-full', details: {} }));
		expect(codeOf(await jobs.start('run-1', lock, full))).toBe('store-full');
		await expect(jobs.start('run-1', lock, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
		expect([locks.whoHas(lock), jobs.isRunning('run-1')]).toEqual(['nobody', false]);
	});

	it('that is stopped has ended, what was under way included, when that returns', async () => {
		const { whole, ended } = work();
		valueOf(await start(whole));
		expect(await jobs.stop('run-1')).toBe(true);
		expect([ended, jobs.isRunning('run-1'), locks.whoHas(lock)]).toEqual([['cancelled'], false, 'nobody']);
		expect(await jobs.stop('run-1')).toBe(false);
	});

	it('that is asked to wait was not stopped by anything', async () => {
		const { whole, ended } = work();
		valueOf(await start(whole));
		await jobs.stop('run-1', { pausing: true });
		expect(ended).toEqual([null]);
	});

	it('that breaks ends with a failure, and the log names the fault', async () => {
		const { whole, ended } = work({ run: () => Promise.reject(new TypeError('a bug')) });
		valueOf(await start(whole));
		expect((await watched()).at(-1)).toEqual([[], 'unexpected-answer']);
		expect(ended).toEqual(['unexpected-answer']);
		expect(logged).toEqual(['run-broke', 'run-ended']);
		expect(locks.whoHas(lock)).toBe('nobody');
	});

	it('whose end cannot be stored tells so, and holds nothing', async () => {
		const { whole, end } = work({
			end: () => {
				throw new StoreError({ code: 'store-full', details: {} });
			},
		});
		valueOf(await start(whole));
		end(done(null));
		expect((await watched()).at(-1)).toEqual([[], 'store-full']);
		expect(locks.whoHas(lock)).toBe('nobody');
	});
});

describe('watching', () => {
	it('tells everybody what was reported since they looked last, and the end', async () => {
		let job: LiveJob<Step, number> | null = null;
		const { whole, end } = work({
			run: async (given) => {
				job = given;
				await setImmediate();
				given.report([1, 2]);
				return promise;
			},
		});
		const { promise, resolve } = Promise.withResolvers<Outcome<null>>();
		valueOf(await start(whole));
		const both = Promise.all([watched(), watched()]);
		await setImmediate();
		await setImmediate();
		(job as LiveJob<Step, number> | null)?.report([3]);
		resolve(failed('token-rejected'));
		end(done(null));
		for (const told of await both) {
			expect(told.flatMap((one) => (one as [number[]])[0])).toEqual([1, 2, 3]);
			expect(told.at(-1)).toEqual([expect.any(Array), 'token-rejected']);
		}
	});

	it('looks at what is not done here until it does not go on', async () => {
		let left = 3;
		const told: unknown[] = [];
		for await (const one of jobs.watch('other', (here) => ({ progress: [here, left], goesOn: --left > 0 }))) told.push(one);
		expect(told).toEqual([
			[null, 3],
			[null, 2],
			[null, 1],
		]);
		for await (const one of jobs.watch('gone', () => null)) told.push(one);
		expect(told).toHaveLength(3);
	});

	it('ends when the watcher leaves, and the job goes on', async () => {
		const leaving = new AbortController();
		valueOf(await start(work().whole));
		for await (const _ of jobs.watch('run-1', () => ({ progress: null, goesOn: true }), leaving.signal)) leaving.abort();
		expect(jobs.isRunning('run-1')).toBe(true);
		await jobs.close();
	});
});

describe('a lock that another process has', () => {
	const heldElsewhere = (looks: number): Locks => ({
		take: (name) => (looks-- > 0 ? failed('run-busy', { run: name.key, holder: 'somebody' }) : locks.take(name)),
		whoHas: (name) => (looks > 0 ? 'others' : locks.whoHas(name)),
		holdsAny: () => locks.holdsAny(),
	});

	it('is waited for as long as a killed process takes to be gone', async () => {
		jobs = jobsOver(heldElsewhere(5));
		const { whole, end } = work();
		valueOf(await start(whole));
		end(done(null));
		expect(waitedMs).toBeGreaterThan(0);
	});

	it('is not waited for longer: it is busy', async () => {
		jobs = jobsOver(heldElsewhere(Number.POSITIVE_INFINITY));
		expect(await start(work().whole)).toMatchObject({ failure: { code: 'run-busy', details: { holder: 'somebody' } } });
		expect(waitedMs).toBeLessThanOrEqual(2_000);
	});

	it('is not waited for where it cannot be taken at all', async () => {
		jobs = jobsOver({ take: () => failed('store-unavailable'), whoHas: () => 'nobody', holdsAny: () => false });
		expect(codeOf(await start(work().whole))).toBe('store-unavailable');
		expect(waitedMs).toBe(0);
	});
});

describe('a site that asks to wait', () => {
	const minutes = 60_000;
	let manual: ManualClock;
	/** What was stored of waits: the time, or `null` where it went on. */
	let stored: (string | null)[];
	let runs: number;

	beforeEach(() => {
		manual = new ManualClock();
		stored = [];
		runs = 0;
		jobs = new Jobs<Step, number>({ clock: manual, log, locks }, { name: 'run', course: { first: 'connecting', paced: 'checking' } });
	});

	const at = (ms: number) => new Date(manual.now() + ms).toISOString();
	const until = (ms: number, code: FailureCode = 'rate-limited') => failed(code, { resumeAt: at(ms) });
	/** Fails as each answer says, one a time; done after the last. */
	const asked = (answers: readonly (() => Outcome<null>)[], part: Partial<Work<Step, number>> = {}) =>
		work({
			run: async () => answers[runs++]?.() ?? done(null),
			wait: (waiting) => {
				stored.push(waiting === null ? null : String(waiting.details['resumeAt']));
				return done(null);
			},
			...part,
		});

	it('is waited for, with the time on record, and the work goes on by itself', async () => {
		const time = at(20 * minutes);
		const { whole, ended } = asked([() => until(20 * minutes)]);
		valueOf(await start(whole));
		await manual.advance(19 * minutes);
		expect([runs, stored, jobs.isRunning('run-1')]).toEqual([1, [time], true]);
		await manual.advance(1 * minutes);
		expect([runs, stored, ended, jobs.isRunning('run-1')]).toEqual([2, [time, null], [null], false]);
	});

	it('is told to whoever watches', async () => {
		valueOf(await start(asked([() => until(5 * minutes)]).whole));
		const told: unknown[] = [];
		const watching = (async () => {
			const look = (here: LiveJob<Step, number> | null) => ({ progress: here?.waiting?.code ?? null, goesOn: true });
			for await (const one of jobs.watch('run-1', look)) told.push(one);
		})();
		await manual.advance(6 * minutes);
		await watching;
		expect([told.includes('site-asks-to-wait'), told.at(-1)]).toEqual([true, null]);
	});

	it.each([
		['rate-limited', 61 * minutes],
		['mail-budget-spent', 10 * minutes],
	] as const)('is not waited for with %s in %i ms: the work stops', async (code, ms) => {
		const { whole, ended } = asked([() => until(ms, code)]);
		valueOf(await start(whole));
		await manual.advance(0);
		expect([runs, stored, ended]).toEqual([1, [], [code]]);
	});

	it('again and again is waited for an hour in all, unless the work gets on meanwhile', async () => {
		const inVain = asked(Array.from({ length: 9 }, () => () => until(25 * minutes)));
		valueOf(await start(inVain.whole));
		await manual.advance(600 * minutes);
		expect([runs, inVain.ended]).toEqual([3, ['rate-limited']]);
		runs = 0;
		const gettingOn = asked([], {
			run: async (job) => {
				job.touch();
				return runs++ < 9 ? until(25 * minutes) : done(null);
			},
		});
		valueOf(await start(gettingOn.whole));
		await manual.advance(600 * minutes);
		expect([runs, gettingOn.ended]).toEqual([10, [null]]);
	});

	it('does not keep anybody from stopping or pausing the work at once', async () => {
		const { whole, ended } = asked([() => until(20 * minutes), () => until(20 * minutes)]);
		for (const pausing of [false, true]) {
			valueOf(await start(whole));
			await manual.advance(minutes);
			expect(await jobs.stop('run-1', { pausing })).toBe(true);
		}
		expect([runs, ended, manual.nextInMs]).toEqual([2, ['cancelled', null], null]);
	});

	it('leaves the time behind where the process ends meanwhile, and the next one keeps it', async () => {
		const time = at(20 * minutes);
		const { whole } = asked([() => until(20 * minutes)]);
		const stops: (Failure | null)[] = [];
		const end: Work<Step, number>['end'] = (_, stop) => {
			stops.push(stop);
			return done(null);
		};
		valueOf(await start({ ...whole, end }));
		await manual.advance(minutes);
		await jobs.close();
		const [kept = null] = stops;
		expect(kept).toEqual({ code: 'site-asks-to-wait', details: { resumeAt: time } });
		jobs = new Jobs<Step, number>({ clock: manual, log, locks }, { name: 'run', course: { first: 'connecting', paced: 'checking' } });
		valueOf(await start({ ...whole, kept }));
		await manual.advance(18 * minutes);
		expect(runs).toBe(1);
		await manual.advance(minutes);
		expect([runs, jobs.isRunning('run-1')]).toEqual([2, false]);
	});

	it('is asked at once where the clock was set back since, the time is over, or something else stopped it', async () => {
		const { whole } = asked([]);
		for (const { failure } of [
			until(-5 * minutes, 'site-asks-to-wait'),
			until(600 * minutes, 'site-asks-to-wait'),
			until(5 * minutes, 'rate-limited'),
		]) {
			valueOf(await start({ ...whole, kept: keptWait(failure, manual.now()) }));
			await manual.advance(0);
		}
		expect(runs).toBe(3);
	});

	it('is over for a machine that was asleep meanwhile', async () => {
		valueOf(await start(asked([() => until(50 * minutes)]).whole));
		await manual.advance(minutes);
		manual.set(manual.now() + 60 * minutes);
		await manual.advance(minutes);
		expect(runs).toBe(2);
	});

	it('is not waited for where the work stands at something that must not be left open', async () => {
		const { whole, ended } = asked([() => until(minutes)], { mayWait: () => false });
		valueOf(await start(whole));
		await manual.advance(0);
		expect([runs, stored, ended]).toEqual([1, [], ['rate-limited']]);
	});
});

describe('closing', () => {
	it('stops every job, waits for what is beside them, and begins nothing any more', async () => {
		const { whole, ended } = work();
		valueOf(await start(whole));
		const { promise, resolve } = Promise.withResolvers<null>();
		const seen: string[] = [];
		void jobs.beside(promise.then(() => seen.push('beside')));
		const other = work();
		const underWay = jobs.start('run-2', { kind: 'run', key: 'run-2' }, async () => {
			await promise;
			return done(other.whole);
		});
		const closed = jobs.close().then(() => seen.push('closed'));
		resolve(null);
		await closed;
		valueOf(await underWay);
		expect(seen).toEqual(['beside', 'closed']);
		expect([ended, other.ended]).toEqual([['cancelled'], ['cancelled']]);
		expect(codeOf(await start(work().whole))).toBe('cancelled');
		expect([locks.whoHas(lock), locks.whoHas({ kind: 'run', key: 'run-2' })]).toEqual(['nobody', 'nobody']);
	});
});
