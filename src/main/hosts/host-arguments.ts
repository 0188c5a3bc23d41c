import { parseArgs } from 'node:util';

/** What a host that opens a window can be told when it starts. */
export interface HostArguments {
	readonly dataDir: string | undefined;
	/** A run to open the window on. */
	readonly openRun: string | null;
	/** Permits a site on 127.0.0.1: the demo site. */
	readonly allowLoopback: boolean;
	/** Files to open in the window, as they were named. Only the desktop app takes them. */
	readonly files: readonly string[];
	/** 0: any free port. Only the browser host listens on one. */
	readonly port: number;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Arguments it does not know are left alone: Electron is started with switches of Chromium among ours. */
export const readHostArguments = (argv: readonly string[]): HostArguments => {
	const { values, positionals } = parseArgs({
		args: [...argv],
		options: {
			'data-dir': { type: 'string' },
			'open-run': { type: 'string' },
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
		allowLoopback: values['allow-loopback'] === true,
		files: positionals,
		port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 0,
	};
};
