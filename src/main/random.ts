import { randomBytes } from 'node:crypto';
import type { Random } from '#core/ports.ts';

/** 128 bits: ids are also used where guessing one would be an attack. Hexadecimal, so that none begins with a dash. */
const idBytes = 16;

/** Chance from the operating system. `next` is only for jitter, so `Math.random` will do. */
export const systemRandom: Random = {
	next: () => Math.random(),
	id: () => randomBytes(idBytes).toString('hex'),
};
