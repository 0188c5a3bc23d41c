import type { PartKind } from '#shared/snapshot.ts';
import { partTexts } from '../../messages.ts';

/** Names of parts as sentences call them, e.g. of `customers:12`; each once. */
export const missingNames = (names: readonly string[]): string =>
	[...new Set(names.map((name) => partTexts[name.split(':')[0] as PartKind] ?? name))].join('; ');
