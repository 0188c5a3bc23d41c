import { Presets, SingleBar } from 'cli-progress';
import type { Asked } from '#shared/contract.ts';
import type { Failure } from '#shared/outcome.ts';
import type { Plan } from '#shared/plan.ts';
import type { ReportTold } from '#shared/reports.ts';
import type { Run } from '#shared/run.ts';
import type { SnapshotPart, SnapshotProgress } from '#shared/snapshot.ts';
import type { Client } from './client.ts';
import { planSteps, stepTexts, waitingText } from './messages.ts';
import { tell, tellOver } from '../terminal.ts';
import { need } from './command-ended.ts';

/** Shows what goes on until it ends, and gives what was told last. Ctrl+C stops it; what was done until then is kept. */
const follow = async <Progress>(
	watch: Promise<AsyncIterable<Progress>>,
	stop: () => Promise<unknown>,
	show: (progress: Progress) => void,
): Promise<Progress | null> => {
	const onSignal = (): void => void stop();
	process.once('SIGINT', onSignal);
	process.once('SIGTERM', onSignal);
	try {
		let last: Progress | null = null;
		for await (const progress of await watch) {
			show(progress);
			last = progress;
		}
		return last;
	} finally {
		process.off('SIGINT', onSignal);
		process.off('SIGTERM', onSignal);
	}
};

const linePeriodMs = 10_000;

/** Without a terminal nothing can move: a line then, every ten seconds at most. */
export const makeLines = (say: (line: string) => void, isTerminal: boolean, now: () => number): ((line: () => string) => void) => {
	let last = now();
	return (line) => {
		if (isTerminal || now() - last < linePeriodMs) return;
		last = now();
		say(line());
	};
};

const linesHere = (): ReturnType<typeof makeLines> => makeLines(tell, process.stderr.isTTY, () => performance.now());

/** What is said instead of the step while the site asks to wait; without a terminal a line as well, as soon as it is known. */
const makeWaits = (): ((waiting: Failure | null, step: string) => string) => {
	let told: string | null = null;
	return (waiting, step) => {
		const text = waiting === null ? null : waitingText(waiting);
		if (text !== null && text !== told && !process.stderr.isTTY) tell(text);
		told = text;
		return text ?? step;
	};
};

const makeBar = (format: string): SingleBar =>
	new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: false, noTTYOutput: false }, Presets.shades_classic);

export const sumOf = (calls: Run['calls']): number => Object.values(calls).reduce((total, n) => total + n, 0);

/** The run as it ended. */
export const followRun = async (client: Client, runId: string): Promise<Run> => {
	const bar = makeBar('{bar} {value}/{total} rows  {calls} calls  {step}');
	const line = linesHere();
	const orWaiting = makeWaits();
	const first = need(await client.runs.get({ runId }));
	bar.start(first.rowCount, first.checkedCount, { calls: 0, step: stepTexts.connecting });
	const last = await follow(
		client.runs.watch({ runId }),
		() => client.runs.cancel({ runId }),
		({ run, step }) => {
			const calls = sumOf(run.calls);
			const now = orWaiting(run.state === 'running' ? run.stop : null, stepTexts[step]);
			bar.update(run.checkedCount, { calls, step: now });
			line(() => `${run.checkedCount} of ${run.rowCount} rows · ${calls} calls · ${now}`);
		},
	);
	bar.stop();
	return last?.run ?? first;
};

const reached = ({ rowCount, outcomes }: Plan): number => rowCount - (outcomes['not-reached'] ?? 0) - (outcomes.guided ?? 0);

/** Until the plan comes to rest. Ctrl+C lets no further change begin; what is under way is waited for. */
export const followPlan = async (client: Client, planId: string): Promise<void> => {
	const bar = makeBar('{bar} {value}/{total} rows  {step}');
	const line = linesHere();
	const orWaiting = makeWaits();
	const first = need(await client.plans.get({ planId }));
	bar.start(first.rowCount - (first.outcomes.guided ?? 0), reached(first), { step: planSteps.connecting });
	await follow(
		client.plans.watch({ planId }),
		() => client.plans.cancel({ planId }),
		({ plan, step }) => {
			const now = orWaiting(plan.state === 'running' ? plan.stop : null, planSteps[step]);
			bar.update(reached(plan), { step: now });
			line(() => `${reached(plan)} of ${plan.rowCount} rows · ${now}`);
		},
	);
	bar.stop();
};

/** Until the report is written. Ctrl+C ends it, and nothing of it stays. */
export const followReport = async (client: Client, report: Asked['reports']['make'], path: string): Promise<void> => {
	const stopped = new AbortController();
	const line = linesHere();
	const show = (told: ReportTold): void => {
		if (told.kind === 'ended') return;
		const percent = `${Math.floor(told.part * 100)} %`;
		if (process.stderr.isTTY) tellOver(`Report ${percent}`);
		line(() => `Report ${percent}`);
	};
	const last = await follow(
		client.reports.make(report, { context: { path }, signal: stopped.signal }),
		() => Promise.resolve(stopped.abort()),
		show,
	);
	if (process.stderr.isTTY) tellOver('');
	if (last?.kind === 'ended') need(last.outcome);
};

const isOver = ({ state }: SnapshotPart): boolean => state !== 'unfinished';

/** What is being read, e.g. `directory 4,300 · manageable 12 of 40 · 61 calls`. */
const pullLine = ({ snapshot, expected, calls }: SnapshotProgress): string => {
	const reading = snapshot.parts.filter((part) => !isOver(part) && part.from !== null);
	const parts = reading.map(({ name, records }) => {
		const all = expected[name];
		return `${name} ${records.toLocaleString('en')}${all === undefined ? '' : ` of ${all.toLocaleString('en')}`}`;
	});
	return [...parts, `${calls.toLocaleString('en')} calls`].join(' · ');
};

/** A line a part, and on a terminal one that moves. */
export const followPull = async (client: Client, snapshotId: string): Promise<SnapshotProgress> => {
	const told = new Set<string>();
	const moving = process.stderr.isTTY;
	const line = linesHere();
	const orWaiting = makeWaits();
	const show = (progress: SnapshotProgress): void => {
		if (moving) tellOver('');
		for (const part of progress.snapshot.parts.filter((one) => isOver(one) && !told.has(one.name))) {
			told.add(part.name);
			tell(`  ${part.name}: ${part.records.toLocaleString('en')}${part.state === 'complete' ? '' : ` (${part.state})`}`);
		}
		const now = orWaiting(progress.ended ? null : progress.stop, pullLine(progress));
		if (moving && !progress.ended) tellOver(now);
		line(() => now);
	};
	const last = await follow(client.snapshots.watch({ snapshotId }), () => client.snapshots.cancel({ snapshotId }), show);
	if (last === null) throw new Error('a pull that was begun is watched to its end');
	return last;
};
