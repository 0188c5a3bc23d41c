import { networkWords, type WindowFailure, words } from '../messages.ts';
import type { Route } from '../route.ts';

/** A page of ours where a failure is mended, and what a link to it says. */
export interface FailurePlace {
	readonly to: Route;
	readonly label: string;
}

const onNetworkPage: ReadonlySet<WindowFailure['code']> = new Set([
	'proxy-unreachable',
	'proxy-kind',
	'proxy-refuses',
	'proxy-login-needed',
	'certificate-untrusted',
	'private-address',
]);

const onSitePage: ReadonlySet<WindowFailure['code']> = new Set(['token-missing', 'site-read-only', 'site-address-only']);

/** `null` where no page of ours mends it, or nothing tells which. */
export const placeOfFailure = ({ code, details }: WindowFailure): FailurePlace | null => {
	if (code === 'audit-damaged') return { to: { at: 'audit' }, label: words.shell.audit };
	if (onNetworkPage.has(code)) return { to: { at: 'network' }, label: networkWords.title };
	const { site } = details;
	if (onSitePage.has(code) && typeof site === 'string') return { to: { at: 'site', name: site }, label: words.import.openSite };
	return null;
};
