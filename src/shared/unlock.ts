import type { RemedyId } from './remedies.ts';

/** What one person can decide for many rows at once: a remedy, or one of the two boxes that `open-customer-access` stands for. */
export type DecisionId = 'tick-internal' | 'tick-external' | Extract<RemedyId, DecidableRemedy>;

type DecidableRemedy =
	| 'restore-access'
	| 'grant-customer-role'
	| 'invite-with-role'
	| 'enable-managed-account'
	| 'reactivate-portal-account'
	| 'approve-domain'
	| 'ask-owning-organisation'
	| 'enable-in-identity-provider'
	| 'cancel-deletion'
	| 'migrate-portal-account'
	| 'accept-suggestion';

export interface Decision {
	readonly decision: DecisionId;
	/** The domain that is approved, whose admins are asked, or that was mistyped; left out where the decision is for everybody. */
	readonly domain?: string;
}

/** A decision, and how many rows nothing would block any more after it. */
export interface Unlock extends Decision {
	readonly rows: number;
	/** The second one, for rows that no single decision unlocks but these two together do. */
	readonly with?: Decision;
}
