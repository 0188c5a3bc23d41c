import { type CauseCode, causeCodes } from '#shared/causes.ts';
import type { Run } from '#shared/run.ts';
import { countStandings, standings } from '#shared/standings.ts';
import type { AddableCounts } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';
import { exitCode, exitCodeOf } from './exit-codes.ts';
import { sumOf } from './follow.ts';
import { causeTexts, failureSentence, resultWords, unlockSentence } from './messages.ts';
import { print, tell } from '../terminal.ts';

const mostDecisions = 5;

/** What would unlock most: the first few. */
export const printUnlocks = (unlocks: readonly Unlock[]): void => {
	if (unlocks.length === 0) return;
	print(`${resultWords.unlock.title}:`);
	for (const unlock of unlocks.slice(0, mostDecisions)) print(`  ${unlockSentence(unlock)}`);
	print('');
};

/** The result per cause, most rows first, and what concerns the desk as a whole. */
export const printSummary = (run: Run, unlocks: readonly Unlock[], addable: AddableCounts): void => {
	const causes = causeCodes.filter((code) => (run.summary[code] ?? 0) > 0).sort((a, b) => (run.summary[b] ?? 0) - (run.summary[a] ?? 0));
	const width = Math.max(5, ...causes.map((code) => code.length));
	print('');
	for (const code of causes) print(`${String(run.summary[code] ?? 0).padStart(7)}  ${code.padEnd(width)}  ${causeTexts[code].label}`);
	print('');
	for (const { cause } of run.findings) {
		print(`Service project ${run.desk?.key ?? ''}: ${causeTexts[cause as CauseCode].label}. Nobody can be added until this is fixed.`);
	}
	const counts = countStandings(run);
	for (const standing of standings.filter((one) => counts[one] > 0)) {
		const apart =
			standing === 'addable' && addable.likely > 0 ? ` (${resultWords.overview.addableBy(addable.proven, addable.likely)})` : '';
		print(`${String(counts[standing]).padStart(7)}  ${resultWords.overview.standings[standing]}${apart}`);
	}
	print('');
	printUnlocks(unlocks);
	const how = run.snapshot === null ? `with ${sumOf(run.calls)} calls` : `in snapshot ${run.snapshot.id} of ${run.snapshot.takenAt}`;
	print(`${run.checkedCount} of ${run.rowCount} rows checked ${how}. Run ${run.id}`);
	if (run.stop) {
		tell(failureSentence(run.stop));
		if (exitCodeOf(run) === exitCode.notFinished) tell(`Resume with: invite-doctor resume ${run.id}`);
	}
};
