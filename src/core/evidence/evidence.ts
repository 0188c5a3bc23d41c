import type { CustomerAccess } from '#shared/customer-access.ts';
import type { HandCheck } from '#shared/hand-checks.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import type { AddressToJudge } from '../lists/list.ts';
import type { DirectoryUser, JiraUser, Manageable } from './site-questions.ts';

/**
 * What came of one question about one person. An unanswered question is never a "no":
 * `not-asked` – there was no way to ask (no organisation key, no permission); `unscoped` – the key has scopes, and not the
 * one for this; `hidden` – the site does not show
 * it; `unexpected` – an answer came whose shape cannot be trusted, so nothing may rest on it; `not-exported` – there
 * were only exports to look it up in, and none of any kind holds it. `besides` are other answers to it, e.g. one that a
 * newer file has outdone; `settledBy` says what would have told, or told for certain.
 */
export type Fact<T> =
	| {
			readonly known: true;
			readonly value: T;
			readonly proof: EvidenceItem;
			readonly besides?: readonly EvidenceItem[];
			readonly settledBy?: string;
	  }
	| {
			readonly known: false;
			readonly why: WhyUnknown;
			readonly proof: EvidenceItem;
			readonly besides?: readonly EvidenceItem[];
			readonly settledBy?: string;
	  };

export type WhyUnknown = 'not-asked' | 'unscoped' | 'hidden' | 'unexpected' | 'not-exported';

/** A record of the site's own customer directory. */
export interface PortalRecord {
	readonly accountId: string;
	readonly active: boolean;
}

/**
 * What the desk's customer list says. `keepsList` is false where it lists nobody at all, and it is not known whether a list would be
 * kept: whether an open desk keeps one is settled for each site (`core/probes/open-desk-keeps-list.ts`), and assumed of none.
 */
export interface Membership {
	readonly listed: { readonly accountId: string; readonly active: boolean } | null;
	readonly keepsList: boolean;
}

/** Whether an active account can use the desk's product, and how the account stands in that product's directory. */
export interface JsmRole {
	readonly held: boolean;
	/** Suspended in the one directory that serves the site, though active elsewhere. */
	readonly suspendedHere: boolean;
	/** Not in the directory that serves the site, though active in another (`userDirectoryStatus: no_membership`). */
	readonly absentHere?: true;
	/**
	 * That no role is held is an inference. `true`: a file lists what somebody uses, not what they may use.
	 * `guessed-resource`: which resource is the site's service management was not told. `several-directories`: which of them
	 * holds the person was not asked.
	 */
	readonly unsure?: true | 'guessed-resource' | 'several-directories';
}

/** What admin files say of one person: for the questions that a site would have been asked otherwise. */
export interface AdminFileFacts {
	readonly directory: Fact<DirectoryUser | null>;
	/** Of an active account; `null` where the directory says that there is none. */
	readonly jsmRole: Fact<JsmRole> | null;
	/** Of a deactivated account. */
	readonly manageable: Fact<Manageable> | null;
	readonly portal: Fact<PortalRecord | null>;
}

/** `sign-up-refused`: the site says that it makes no accounts for people who sign up. */
export type CreationRefusal = 'conflict' | 'refused' | 'sign-up-refused';

/** Everything asked about one address on one site. `null` marks a question that the other answers made needless. */
export interface PersonEvidence extends AdminFileFacts {
	readonly address: string;
	/** The Atlassian account as the site itself lists it: all there is without an organisation key. */
	readonly siteAccount: Fact<JiraUser | null>;
	readonly membership: Fact<Membership>;
	/** May an account that the desk does not list raise requests there? `null` where the list says enough, or nobody asked. */
	readonly canRaise: Fact<boolean> | null;
	/** What the site said when it was asked to make the account; `null` where nobody tried. */
	readonly creation: Fact<CreationRefusal> | null;
	/** What somebody checked by hand; left out where nobody did. It settles what no answer does, and proves nothing. */
	readonly byHand?: readonly HandCheck[];
	readonly access: CustomerAccess;
	readonly suggestion: string | null;
	/** Of a mail provider's domain, whatever stands for the address when kept facts are judged again. */
	readonly isOfProvider?: true;
	/** ISO 8601: when the last of it was gathered. */
	readonly at: string;
}

/** What can be said of a row before anything is asked. */
export interface LocalEvidence {
	readonly read: AddressToJudge;
	readonly original: string;
	readonly repeats: number | null;
	readonly at: string;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
