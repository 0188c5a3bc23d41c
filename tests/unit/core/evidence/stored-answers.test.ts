import { describe, expect, it } from 'vitest';
import { withStoredAnswers } from '#core/evidence/stored-answers.ts';
import { done, failed } from '#shared/outcome.ts';
import { directoryUser } from '../../../support/evidence.ts';
import { failure, type Interference, scriptQuestions } from '../../../support/scripted-questions.ts';

const remember = (interference: Interference = {}) => {
	const memory = new Map<string, string>();
	const questions = scriptQuestions({ directory: [directoryUser()] }, interference);
	/** As after a restart: the same memory, nothing else. */
	const restart = () =>
		withStoredAnswers(questions, {
			answer: (question) => memory.get(question) ?? null,
			saveAnswer: (question, answer) => {
				memory.set(question, answer);
				return done(null);
			},
		});
	return { memory, questions, restart };
};

const search = { emails: ['ann@brightwater.example'], cursor: null };

describe('stored answers', () => {
	it('are not asked for again, in this process or the next, and come back as they were', async () => {
		const { questions, restart } = remember();
		const first = await restart().directoryUsers('org-1', search);
		expect(await restart().directoryUsers('org-1', search)).toEqual(first);
		await restart().deskCustomers('1', { start: 0, limit: 50 });
		await restart().deskCustomers('1', { start: 0, limit: 50 });
		expect(questions.count('directoryUsers')).toBe(1);
		expect(questions.count('deskCustomers')).toBe(1);
	});

	it('are kept apart by question and by everything that was asked with it', async () => {
		const { questions, restart } = remember();
		const asked = restart();
		await asked.directoryUsers('org-1', search);
		await asked.directoryUsers('org-2', search);
		await asked.directoryUsers('org-1', { ...search, cursor: '1' });
		await asked.directoryUsers('org-1', { ...search, roleIds: ['atlassian/customer'] });
		await asked.users(0, 1000);
		await asked.users(0, 500);
		expect(questions.count()).toBe(6);
	});

	it('are no failures: what failed is asked again', async () => {
		let broken = true;
		const { memory, questions, restart } = remember({ users: () => (broken ? failure('unexpected-answer') : null) });
		expect((await restart().users(0, 1000)).ok).toBe(false);
		expect(memory.size).toBe(0);
		broken = false;
		expect((await restart().users(0, 1000)).ok).toBe(true);
		expect(questions.count('users')).toBe(2);
	});

	it('do not cover who we are and what we may: that is asked at every start', async () => {
		const { memory, questions, restart } = remember();
		for (let start = 0; start < 2; start++) {
			await restart().tenant();
			await restart().myself();
			await restart().myPermissions(['ADMINISTER']);
		}
		expect(questions.count()).toBe(6);
		expect(memory.size).toBe(0);
	});

	it('are stored before they are used: one that cannot be stored is no answer', async () => {
		const questions = scriptQuestions();
		const full = withStoredAnswers(questions, { answer: () => null, saveAnswer: () => failed('store-full') });
		expect(await full.users(0, 1000)).toMatchObject({ ok: false, failure: { code: 'store-full' } });
	});
});
