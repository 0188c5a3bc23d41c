import fileTypes from '../../shared/file-types.json' with { type: 'json' };

const tables = fileTypes.filter(({ opens }) => opens === 'list');

/** For a dialogue that chooses a file: whatever holds a table, and these beside it. */
export const tablesAnd = (...others: readonly string[]): string =>
	[...tables.map(({ extension }) => `.${extension}`), ...tables.flatMap(({ mime }) => mime ?? []), ...others].join(',');
