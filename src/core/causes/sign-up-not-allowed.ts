import type { CauseRule } from './rule.ts';

/** The site refused to make the account and named the reason itself: sign-up is off. Source: atlassian-api.md 13.12. */
export const signUpNotAllowed: CauseRule = (evidence) =>
	evidence.creation?.known === true && evidence.creation.value === 'sign-up-refused'
		? { cause: 'sign-up-not-allowed', certainty: 'proven' }
		: null;
