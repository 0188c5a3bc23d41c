import type { Json } from '#shared/verdict.ts';

/**
 * Records of a snapshot as they are stored: tuples of plain values. Reading one back trusts nothing: `null` for whatever
 * is not exactly of its kind.
 */
export type Codec<T> = { readonly write: (value: T) => Json; readonly read: (raw: unknown) => T | null };
