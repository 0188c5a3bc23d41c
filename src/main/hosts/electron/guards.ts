import { isSignInPage } from '../../atlassian/site-address.ts';
import { isAtlassianLink } from '../../services/links.ts';
import { appOrigin, reportOrigin } from './app-scheme.ts';
import type { ContentsPort, ElectronPort, SessionPort } from './electron-port.ts';

/** Opens an allowed address in the system's browser; others are left alone, in silence: a page asked, not a person. */
export const openAtlassianLink = async (shell: ElectronPort['shell'], address: string): Promise<void> => {
	// Normalised: what was checked is what is opened.
	if (isAtlassianLink(address)) await shell.openExternal(new URL(address).href);
};

/** The same for what the Node side opens by itself: a page to sign in on as well. */
export const openOwnLink = async (shell: ElectronPort['shell'], address: string): Promise<void> => {
	if (isSignInPage(address)) await shell.openExternal(new URL(address).href);
	else await openAtlassianLink(shell, address);
};

/** `devtools:` is Chromium's own inspector, which is not in the menu of an installed app. */
const localPrefixes = [`${appOrigin}/`, `${reportOrigin}/`, `blob:${appOrigin}/`, 'data:'];

/** The window asks the network nothing, whatever a script in it tries: the Node side does the calls. */
const blockNetwork = ({ webRequest }: SessionPort, isPackaged: boolean): void => {
	const allowed = isPackaged ? localPrefixes : [...localPrefixes, 'devtools:'];
	webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !allowed.some((prefix) => url.startsWith(prefix)) }));
};

const denyPermissions = (session: SessionPort): void => {
	session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
	session.setPermissionCheckHandler(() => false);
	session.setDevicePermissionHandler(() => false);
};

/**
 * The window goes to pages of the app alone, as when it loads itself anew in another language. A link to Atlassian is opened in
 * the system's browser instead; any other does nothing. Electron raises `will-navigate` only for what passes here.
 */
const holdNavigation = (contents: ContentsPort, shell: ElectronPort['shell']): void => {
	contents.on('will-frame-navigate', (event) => {
		if (event.isMainFrame && event.url.startsWith(`${appOrigin}/`)) return;
		event.preventDefault();
		if (event.isMainFrame) void openAtlassianLink(shell, event.url);
	});
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
	contents.setWindowOpenHandler(({ url }) => {
		void openAtlassianLink(shell, url);
		return { action: 'deny' };
	});
};

/** To be called before any window is made: contents created earlier would not be held. */
export const installGuards = ({ app, session, shell }: Pick<ElectronPort, 'app' | 'session' | 'shell'>): void => {
	denyPermissions(session.defaultSession);
	blockNetwork(session.defaultSession, app.isPackaged);
	app.on('web-contents-created', (_event, contents) => holdNavigation(contents, shell));
};
