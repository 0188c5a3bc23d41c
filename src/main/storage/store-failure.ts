import { type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import { StoreError } from './sql.ts';

/** Longest prefix first: extended codes are told apart before their family. */
const byPrefix: readonly (readonly [string, FailureCode])[] = [
	['SQLITE_NOTADB', 'store-damaged'],
	['SQLITE_CORRUPT', 'store-damaged'],
	// Reading less than a page that must be there: the file was cut off.
	['SQLITE_IOERR_SHORT_READ', 'store-damaged'],
	['SQLITE_IOERR_CORRUPTFS', 'store-damaged'],
	['SQLITE_IOERR', 'store-full'],
	['SQLITE_FULL', 'store-full'],
	['ENOSPC', 'store-full'],
	['EDQUOT', 'store-full'],
	['SQLITE_BUSY', 'store-busy'],
	['SQLITE_LOCKED', 'store-busy'],
	['SQLITE_CANTOPEN', 'store-unavailable'],
	['SQLITE_READONLY', 'store-unavailable'],
	['SQLITE_PERM', 'store-unavailable'],
	['SQLITE_AUTH', 'store-unavailable'],
	['SQLITE_NOLFS', 'store-unavailable'],
];

const fileSystemCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT', 'ELOOP', 'ENAMETOOLONG', 'EIO']);

/**
 * The failure a person can do something about, or `null` for anything that is a bug (a broken constraint, a
 * misspelt statement). Details hold SQLite's or the system's code only, never its message: that may quote values.
 */
export const storeFailure = (error: unknown): Failure | null => {
	if (error instanceof StoreError) return error.failure;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const known = byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1];
	if (known !== undefined) return { code: known, details: { reason: code } };
	if (fileSystemCodes.has(code)) return { code: 'store-unavailable', details: { reason: code } };
	return null;
};

/** Throws what `error` means for the store: a `StoreError`, or `error` itself where it is a bug. */
const rethrowAsStoreError = (error: unknown): never => {
	if (error instanceof StoreError) throw error;
	const failure = storeFailure(error);
	throw failure === null ? error : new StoreError(failure, error);
};

/** Runs `work`; what it throws is what that means for the store. */
export const guarded = <Result>(work: () => Result): Result => {
	try {
		return work();
	} catch (error) {
		return rethrowAsStoreError(error);
	}
};

/** Runs `work`; an expected failure becomes an `Outcome`, a bug stays an exception. */
export const attempt = <T>(work: () => Outcome<T>): Outcome<T> => {
	try {
		return work();
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failed(failure.code, failure.details);
	}
};
