import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
	readonly openGuide: () => void;
	readonly openDataFolder: () => void;
	readonly openAtlassianHelp: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** App, Edit, View, Help. Roles carry the system's own words and keys. */
export const menuTemplate = (
	{ openGuide, openDataFolder, openAtlassianHelp }: MenuActions,
	{ platform, isPackaged }: { readonly platform: NodeJS.Platform; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] => [
	platform === 'darwin'
		? { role: 'appMenu', label: 'Invite Doctor' }
		: { label: 'Invite Doctor', submenu: [{ role: 'about' }, separator, { role: 'quit' }] },
	{ role: 'editMenu' },
	{
		label: 'View',
		submenu: [
			{ role: 'reload' },
			...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
			separator,
			{ role: 'resetZoom' },
			{ role: 'zoomIn' },
			{ role: 'zoomOut' },
			separator,
			{ role: 'togglefullscreen' },
		],
	},
	{
		role: 'help',
		submenu: [
			{ label: 'Guide', accelerator: 'F1', click: openGuide },
			{ label: 'Jira Service Management documentation', click: openAtlassianHelp },
			{ label: 'Open the data folder', click: openDataFolder },
		],
	},
];
