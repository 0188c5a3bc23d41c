import { causeCatalogue } from '#shared/causes.ts';
import type { Failure, Outcome } from '#shared/outcome.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';

type Answer = Promise<Outcome<unknown>>;

const isMissing = (failure: Failure): boolean => failure.code === 'scope-missing';

/** The same questions, heard for what the token has no scope to ask: each call is told of once. */
export const hearMissingScopes = <Questions extends object>(questions: Questions, onMissing: (failure: Failure) => void): Questions => {
	const told = new Set<unknown>();
	const hear =
		(ask: (...args: readonly unknown[]) => Answer) =>
		async (...args: readonly unknown[]): Answer => {
			const outcome = await ask(...args);
			if (!outcome.ok && isMissing(outcome.failure) && !told.has(outcome.failure.details['call'])) {
				told.add(outcome.failure.details['call']);
				onMissing(outcome.failure);
			}
			return outcome;
		};
	const heard = Object.entries(questions).map(([name, ask]) => [name, hear(ask as Parameters<typeof hear>[0])]);
	return Object.fromEntries(heard) as Questions;
};

const evidenceOf = ({ code, details }: Failure, at: string): EvidenceItem => {
	const { call, scopes = [], granular = [], use } = details;
	return {
		asked: 'scopes of the token',
		source: String(call),
		answer: { problem: code, scopes, granular, ...(use === undefined ? {} : { use }) },
		at,
	};
};

/** What a run could not ask, said once: nothing rests on it, and no row is more certain for it. */
export const findMissingScopes = (missing: readonly Failure[], at: string): readonly Verdict[] => {
	if (missing.length === 0) return [];
	const evidence = missing.map((failure) => evidenceOf(failure, at));
	return [{ cause: 'caller-lacks-rights', certainty: 'proven', remedy: causeCatalogue['caller-lacks-rights'].remedy, evidence }];
};
