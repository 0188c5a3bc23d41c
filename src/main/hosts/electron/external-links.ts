import type { ElectronPort } from './electron-port.ts';

const isAtlassianHost = (hostname: string): boolean =>
	['atlassian.com', 'atlassian.net'].some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/** The only addresses that leave the app: https pages of Atlassian, with no user name or port in them. */
export const isAtlassianLink = (address: string): boolean => {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, username, password, port } = new URL(address);
	return protocol === 'https:' && port === '' && username === '' && password === '' && isAtlassianHost(hostname);
};

/** Opens an allowed address in the system's browser; others are left alone, in silence: a page asked, not a person. */
export const openAtlassianLink = async (shell: ElectronPort['shell'], address: string): Promise<void> => {
	// Normalised: what was checked is what is opened.
	if (isAtlassianLink(address)) await shell.openExternal(new URL(address).href);
};
