import type { ConnectionStep, NetworkMode } from '../../network.ts';
import { inBrackets, plainDetail, type Sentence } from '../failure-text.ts';

const rowsKept = 'Verdicts so far are saved.';
const where = { window: 'on the page Network', commandLine: 'with “network set”' };

/** What stands between this machine and the site. */
export const networkFaultTexts = {
	offline: ((details) => ({
		happened: `This computer is offline, or the site name cannot be resolved${inBrackets(plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Check your network or VPN, then try again.',
	})) as Sentence,
	'proxy-unreachable': (() => ({
		happened: 'The proxy cannot be reached.',
		kept: rowsKept,
		next: {
			window: `Check its address ${where.window}. Make sure you are connected to the company network.`,
			commandLine: `Check its address ${where.commandLine} or in HTTPS_PROXY. Make sure you are connected to the company network.`,
		},
	})) as Sentence,
	'proxy-kind': (() => ({
		happened: 'The system’s settings ask for a SOCKS proxy. Only HTTP proxies work.',
		kept: rowsKept,
		next: { window: `Enter the HTTP proxy of your company ${where.window}.`, commandLine: 'Set one with “network set --proxy URL”.' },
	})) as Sentence,
	'proxy-refuses': (() => ({
		happened: 'The proxy blocks requests to this address.',
		kept: rowsKept,
		next: 'Ask your network team to allow *.atlassian.net, api.atlassian.com and auth.atlassian.com.',
	})) as Sentence,
	'proxy-login-needed': (() => ({
		happened: 'The proxy requires a login, or rejected the saved one.',
		kept: rowsKept,
		next: { window: `Enter the user name and password ${where.window}.`, commandLine: 'Set it with “network set --user NAME”.' },
	})) as Sentence,
	'proxy-address-invalid': (() => ({
		happened: 'This is not a proxy address.',
		next: 'Use the form http://proxy.example:3128, without user name and password.',
	})) as Sentence,
	'certificate-untrusted': ((details) => {
		const issuer = plainDetail(details, 'issuer');
		const by = issuer === '' ? '' : ` Issuer: “${issuer}”.`;
		return {
			happened: `The site’s certificate is not trusted${inBrackets(plainDetail(details, 'reason'))}.${by}`,
			kept: 'Nothing was sent.',
			next: {
				window: `If your company inspects TLS, get its root certificate from your IT team. Add it to the system certificate store, or choose the file ${where.window}.`,
				commandLine:
					'If your company inspects TLS, get its root certificate from your IT team. Add it to the system certificate store, or use “network set --certificate FILE”.',
			},
		};
	}) as Sentence,
	'private-address': (() => ({
		happened: 'The site name resolves to a private address inside your network. Atlassian’s sites never do.',
		kept: 'Nothing was sent.',
		next: {
			window: `Ask your network team. If a gateway of your company answers for Atlassian, allow it ${where.window}.`,
			commandLine:
				'Ask your network team. If a gateway of your company answers for Atlassian, use “network set --allow-private-addresses”.',
		},
	})) as Sentence,
	'certificate-file-unusable': (() => ({
		happened: 'The file contains no certificate that can be read.',
		next: 'Use a PEM file. It starts with -----BEGIN CERTIFICATE-----.',
	})) as Sentence,
	'blocked-by-filter': (() => ({
		happened: 'A web page came back instead of Atlassian’s answer, from a company filter or a network that requires sign-in.',
		kept: rowsKept,
		next: 'Open the site in a browser on this computer to see the page. Ask your network team to allow *.atlassian.net, api.atlassian.com and auth.atlassian.com.',
	})) as Sentence,
};

export const networkModeTexts: Record<NetworkMode, string> = {
	system: 'System settings',
	none: 'No proxy',
	proxy: 'Custom proxy',
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
	intro: 'How this computer connects to Atlassian. Certificates are always checked.',
	mode: 'Proxy',
	proxy: 'Proxy address',
	proxyHint: 'For example http://proxy.example:3128',
	bypass: 'Bypass the proxy for',
	bypassHint: 'Host names, separated by commas, e.g. .acme.example',
	user: 'Proxy user name',
	password: 'Proxy password',
	passwordHint: 'Saved in the keychain. Leave empty to keep the current one.',
	certificate: 'Additional certificates',
	certificateHint: 'PEM file. Only needed if your company’s root certificate is not in the system store.',
	chooseCertificate: 'Choose a file…',
	removeCertificate: 'Remove',
	noCertificate: 'None',
	allowPrivateAddresses: 'Allow private addresses for site names',
	allowPrivateAddressesHint: 'Only if a gateway of your company answers for Atlassian. Certificates are checked all the same.',
	save: 'Save',
	saved: 'Network settings saved.',
	check: 'Check connection',
	checkHint: 'Tests each step of the connection to a site and shows which one fails.',
	site: 'Site',
	noProxy: 'none',
	inspected: (issuer: string) => `Certificate issued by ${issuer}.`,
	whole: 'The connection works.',
	states: { ok: 'OK', failed: 'Failed', skipped: '–' },
};
