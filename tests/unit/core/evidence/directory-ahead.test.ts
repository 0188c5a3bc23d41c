import { describe, expect, it } from 'vitest';
import { askManageableOnce, lookAhead } from '#core/evidence/directory-ahead.ts';
import type { DirectoryUser } from '#core/evidence/site-questions.ts';
import { directoryUser, someTime } from '../../../support/evidence.ts';
import { customerRole, failure, type Interference, organisation, scriptQuestions } from '../../../support/scripted-questions.ts';

const email = (n: number): string => `p${n}@a.example`;
/** Every fourth is active, and of those every second holds a role. */
const people: DirectoryUser[] = Array.from({ length: 1000 }, (_, n) =>
	directoryUser({ accountId: `5b-${n}`, email: email(n), status: n % 4 === 0 ? 'active' : 'suspended' }),
);
const roles = Object.fromEntries(people.filter((_, n) => n % 8 === 0).map(({ accountId }) => [accountId, customerRole()]));
const batches = Array.from({ length: 10 }, (_, batch) => Array.from({ length: 100 }, (__, n) => email(100 * batch + n)));

interface Asked {
	readonly emails: readonly string[];
	readonly roleIds?: readonly string[];
}

const begin = (options: { readonly ahead?: number; readonly filtersCombine?: boolean; readonly interference?: Interference } = {}) => {
	const { ahead = 100, filtersCombine = true, interference = {} } = options;
	const questions = scriptQuestions({ directory: people, roles }, interference);
	const directory = lookAhead({ questions, organisation, now: () => someTime, filtersCombine, workers: 4, ahead, atOnce: 100 }, batches);
	const asked = (byRole: boolean): readonly (readonly string[])[] =>
		questions.log
			.map(({ args }) => args[1] as Asked)
			.flatMap(({ emails, roleIds }) => ((roleIds !== undefined) === byRole ? [emails] : []));
	return { questions, directory, asked };
};

const settled = async (directory: ReturnType<typeof lookAhead>) => {
	const answers = await Promise.all(batches.map((_, batch) => directory.answers(batch)));
	await directory.end();
	return answers;
};

describe('looking people up ahead', () => {
	it('asks by role for active people only, a hundred at a time over the borders of batches', async () => {
		const { directory, asked } = begin();
		const answers = await settled(directory);
		expect(asked(false)).toEqual(batches);
		expect(asked(true).map(({ length }) => length)).toEqual([100, 25, 100, 25]);
		expect(asked(true).flat()).toEqual(people.filter(({ status }) => status === 'active').map((user) => user.email));
		for (const [batch, answer] of answers.entries()) {
			for (const address of batches[batch] ?? []) expect(answer.entry(address)).toMatchObject({ known: true, value: { email: address } });
		}
		expect(answers[0]?.holdsRole(email(8))).toMatchObject({ known: true, value: true });
		expect(answers[9]?.holdsRole(email(904))).toMatchObject({ known: true, value: true });
		expect(answers[9]?.holdsRole(email(908))).toMatchObject({ known: true, value: false });
	});

	it('asks for a batch alone where it may not look further', async () => {
		const { directory, asked } = begin({ ahead: 0 });
		await directory.answers(0);
		expect(asked(false)).toEqual([batches[0]]);
		expect(asked(true).map(({ length }) => length)).toEqual([25]);
		await directory.end();
	});

	it('does not wait for the whole list until it asks for the roles of the first people', async () => {
		const { directory, asked } = begin({ ahead: 5 });
		const first = await directory.answers(0);
		expect(first.holdsRole(email(0))).toMatchObject({ known: true, value: true });
		expect(asked(false).length).toBeLessThan(batches.length);
		await directory.end();
	});

	it('asks nobody’s role where the filters do not combine', async () => {
		const { directory, asked } = begin({ filtersCombine: false });
		const answers = await settled(directory);
		expect(asked(true)).toEqual([]);
		expect(answers[0]?.holdsRole(email(0))).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('throws to whoever asks for a batch that could not be looked up, and to nobody else', async () => {
		const interference: Interference = {
			directoryUsers: (_, search) => (search.emails.includes(email(500)) ? failure('token-rejected') : null),
		};
		const { directory } = begin({ interference });
		await expect(directory.answers(5)).rejects.toMatchObject({ failure: { code: 'token-rejected' } });
		await directory.end();
	});

	it('asks about each switched-off account before anybody wants to know, and once', async () => {
		const off = people.map((user, n) => (n % 10 === 3 ? directoryUser({ ...user, status: 'deactivated' }) : user));
		const script = scriptQuestions({ directory: off, roles });
		const questions = askManageableOnce(script);
		const directory = lookAhead(
			{ questions, organisation, now: () => someTime, filtersCombine: true, workers: 4, ahead: 100, atOnce: 100 },
			batches,
		);
		const asked = () => script.log.flatMap(({ name, args }) => (name === 'manageable' ? [args[0]] : []));
		await directory.answers(0);
		await questions.manageable('5b-3');
		await settled(directory);
		expect(asked().length).toBe(100);
		expect(new Set(asked()).size).toBe(100);
	});

	it('asks nothing more once it was ended', async () => {
		const { directory, questions } = begin();
		await directory.end();
		const count = questions.count();
		expect(count).toBeLessThanOrEqual(4);
		await expect(directory.answers(9)).rejects.toMatchObject({ failure: { code: 'cancelled' } });
		expect(questions.count()).toBe(count);
	});
});
