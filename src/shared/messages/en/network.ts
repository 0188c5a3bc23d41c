import type { ConnectionStep, NetworkMode } from '../../network.ts';
import { inBrackets, plainDetail, type Sentence } from '../failure-text.ts';

const rowsKept = 'Every row that has its verdict is kept.';
const where = { window: 'on the page Network', commandLine: 'with “network set”' };

/** What stands between this machine and the site. */
export const networkFaultTexts = {
	offline: ((details) => ({
		happened: `This machine is offline, or the name of the site cannot be found${inBrackets(plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Check the network or VPN; then try again.',
	})) as Sentence,
	'proxy-unreachable': (() => ({
		happened: 'The proxy cannot be reached.',
		kept: rowsKept,
		next: {
			window: `Check its address ${where.window}, and that you are in the company’s network.`,
			commandLine: `Check its address ${where.commandLine} or in HTTPS_PROXY, and that you are in the company’s network.`,
		},
	})) as Sentence,
	'proxy-refuses': (() => ({
		happened: 'The proxy does not let requests through to this address.',
		kept: rowsKept,
		next: 'Ask whoever runs the proxy to allow *.atlassian.net and api.atlassian.com.',
	})) as Sentence,
	'proxy-login-needed': (() => ({
		happened: 'The proxy wants a login, or does not accept the one there is.',
		kept: rowsKept,
		next: { window: `Enter user and password ${where.window}.`, commandLine: 'Give it with “network set --user NAME”.' },
	})) as Sentence,
	'proxy-address-invalid': (() => ({
		happened: 'That is not the address of a proxy.',
		next: 'Enter it as http://proxy.example:3128, without user and password.',
	})) as Sentence,
	'certificate-untrusted': ((details) => {
		const issuer = plainDetail(details, 'issuer');
		const by = issuer === '' ? '' : ` It was issued by “${issuer}”.`;
		return {
			happened: `The certificate that is shown for the site is not trusted${inBrackets(plainDetail(details, 'reason'))}.${by}`,
			kept: 'Nothing was sent to it.',
			next: {
				window: `If your company inspects TLS, ask it for its root certificate: put it into the system’s store, or choose the file ${where.window}.`,
				commandLine:
					'If your company inspects TLS, ask it for its root certificate: put it into the system’s store, or give the file with “network set --certificate FILE”.',
			},
		};
	}) as Sentence,
	'certificate-file-unusable': ((details) => ({
		happened: `The certificate file cannot be read, or holds no certificate${inBrackets(plainDetail(details, 'path'))}.`,
		next: 'Choose a file in PEM form: it begins with -----BEGIN CERTIFICATE-----.',
	})) as Sentence,
	'blocked-by-filter': (() => ({
		happened: 'A web page came instead of Atlassian’s answer: a filter of the company, or a network that wants you to sign in first.',
		kept: rowsKept,
		next: 'Open the address of the site in a browser here and read what it says; ask for *.atlassian.net and api.atlassian.com to be allowed.',
	})) as Sentence,
};

export const networkModeTexts: Record<NetworkMode, string> = {
	system: 'As the system says',
	none: 'Without a proxy',
	proxy: 'Through this proxy',
};

export const connectionStepTexts: Record<ConnectionStep, string> = {
	name: 'Name',
	connection: 'Connection',
	proxy: 'Proxy',
	certificate: 'Certificate',
	site: 'Site',
	token: 'Token',
};

export const networkWords = {
	title: 'Network',
	intro: 'How this machine reaches Atlassian. Certificates are always checked.',
	mode: 'Proxy',
	proxy: 'Address of the proxy',
	bypass: 'Not through it',
	bypassHint: 'Host names with commas, e.g. .acme.example',
	user: 'User at the proxy',
	password: 'Password',
	passwordHint: 'Kept in the keychain. Empty: the one there is stays.',
	certificate: 'File with more certificates',
	certificateHint: 'PEM, for a company that inspects TLS and is not in the system’s store',
	save: 'Save',
	saved: 'The network settings were saved.',
	check: 'Check the connection',
	checkHint: 'Goes the way to a site step by step, and says where it ends.',
	site: 'Site',
	noProxy: 'none',
	inspected: (issuer: string) => `Certificate issued by ${issuer}.`,
	whole: 'The whole way is open.',
	states: { ok: 'open', failed: 'ends here', skipped: '–' },
};
