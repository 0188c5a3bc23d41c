import { formatPercent } from './numbers.ts';

/** What the desktop app says around its window: menus, dialogues, the tray. */
export const desktopWords = {
	menu: {
		about: 'About Invite Doctor',
		services: 'Services',
		hide: 'Hide Invite Doctor',
		hideOthers: 'Hide others',
		showAll: 'Show all',
		quit: 'Quit Invite Doctor',
		file: 'File',
		recent: 'Open recent',
		clearRecent: 'Clear menu',
		close: 'Close window',
		edit: 'Edit',
		undo: 'Undo',
		redo: 'Redo',
		cut: 'Cut',
		copy: 'Copy',
		paste: 'Paste',
		selectAll: 'Select all',
		view: 'View',
		reload: 'Reload',
		inspector: 'Developer tools',
		actualSize: 'Actual size',
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		fullScreen: 'Full screen',
		window: 'Window',
		minimise: 'Minimise',
		zoom: 'Zoom',
		front: 'Bring all to front',
		help: 'Help',
		guide: 'Guide',
		atlassianHelp: 'Jira Service Management documentation',
		dataFolder: 'Open the data folder',
		licences: 'Open-source licences',
	},
	leave: {
		question: 'A run, a plan or a snapshot is still in progress.',
		detail: 'Keep it running in the background, or stop it now and resume it later.',
		keep: 'Keep running',
		stop: 'Stop and quit',
		cancel: 'Cancel',
	},
	tray: {
		atWork: (name: string, percent: number) => `Invite Doctor: ${name}, ${formatPercent(percent)}`,
		inBackground: 'Invite Doctor is still running',
		open: 'Open Invite Doctor',
	},
	unprotected: `This system does not allow the sandbox that protects this computer from web content. Invite Doctor does not open without it.

Do one of these:
• Install the .deb package. On Ubuntu it sets up the sandbox.
• Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
• Debian: sudo sysctl -w kernel.unprivileged_userns_clone=1

The two commands allow sandboxes for all programs until the next restart. If they do not help, install the “unshare” program (package util-linux).`,
	page: {
		gone: 'The window stopped working.',
		hangs: 'The window does not respond.',
		notLoaded: 'The window could not be loaded.',
		unharmed: 'Runs and plans continue. Nothing is lost.',
		reopen: 'Reopen',
		wait: 'Wait',
		quit: 'Quit',
	},
	update: {
		ready: (version: string) => `Invite Doctor ${version} is ready.`,
		detail: 'It is installed when the app restarts. Your data stays as it is.',
		restart: 'Restart now',
		later: 'Later',
	},
	about: {
		licence: 'MIT licence. Not affiliated with Atlassian.',
		versions: (electron: string, chromium: string, node: string) => `Electron ${electron}, Chromium ${chromium}, Node ${node}`,
	},
};
