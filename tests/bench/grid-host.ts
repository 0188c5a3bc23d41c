import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { implement } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { systemClock } from '#main/system.ts';
import { startBrowserHost } from '#main/hosts/browser/host.ts';
import { composeApp } from '#main/services/compose.ts';
import { LiveJob, watchJob } from '#main/jobs/live-job.ts';
import { lookAtRun, runCourse } from '#main/services/runs/run-service.ts';
import { openLocks } from '#main/storage/locks.ts';
import type { RunProgress, RunStep } from '#shared/run.ts';

/**
 * `node tests/bench/grid-host.ts DATA_DIR RUN`: the browser host with one difference. Verdicts on the open rows of a
 * seeded run come from a metronome instead of a site: 500 a second from the moment somebody watches. They are stored and
 * told as those of a diagnosis are (`saveVerdicts`, then the run's own watch), so from there on everything is the real way.
 */
const [dataDir = '', runId = ''] = process.argv.slice(2);
const rowsPerSecond = 500;
const beatMs = 100;

const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return outcome.value;
};

const app = need(await composeApp({ dataDir, host: 'browser', allowLoopback: true, version: 'bench', sessionSecrets: true }));
const { store } = app;
need(need(await openLocks(join(dataDir, 'locks'), () => 'bench')).take({ kind: 'run', key: runId }));
store.setState(runId, 'running', null, new Date().toISOString());
const live = new LiveJob<RunStep, RunProgress['changed'][number]>(systemClock, runCourse);
live.takeStep('checking');

const open = [...store.rowsToJudge(runId)].flat().filter(({ judged }) => !judged);
const causes: readonly (readonly [CauseCode, Certainty])[] = [
	['ready-new', 'likely'],
	['access-revoked', 'proven'],
	['already-customer', 'proven'],
	['domain-not-approved', 'likely'],
];
let given = 0;
const judge = (id: number): JudgedRow => {
	const [cause, certainty] = causes[id % causes.length] ?? (['ready-new', 'likely'] as const);
	return { id, verdict: { cause, certainty, remedy: null, evidence: [] } };
};
/** A run takes rows in the list's order, some hundred at a time; here each beat is somewhere else, so that scrolling meets them. */
const beat = (): void => {
	const from = ((given / 50) * 7919 * 50) % open.length;
	const rows = open.slice(from, from + (rowsPerSecond * beatMs) / 1000).map(({ id }) => judge(id));
	given += (rowsPerSecond * beatMs) / 1000;
	need(store.saveVerdicts(runId, rows));
	live.report(rows.map(({ id, verdict: { cause: code, certainty } }) => ({ id, cause: code, certainty })));
};

let metronome: NodeJS.Timeout | null = null;
const watch = implement(contract).runs.watch.handler(({ input, signal }) => {
	metronome ??= setInterval(beat, beatMs);
	return watchJob<RunStep, RunProgress['changed'][number], RunProgress>(
		live,
		systemClock,
		(here, changed) => lookAtRun(store, input.runId, here, changed),
		signal,
	);
});
const router = { ...app.router, runs: { ...(app.router as { readonly runs: object }).runs, watch } };
const rendererDir = join(fileURLToPath(new URL('../..', import.meta.url)), 'out/renderer');
const host = await startBrowserHost({ app: { routerAt: () => router }, rendererDir, clock: systemClock });
process.stdout.write(`${host.newLink()}\n`);
process.once('SIGTERM', () => {
	if (metronome !== null) clearInterval(metronome);
	live.end(null);
	void host
		.stop()
		.then(() => app.close())
		.then(() => process.exit(0));
});
