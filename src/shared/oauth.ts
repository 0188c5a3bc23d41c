/** An app that a company registered with Atlassian. Its secret is in the keychain, never here. */
export interface OAuthApp {
	readonly clientId: string;
	/** Of this machine, where Atlassian sends the browser back to. */
	readonly callbackPort: number;
}

/** Below the ports that systems hand out by themselves, and nobody's by IANA's list. */
export const defaultCallbackPort = 28_417;
export const callbackPath = '/callback';

/** As it has to be registered: Atlassian compares it letter by letter, its port included. */
export const callbackAddress = (port: number): string => `http://127.0.0.1:${port}${callbackPath}`;
