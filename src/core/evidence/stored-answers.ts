import type { Outcome } from '#shared/outcome.ts';
import type { Answered } from './site-questions.ts';

/** Where a run keeps what it was told. */
export interface AnswerMemory {
	answer(question: string): string | null;
	saveAnswer(question: string, answer: string): Outcome<null>;
}

/** Asked anew at every start: a token or a right may have changed since. */
const alwaysAsked = new Set(['tenant', 'myself', 'myPermissions']);

/**
 * Questions whose answers are stored before they are used: a run that was killed replays them and asks only what
 * it had not been told. Failures are not stored.
 */
export const withStoredAnswers = <Questions extends object>(questions: Questions, memory: AnswerMemory): Omit<Questions, 'calls'> => {
	const remembering =
		<A extends readonly unknown[], T>(name: string, ask: (...args: A) => Promise<Outcome<Answered<T>>>) =>
		async (...args: A): Promise<Outcome<Answered<T>>> => {
			const question = `${name} ${JSON.stringify(args)}`;
			const stored = memory.answer(question);
			// What is read back is what this program wrote a moment ago: the type is its own.
			if (stored !== null) return { ok: true, value: JSON.parse(stored) as Answered<T> };
			const outcome = await ask(...args);
			if (!outcome.ok) return outcome;
			const saved = memory.saveAnswer(question, JSON.stringify(outcome.value));
			return saved.ok ? outcome : saved;
		};
	const entries = Object.entries(questions).map(([name, ask]) => [
		name,
		alwaysAsked.has(name) || typeof ask !== 'function' ? ask : remembering(name, ask),
	]);
	return Object.fromEntries(entries) as Omit<Questions, 'calls'>;
};
