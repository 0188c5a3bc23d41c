import type { Failure } from '#shared/outcome.ts';
import type { Fact, WhyUnknown } from './evidence.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { sourceOf, type DirectoryUser, type Manageable, type SiteQuestions } from './site-questions.ts';

/** Only a switched-off account raises the question, and a synced one of ours has answered it already. */
export const needsManageQuestion = (user: DirectoryUser): boolean =>
	user.status === 'deactivated' && !(user.claimStatus === 'managed' && user.managementSource === 'synced');

/** May we enable this account? Source: User management API, `GET /users/{id}/manage`. */
export const askManageable = async (questions: SiteQuestions, user: DirectoryUser, now: () => string): Promise<Fact<Manageable>> => {
	const asked = `may this organisation enable ${user.email}`;
	const outcome = await questions.manageable(user.accountId);
	if (outcome.ok) {
		return {
			known: true,
			value: outcome.value.value,
			proof: { asked, source: outcome.value.source, answer: { ...outcome.value.value }, at: outcome.value.at },
		};
	}
	const { failure } = outcome;
	if (!isBearable(failure)) throw new RunStopped(failure);
	const source = sourceOf(failure, 'GET /users/{accountId}/manage');
	return { known: false, why: whyUnknown(failure), proof: { asked, source, answer: { problem: failure.code }, at: now() } };
};

/** A key with scopes may lack this one: then the confirmation is missing, nothing more. */
export const isBearable = (failure: Failure): boolean => concernsOneAnswer(failure) || failure.code === 'site-error';

const whyUnknown = ({ code }: Failure): WhyUnknown => {
	if (code === 'unexpected-answer') return 'unexpected';
	if (code === 'not-in-snapshot') return 'not-asked';
	return code === 'scope-missing' ? 'unscoped' : 'hidden';
};
