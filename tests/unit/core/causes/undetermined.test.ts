import { describe, expect, it } from 'vitest';
import { undetermined, unreadableAnswer } from '#core/causes/undetermined.ts';
import type { Fact } from '#core/evidence/evidence.ts';
import { activePerson, personEvidence, unanswered } from '../../../support/evidence.ts';

describe('unreadable answers', () => {
	it.each(['directory', 'jsmRole', 'manageable', 'portal', 'siteAccount', 'membership'] as const)(
		'claim the row when the %s question was answered in an unexpected shape',
		(question) => {
			expect(unreadableAnswer(activePerson({ [question]: unanswered('unexpected', 'that question') }))).toEqual({
				cause: 'undetermined',
				certainty: 'unknown',
				because: 'an unexpected answer: that question',
			});
		},
	);

	it('are not what a question that was not asked or is hidden leaves', () => {
		expect(unreadableAnswer(personEvidence({ directory: unanswered('not-asked'), portal: unanswered('hidden') }))).toBeNull();
		expect(unreadableAnswer(personEvidence())).toBeNull();
	});
});

describe('undetermined', () => {
	it('claims every row, and names the questions that stayed open', () => {
		const ruling = undetermined(
			personEvidence({ directory: unanswered('not-asked', 'directory entry'), portal: unanswered('hidden', 'portal record') }),
		);
		expect(ruling).toEqual({ cause: 'undetermined', certainty: 'unknown', because: 'not answered: directory entry; portal record' });
	});

	it('names the files that would tell rather than the questions', () => {
		const settledBy = 'the Portal-only customers list would tell';
		const ruling = undetermined(
			personEvidence({
				directory: unanswered('not-asked', 'directory entry'),
				portal: { ...unanswered('not-asked'), settledBy } as Fact<null>,
			}),
		);
		expect(ruling?.because).toBe(settledBy);
	});

	it('says so when everything was answered and fits nothing', () => {
		expect(undetermined(personEvidence())?.because).toContain('contradict');
	});
});
