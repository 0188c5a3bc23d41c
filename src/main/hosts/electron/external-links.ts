import { isAtlassianLink } from '../../services/links.ts';
import type { ElectronPort } from './electron-port.ts';

/** Opens an allowed address in the system's browser; others are left alone, in silence: a page asked, not a person. */
export const openAtlassianLink = async (shell: ElectronPort['shell'], address: string): Promise<void> => {
	// Normalised: what was checked is what is opened.
	if (isAtlassianLink(address)) await shell.openExternal(new URL(address).href);
};
