/**
 * The same promise, except that it rejects with the signal's reason as soon as that is aborted. A value that
 * comes after all goes to `giveBack`: nobody else is left to release what it stands for.
 */
export const orAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined, giveBack?: (value: T) => void): Promise<T> => {
	if (signal === undefined) return work;
	const aborted = Promise.withResolvers<never>();
	const leave = (): void => aborted.reject(signal.reason);
	if (signal.aborted) leave();
	else signal.addEventListener('abort', leave, { once: true });
	try {
		return await Promise.race([aborted.promise, work]);
	} catch (error) {
		if (signal.aborted) work.then(giveBack, () => undefined);
		throw error;
	} finally {
		signal.removeEventListener('abort', leave);
	}
};

/** What the work comes to, or `null` where it broke off because of the signal. */
export const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> => {
	try {
		return await work;
	} catch (error) {
		if (signal?.aborted) return null;
		throw error;
	}
};
