import type { Failure, FailureCode } from '#shared/outcome.ts';
import type { Run } from '#shared/run.ts';
import { countStandings } from '#shared/standings.ts';

/** What the process says when it ends (README, "Exit codes"). */
export const exitCode = { allGood: 0, someBlocked: 1, wrongUse: 2, notFinished: 3 } as const;

/** Of a question that was not answered: a full disk, or a store that somebody else holds, is no wrong use. */
export const exitCodeOfFailure = ({ code }: Failure): number => (code.startsWith('store-') ? exitCode.notFinished : exitCode.wrongUse);

/** Failures that no waiting mends: somebody has to correct what was given. */
const configuration: ReadonlySet<FailureCode> = new Set([
	'token-rejected',
	'sign-in-needed',
	'oauth-app-rejected',
	'org-key-rejected',
	'scope-missing',
	'site-read-only',
	'site-address-only',
	'org-not-found',
	'org-ambiguous',
	'site-not-in-organisation',
	'not-an-atlassian-site',
	'caller-lacks-rights',
	'desk-not-found',
	'desk-ambiguous',
]);

/** A run that a wrong configuration stopped before its first question of a row was wrong use; later it is unfinished. */
export const exitCodeOf = (run: Run): number => {
	if (run.state !== 'finished') {
		return run.stop && configuration.has(run.stop.code) && run.checkedCount === 0 ? exitCode.wrongUse : exitCode.notFinished;
	}
	const { blocked, open } = countStandings(run);
	return run.findings.length > 0 || blocked + open > 0 ? exitCode.someBlocked : exitCode.allGood;
};
