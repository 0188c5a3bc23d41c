import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Pages that the system offers by themselves, at the app's icon. */
export const openPages = ['import', 'runs'] as const;
export type OpenPage = (typeof openPages)[number];

/** What a host that opens a window can be told when it starts. */
export interface HostArguments {
	readonly dataDir: string | undefined;
	/** A run to open the window on. */
	readonly openRun: string | null;
	/** A page to open the window on. */
	readonly openPage: OpenPage | null;
	/** Permits a site on 127.0.0.1: the demo site. */
	readonly allowLoopback: boolean;
	/** Files to open in the window, by absolute paths. Only the desktop app takes them. */
	readonly files: readonly string[];
	/** 0: any free port. Only the browser host listens on one. */
	readonly port: number;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Linux names files by addresses where a desktop file says `%U`, as that of an AppImage does. */
const pathOf = (named: string): string => {
	try {
		return named.startsWith('file:') ? fileURLToPath(named) : resolve(named);
	} catch {
		// On another machine.
		return named;
	}
};

/** Arguments it does not know are left alone: Electron is started with switches of Chromium among ours. */
export const readHostArguments = (argv: readonly string[]): HostArguments => {
	const { values, positionals } = parseArgs({
		args: [...argv],
		options: {
			'data-dir': { type: 'string' },
			'open-run': { type: 'string' },
			'open-page': { type: 'string' },
			'allow-loopback': { type: 'boolean' },
			port: { type: 'string' },
		},
		strict: false,
		allowPositionals: true,
	});
	const port = Number(text(values['port']) ?? 0);
	return {
		dataDir: text(values['data-dir']),
		openRun: text(values['open-run']) ?? null,
		openPage: openPages.find((page) => page === values['open-page']) ?? null,
		allowLoopback: values['allow-loopback'] === true,
		files: positionals.map(pathOf),
		port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 0,
	};
};

/** What another start of the app reads the same from, wherever it is started. */
export const writeHostArguments = ({
	dataDir,
	openRun,
	openPage,
	allowLoopback,
	files,
}: Omit<HostArguments, 'port'>): readonly string[] => [
	...(dataDir === undefined ? [] : [`--data-dir=${resolve(dataDir)}`]),
	...(openRun === null ? [] : [`--open-run=${openRun}`]),
	...(openPage === null ? [] : [`--open-page=${openPage}`]),
	...(allowLoopback ? ['--allow-loopback'] : []),
	...files,
];
