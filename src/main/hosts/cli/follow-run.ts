import { Presets, SingleBar } from 'cli-progress';
import { type CauseCode, causeCodes } from '#shared/causes.ts';
import type { Run, RunProgress } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';
import type { App } from '../../services/app.ts';
import type { Services } from '../../services/compose.ts';
import { exitCode, exitCodeOf } from './exit-codes.ts';
import { causeLabels, failureSentence, unlockSentence } from './messages.ts';
import { need, print, tell } from './terminal.ts';

const sum = (calls: Run['calls']): number => Object.values(calls).reduce((total, n) => total + n, 0);

const stepWords: Record<RunProgress['step'], string> = {
	connecting: 'connecting',
	'reading-accounts': 'reading accounts',
	checking: 'checking rows',
	done: 'done',
};

/** Shows the run until it ends. Ctrl+C stops it; what was checked is kept. */
export const followRun = async (services: App & Services, runId: string): Promise<Run> => {
	const bar = new SingleBar(
		{
			format: '{bar} {value}/{total} rows  {calls} calls  {step}',
			stream: process.stderr,
			hideCursor: true,
			clearOnComplete: false,
			noTTYOutput: false,
		},
		Presets.shades_classic,
	);
	const stop = (): void => void services.runs.cancel(runId);
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	let last = need(services.store.run(runId));
	bar.start(last.rowCount, last.checkedCount, { calls: 0, step: 'connecting' });
	for await (const { run, step } of services.runs.watch(runId)) {
		last = run;
		bar.update(run.checkedCount, { calls: sum(run.calls), step: stepWords[step] });
	}
	bar.stop();
	process.off('SIGINT', stop);
	process.off('SIGTERM', stop);
	return last;
};

const mostDecisions = 5;

/** What would unlock most: the first few. */
export const printUnlocks = (unlocks: readonly Unlock[]): void => {
	if (unlocks.length === 0) return;
	print('What would unlock most:');
	for (const unlock of unlocks.slice(0, mostDecisions)) print(`  ${unlockSentence(unlock)}`);
	print('');
};

/** The result per cause, most rows first, and what concerns the desk as a whole. */
export const printSummary = (run: Run, unlocks: readonly Unlock[]): void => {
	const causes = causeCodes.filter((code) => (run.summary[code] ?? 0) > 0).sort((a, b) => (run.summary[b] ?? 0) - (run.summary[a] ?? 0));
	const width = Math.max(5, ...causes.map((code) => code.length));
	print('');
	for (const code of causes) print(`${String(run.summary[code] ?? 0).padStart(7)}  ${code.padEnd(width)}  ${causeLabels[code]}`);
	print('');
	for (const { cause } of run.findings) {
		print(`The desk ${run.desk?.key ?? ''}: ${causeLabels[cause as CauseCode]}. Nobody can be added until that is mended.`);
	}
	printUnlocks(unlocks);
	const how = run.snapshot === null ? `with ${sum(run.calls)} calls` : `against snapshot ${run.snapshot.id} of ${run.snapshot.takenAt}`;
	print(`${run.checkedCount} of ${run.rowCount} rows checked ${how}. Run ${run.id}`);
	if (run.stop) {
		tell(failureSentence(run.stop));
		if (exitCodeOf(run) === exitCode.notFinished) tell(`Go on with: invite-doctor resume ${run.id}`);
	}
};
