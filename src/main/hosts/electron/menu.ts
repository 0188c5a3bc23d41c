import type { MenuItemConstructorOptions } from 'electron';
import type { Messages } from '#shared/messages/messages.ts';
import type { ClickedPlace } from './electron-port.ts';

type Words = Messages['desktopWords']['menu'];

export interface MenuActions {
	readonly openGuide: () => void;
	readonly openDataFolder: () => void;
	readonly openAtlassianHelp: () => void;
	/** `null`: this is a checkout, which has no file of them. */
	readonly openLicences: (() => void) | null;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

const macApp = (words: Words): MenuItemConstructorOptions[] => [
	{ role: 'about', label: words.about },
	separator,
	{ role: 'services', label: words.services },
	separator,
	{ role: 'hide', label: words.hide },
	{ role: 'hideOthers', label: words.hideOthers },
	{ role: 'unhide', label: words.showAll },
	separator,
	{ role: 'quit', label: words.quit },
];

/** Windows keeps its own list, at the icon in the taskbar. */
const recent = (words: Words): MenuItemConstructorOptions => ({
	role: 'recentDocuments',
	label: words.recent,
	submenu: [{ role: 'clearRecentDocuments', label: words.clearRecent }],
});

const edit = (words: Words): MenuItemConstructorOptions[] => [
	{ role: 'undo', label: words.undo },
	{ role: 'redo', label: words.redo },
	separator,
	{ role: 'cut', label: words.cut },
	{ role: 'copy', label: words.copy },
	{ role: 'paste', label: words.paste },
	{ role: 'selectAll', label: words.selectAll },
];

/** Electron's own key for "zoom in" is Shift and =. Without Shift it is also the + of a German keyboard. */
const moreZoomKeys = (words: Words): MenuItemConstructorOptions[] =>
	[
		{ role: 'zoomIn', label: words.zoomIn, accelerator: 'CommandOrControl+=' } as const,
		{ role: 'zoomIn', label: words.zoomIn, accelerator: 'CommandOrControl+numadd' } as const,
		{ role: 'zoomOut', label: words.zoomOut, accelerator: 'CommandOrControl+numsub' } as const,
	].map((item) => ({ ...item, visible: false, acceleratorWorksWhenHidden: true }));

const view = (words: Words, isPackaged: boolean): MenuItemConstructorOptions[] => [
	{ role: 'reload', label: words.reload },
	...(isPackaged ? [] : [{ role: 'toggleDevTools', label: words.inspector } as const]),
	separator,
	{ role: 'resetZoom', label: words.actualSize },
	{ role: 'zoomIn', label: words.zoomIn },
	{ role: 'zoomOut', label: words.zoomOut },
	...moreZoomKeys(words),
	separator,
	{ role: 'togglefullscreen', label: words.fullScreen },
];

const macWindow = (words: Words): MenuItemConstructorOptions[] => [
	{ role: 'minimize', label: words.minimise },
	{ role: 'zoom', label: words.zoom },
	separator,
	{ role: 'front', label: words.front },
];

/** Roles bring the system's keys and what it does; their own words are English only. */
export const menuTemplate = (
	words: Words,
	{ openGuide, openDataFolder, openAtlassianHelp, openLicences }: MenuActions,
	{ platform, isPackaged }: { readonly platform: NodeJS.Platform; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] => {
	const isMac = platform === 'darwin';
	return [
		...(isMac ? [{ label: 'Invite Doctor', submenu: macApp(words) }] : []),
		{
			label: words.file,
			submenu: [
				...(isMac ? [recent(words), separator] : []),
				{ role: 'close', label: words.close },
				...(isMac
					? []
					: [separator, { role: 'about', label: words.about } as const, separator, { role: 'quit', label: words.quit } as const]),
			],
		},
		{ label: words.edit, submenu: edit(words) },
		{ label: words.view, submenu: view(words, isPackaged) },
		...(isMac ? [{ role: 'window', label: words.window, submenu: macWindow(words) } as const] : []),
		{
			role: 'help',
			label: words.help,
			submenu: [
				{ label: words.guide, accelerator: 'F1', click: openGuide },
				{ label: words.atlassianHelp, click: openAtlassianHelp },
				{ label: words.dataFolder, click: openDataFolder },
				...(openLicences === null ? [] : [{ label: words.licences, click: openLicences }]),
			],
		},
	];
};

/** Where somebody clicks with the right button; empty where there is nothing to do. */
export const contextMenu = (words: Words, { isEditable, selectionText, editFlags }: ClickedPlace): MenuItemConstructorOptions[] => {
	const copy: MenuItemConstructorOptions = { role: 'copy', label: words.copy, enabled: editFlags.canCopy };
	if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
	return [
		{ role: 'cut', label: words.cut, enabled: editFlags.canCut },
		copy,
		{ role: 'paste', label: words.paste, enabled: editFlags.canPaste },
		separator,
		{ role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
	];
};
