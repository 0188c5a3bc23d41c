import type { Attention } from '../../services/attention.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';

/** Electron's own sign for no progress. */
const none = -1;

/** The taskbar's or dock's progress, and the system's notifications; a click on one brings the window forward. */
export const electronAttention = (
	{ Notification }: Pick<ElectronPort, 'Notification'>,
	window: () => WindowPort | null,
	show: () => void,
): Attention => ({
	showProgress: (share) => window()?.setProgressBar(share ?? none),
	notify: (title, body) => {
		if (!Notification.isSupported()) return false;
		const notification = new Notification({ title, body });
		notification.on('click', show);
		notification.show();
		return true;
	},
});
