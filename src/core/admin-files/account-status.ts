import type { DirectoryUser } from '../evidence/site-questions.ts';
import { contradiction, newestOf, type FileStatement } from './file-statements.ts';

/** What files say of one address's account in the organisation. */
export interface Sayings {
	/** Of Export users: who is in the directory. Newest first. */
	readonly users: readonly FileStatement[];
	/** Of Export managed accounts and Export accounts from domains: whether an account is on. Newest first. */
	readonly accounts: readonly FileStatement[];
}

export type Status = DirectoryUser['status'];

export type DecidedStatus =
	| { readonly is: 'entry'; readonly status: Status; readonly unsure: boolean; readonly by: FileStatement }
	| { readonly is: 'nobody'; readonly by: FileStatement }
	| { readonly is: 'contradiction'; readonly statements: readonly [FileStatement, FileStatement] }
	| { readonly is: 'open'; readonly settledBy: string };

const entry = (status: Status, by: FileStatement, unsure = false): DecidedStatus => ({ is: 'entry', status, unsure, by });

const stillInvited: DecidedStatus = {
	is: 'open',
	settledBy: 'an Export users file from after the invitation was accepted would tell how the account stands',
};

type Account = 'on' | 'off' | 'for-deletion';
type SaidAccount = { readonly statement: FileStatement; readonly value: Account };

const accountIn = ({ person }: FileStatement): Account | null => {
	switch (person?.meanings.status) {
		case 'active':
		case 'suspended':
		case 'invited':
		case 'not-invited':
			return 'on';
		case 'deactivated':
		case 'inactive':
			return 'off';
		case 'for-deletion':
			return 'for-deletion';
		case 'unknown':
		case undefined:
			return null;
	}
};

const off = ({ value, statement }: SaidAccount): DecidedStatus =>
	value === 'for-deletion' ? entry('for_deletion', statement) : entry('deactivated', statement);

/** Two files that tell of one day can both be right only where they say the same. */
const atOdds = (listing: FileStatement, { statement }: SaidAccount): DecidedStatus => ({
	is: 'contradiction',
	statements: [listing, statement],
});

const olderThan = (listing: FileStatement): string =>
	`an Export users file that is newer than the one of ${listing.at.slice(0, 10)} would tell how the account stands now`;

/** Somebody whom Export users lists. A newer file may know that the account was switched off or on since. */
const decideListed = (listing: FileStatement, account: SaidAccount | null): DecidedStatus => {
	const said = listing.person?.meanings.status;
	const isOff = account !== null && account.value !== 'on';
	const isLater = account !== null && account.statement.at > listing.at;
	const isSameTime = account !== null && account.statement.at === listing.at;
	switch (said) {
		case 'for-deletion':
			return entry('for_deletion', listing);
		case undefined:
		case 'unknown':
			return isOff
				? off(account)
				: { is: 'open', settledBy: 'an Export users file that gives its status would tell how the account stands' };
		case 'invited':
			// The invitation may have been accepted since, or may never be.
			return isOff && (isLater || isSameTime) ? off(account) : stillInvited;
		case 'inactive':
			if (isOff) return off(account);
			// The account itself is on: then it is its access here that was taken.
			return entry('suspended', listing, !(isLater || isSameTime));
		case 'deactivated':
			if (account?.value === 'for-deletion') return off(account);
			if (account?.value === 'on' && isSameTime) return atOdds(listing, account);
			return account?.value === 'on' && isLater ? { is: 'open', settledBy: olderThan(listing) } : entry('deactivated', listing);
		case 'active':
		case 'suspended':
		case 'not-invited':
			if (isOff && isSameTime) return atOdds(listing, account);
			if (isOff && isLater) return off(account);
			return entry(said === 'not-invited' ? 'not_invited' : said, listing);
	}
};

const decideOn = (statement: FileStatement, absence: FileStatement | null, isOurs: boolean): DecidedStatus => {
	const meanings = statement.person?.meanings;
	if (meanings?.status === 'suspended') return entry('suspended', statement);
	if (meanings?.status === 'invited') return stillInvited;
	if (meanings?.status === 'not-invited') return entry('not_invited', statement);
	// In no directory, and yet ours: a managed account that was never invited.
	if (absence !== null) return isOurs ? entry('not_invited', statement) : { is: 'nobody', by: absence };
	// Whoever uses the site's service management is let in; of anybody else the file does not say whether access was revoked.
	return entry('active', statement, meanings?.['service-management'] !== 'access');
};

export interface Surroundings {
	/** Whether the account is this organisation's own; `null` where nobody knows. */
	readonly isManagedHere: boolean | null;
	/** What would tell whether an account exists at all. */
	readonly settledBy: string;
	/** Somebody of this domain may have an account that is managed here without being in the directory. */
	readonly mayBeManaged: boolean;
}

/** How the account stands in the directory, by the newest file that tells. */
export const decideStatus = ({ users, accounts }: Sayings, around: Surroundings): DecidedStatus => {
	const presence = ({ person }: FileStatement): string | null => (person === null ? 'absent' : (person.meanings.status ?? null));
	const odd = contradiction(users, presence) ?? contradiction(accounts, accountIn);
	if (odd !== null) return { is: 'contradiction', statements: odd };
	const [listing] = users;
	const account = newestOf(accounts, accountIn);
	if (listing !== undefined && listing.person !== null) return decideListed(listing, account);
	if (account !== null && account.value !== 'on') return off(account);
	if (account !== null) return decideOn(account.statement, listing ?? null, around.isManagedHere === true);
	if (listing !== undefined && !around.mayBeManaged) return { is: 'nobody', by: listing };
	const [absence] = accounts.filter(({ kind, person }) => kind === 'domains' && person === null);
	return absence === undefined ? { is: 'open', settledBy: around.settledBy } : { is: 'nobody', by: absence };
};
