import type { Answered } from '#core/evidence/site-questions.ts';
import type { Outcome } from '#shared/outcome.ts';
import { nameOf } from './calls.ts';
import type { Http, Question, RawAnswer } from './http.ts';

/** Asks, reads the answer, and notes where and when it came from. */
export const answered = async <T>(
	http: Http,
	question: Question,
	read: (answer: RawAnswer) => Outcome<T>,
): Promise<Outcome<Answered<T>>> => {
	const answer = await http.ask(question);
	if (!answer.ok) {
		return answer;
	}
	const value = read(answer.value);
	return value.ok ? { ok: true, value: { value: value.value, source: nameOf(question.call), at: answer.value.at } } : value;
};
