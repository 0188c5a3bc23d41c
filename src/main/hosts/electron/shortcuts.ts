import type { JumpListCategory, MenuItemConstructorOptions } from 'electron';
import type { Messages } from '#shared/messages/messages.ts';
import { type OpenPage, openPages, writeHostArguments } from '../host-arguments.ts';

type Places = Messages['words']['shell'];

const labelOf = (places: Places, page: OpenPage): string => ({ import: places.importList, runs: places.runs })[page];

/** Of macOS. */
export const dockTemplate = (places: Places, open: (place: string) => void): MenuItemConstructorOptions[] =>
	openPages.map((page) => ({ label: labelOf(places, page), click: () => open(`#/${page}`) }));

/** Of Windows. The lists that were opened last are left out of one that does not ask for them. */
export const jumpList = (places: Places, program: string): JumpListCategory[] => [
	{ type: 'recent' },
	{
		type: 'tasks',
		items: openPages.map((openPage) => ({
			type: 'task',
			title: labelOf(places, openPage),
			program,
			args: writeHostArguments({ dataDir: undefined, openRun: null, openPage, allowLoopback: false, files: [] }).join(' '),
			iconPath: program,
			iconIndex: 0,
		})),
	},
];
