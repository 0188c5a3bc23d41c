import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/languages.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { contextMenu, menuTemplate } from '../../../../../src/main/hosts/electron/menu.ts';

const nothing = {
	openGuide: () => undefined,
	openDataFolder: () => undefined,
	openAtlassianHelp: () => undefined,
	openLicences: () => undefined,
};
const menuOn = (platform: NodeJS.Platform, language: 'en' | 'de' = 'en', isPackaged = true) =>
	menuTemplate(messagesIn(language).desktopWords.menu, nothing, { platform, isPackaged });

const itemsIn = (menu: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
	menu.flatMap((item) => [item, ...itemsIn((item.submenu ?? []) as MenuItemConstructorOptions[])]);

describe('the menu', () => {
	it('is the one that the system’s people expect', () => {
		expect(menuOn('linux').map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
		expect(menuOn('darwin').map(({ label }) => label)).toEqual(['Invite Doctor', 'File', 'Edit', 'View', 'Window', 'Help']);
	});

	it('closes, minimises and brings forward windows on macOS', () => {
		const roles = itemsIn(menuOn('darwin')).map(({ role }) => role);
		expect(roles).toEqual(expect.arrayContaining(['close', 'minimize', 'zoom', 'front', 'hide', 'hideOthers', 'unhide', 'quit']));
	});

	it.each(languages)('has every word in the language of the window: %s', (language) => {
		const words = ['Invite Doctor', ...Object.values(messagesIn(language).desktopWords.menu)];
		const items = [...itemsIn(menuOn('linux', language, false)), ...itemsIn(menuOn('darwin', language, false))];
		const said = items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
		expect(said.filter((label) => label === undefined || !words.includes(label))).toEqual([]);
	});

	it('zooms with the keys of a German keyboard and of the block of numbers as well', () => {
		const keys = itemsIn(menuOn('linux')).filter(({ role }) => role === 'zoomIn');
		expect(keys.map(({ accelerator }) => accelerator)).toEqual([undefined, 'CommandOrControl+=', 'CommandOrControl+numadd']);
		expect(keys.map(({ visible }) => visible ?? true)).toEqual([true, false, false]);
	});

	it('has no inspector once installed', () => {
		expect(JSON.stringify(menuOn('linux'))).not.toContain('toggleDevTools');
		expect(JSON.stringify(menuOn('linux', 'en', false))).toContain('toggleDevTools');
	});
});

describe('the menu of a field', () => {
	const editFlags = { canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
	const at = (place: object) =>
		contextMenu(messagesIn('de').desktopWords.menu, { isEditable: false, selectionText: '', editFlags, ...place }).map(
			({ label, enabled = true }) => [label, enabled],
		);

	it('pastes a token with the mouse', () => {
		expect(at({ isEditable: true })).toEqual([
			['Ausschneiden', false],
			['Kopieren', false],
			['Einfügen', true],
			[undefined, true],
			['Alles auswählen', true],
		]);
	});

	it('copies what is selected elsewhere, and is not there where there is nothing to do', () => {
		expect(at({ selectionText: 'ann@example.com', editFlags: { ...editFlags, canCopy: true } })).toEqual([['Kopieren', true]]);
		expect(at({ selectionText: '  ' })).toEqual([]);
	});
});
