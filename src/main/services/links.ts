const hosts = /^(?:[a-z0-9-]+\.atlassian\.net|(?:admin|support|id|community|developer)\.atlassian\.com)$/;

/** Only https pages of Atlassian are ever opened for a window: nothing in a list or an answer can lead elsewhere. */
export const isAtlassianLink = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, port, username, password } = new URL(text);
	return protocol === 'https:' && port === '' && username === '' && password === '' && hosts.test(hostname);
};
