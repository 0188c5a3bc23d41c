import { userInfo } from 'node:os';

/** Who is signed in on this machine; a container may have no name for it. */
export const thisUser = (): string => {
	try {
		return userInfo().username;
	} catch {
		return 'unknown';
	}
};
