/**
 * The same promise, except that it rejects with the signal's reason as soon as that is aborted. A value that
 * comes after all goes to `giveBack`: nobody else is left to release what it stands for.
 */
export const orAborted = <T>(work: Promise<T>, signal: AbortSignal, giveBack: (value: T) => void = () => undefined): Promise<T> =>
	new Promise((resolve, reject) => {
		let left = false;
		const leave = () => {
			left = true;
			reject(signal.reason);
		};
		if (signal.aborted) {
			leave();
		} else {
			signal.addEventListener('abort', leave, { once: true });
		}
		work.then(
			(value) => {
				signal.removeEventListener('abort', leave);
				if (left) {
					giveBack(value);
				}
				resolve(value);
			},
			(reason: unknown) => {
				signal.removeEventListener('abort', leave);
				reject(reason);
			},
		);
	});

/** What the work comes to, or `null` where it broke off because of the signal. */
export const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> => {
	try {
		return await work;
	} catch (error) {
		if (signal?.aborted) {
			return null;
		}
		throw error;
	}
};
