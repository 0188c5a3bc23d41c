interface Counted<Result> {
	readonly result: Result;
	readonly calls: number;
}

/**
 * How often a method is called by some work, for instance `indexOf` of all strings or `at` of all tables: what the work
 * costs, whatever else the machine does meanwhile.
 */
export const countCalls = <Owner extends object, Result>(owner: Owner, name: keyof Owner & string, work: () => Result): Counted<Result> => {
	const original = Object.getOwnPropertyDescriptor(owner, name);
	const method: unknown = original?.value;
	if (original === undefined || typeof method !== 'function') throw new Error(`${name} is no method of its own`);
	let calls = 0;
	const counting = function (this: unknown, ...args: readonly unknown[]): unknown {
		calls += 1;
		return Reflect.apply(method, this, args);
	};
	Object.defineProperty(owner, name, { ...original, value: counting });
	try {
		const result = work();
		return { result, calls };
	} finally {
		Object.defineProperty(owner, name, original);
	}
};
