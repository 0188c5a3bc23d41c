import { networkWords, snapshotWords, type WindowFailure, words } from '../messages.ts';
import type { Route } from '../route.ts';

/** A page of ours where a failure is mended, and what a link to it says. */
export interface FailurePlace {
	readonly to: Route;
	readonly label: string;
}

type Code = WindowFailure['code'];

/** The machine's way to the site. */
const onNetworkPage: ReadonlySet<Code> = new Set<Code>([
	'unreachable',
	'offline',
	'timed-out',
	'blocked-by-filter',
	'proxy-unreachable',
	'proxy-kind',
	'proxy-refuses',
	'proxy-login-needed',
	'proxy-address-invalid',
	'certificate-untrusted',
	'certificate-file-unusable',
	'private-address',
]);

/** What a site is asked with, and what for. */
const onSitePage: ReadonlySet<Code> = new Set<Code>([
	'token-missing',
	'token-rejected',
	'org-key-rejected',
	'scope-missing',
	'sign-in-needed',
	'oauth-app-rejected',
	'caller-lacks-rights',
	'caller-changed',
	'org-not-found',
	'org-ambiguous',
	'site-not-in-organisation',
	'not-an-atlassian-site',
	'site-read-only',
	'site-address-only',
	'site-not-found',
	'site-changed',
]);

const onSnapshotsPage: ReadonlySet<Code> = new Set<Code>([
	'snapshot-not-found',
	'snapshot-incomplete',
	'snapshot-tampered',
	'snapshot-other-site',
	'not-in-snapshot',
]);

/** `site`: the stored one that it is about, where that is known. `null` where no page of ours mends it. */
export const placeOfFailure = ({ code, details }: WindowFailure, site: string | null = null): FailurePlace | null => {
	if (code === 'audit-damaged') return { to: { at: 'audit' }, label: words.shell.audit };
	if (onNetworkPage.has(code)) return { to: { at: 'network' }, label: networkWords.title };
	if (onSnapshotsPage.has(code)) return { to: { at: 'snapshots' }, label: snapshotWords.title };
	if (!onSitePage.has(code)) return null;
	const named = site ?? (code !== 'site-not-found' && typeof details['site'] === 'string' ? details['site'] : null);
	return named === null
		? { to: { at: 'sites' }, label: words.shell.sites }
		: { to: { at: 'site', name: named }, label: words.import.openSite };
};
