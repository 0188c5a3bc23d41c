import { readFileSync, writeFileSync } from 'node:fs';
import type { Bounds } from './electron-port.ts';

export interface WindowState {
	/** Null: where the system puts a new window. */
	readonly position: { readonly x: number; readonly y: number } | null;
	readonly width: number;
	readonly height: number;
	readonly isMaximized: boolean;
}

export const minimumSize = { width: 800, height: 560 };
const firstState: WindowState = { position: null, width: 1280, height: 800, isMaximized: false };

/** A person must be able to take hold of the window: this much of its top edge has to be on some screen. */
const gripPixels = 80;

const isReachable = (x: number, y: number, width: number, workAreas: readonly Bounds[]): boolean =>
	workAreas.some(
		(area) =>
			y >= area.y && y < area.y + area.height - gripPixels && Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= gripPixels,
	);

const whole = (value: unknown, least: number, most: number): number | null =>
	typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;

/** What was stored, as far as it makes sense on the screens there are now. */
export const restoreState = (stored: unknown, workAreas: readonly Bounds[]): WindowState => {
	if (typeof stored !== 'object' || stored === null) return firstState;
	const read = stored as Readonly<Record<string, unknown>>;
	const width = whole(read['width'], minimumSize.width, 20_000);
	const height = whole(read['height'], minimumSize.height, 20_000);
	if (width === null || height === null) return firstState;
	const x = whole(read['x'], -100_000, 100_000);
	const y = whole(read['y'], -100_000, 100_000);
	const position = x !== null && y !== null && isReachable(x, y, width, workAreas) ? { x, y } : null;
	return { position, width, height, isMaximized: read['isMaximized'] === true };
};

/** A file that is not there or not readable is the first start: the place of a window is worth no error. */
export const readState = (file: string, workAreas: readonly Bounds[]): WindowState => {
	try {
		return restoreState(JSON.parse(readFileSync(file, 'utf8')), workAreas);
	} catch {
		return firstState;
	}
};

export const writeState = (file: string, bounds: Bounds, isMaximized: boolean): void => {
	const { x, y, width, height } = bounds;
	try {
		writeFileSync(file, `${JSON.stringify({ x, y, width, height, isMaximized })}\n`);
	} catch {
		// A full disk must not keep the window from closing.
	}
};
