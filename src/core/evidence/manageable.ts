import type { Fact } from './evidence.ts';
import { concernsOneAnswer, RunStopped } from './settle.ts';
import type { DirectoryUser, Manageable, SiteQuestions } from './site-questions.ts';

/** Only a switched-off account raises the question, and a synced one of ours has answered it already. */
export const needsManageQuestion = (user: DirectoryUser): boolean =>
	user.status === 'deactivated' && !(user.claimStatus === 'managed' && user.managementSource === 'synced');

/** May we enable this account? Source: User management API, `GET /users/{id}/manage`. */
export const askManageable = async (questions: SiteQuestions, user: DirectoryUser, now: () => string): Promise<Fact<Manageable>> => {
	const asked = `may this organisation enable ${user.email}`;
	const outcome = await questions.manageable(user.accountId);
	if (outcome.ok)
		return {
			known: true,
			value: outcome.value.value,
			proof: { asked, source: outcome.value.source, answer: { ...outcome.value.value }, at: outcome.value.at },
		};
	// A key with scopes may lack this one: then the confirmation is missing, nothing more.
	const scoped = outcome.failure.code === 'org-key-rejected' && outcome.failure.details['missingScope'] === true;
	const bearable = concernsOneAnswer(outcome.failure) || outcome.failure.code === 'site-error' || scoped;
	if (!bearable) throw new RunStopped(outcome.failure);
	const why = outcome.failure.code === 'unexpected-answer' ? 'unexpected' : 'hidden';
	return {
		known: false,
		why,
		proof: { asked, source: 'GET /users/{accountId}/manage', answer: { problem: outcome.failure.code }, at: now() },
	};
};
