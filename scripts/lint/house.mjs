import { analyse } from 'scslre';

/** A repeated group in which anything at all is repeated: `(?:<!--.*?-->)*` may end each time at any end there is. */
const anythingRepeated = /\([^()]*(?:(?<!\\)\.|\[\\s\\S\]|\[\^\])[*+][^()]*\)(?:[*+]|\{\d+,\})/;

/**
 * Whether an expression repeats what is repeated within (`(a+)+`): on texts of strangers that takes as good as for ever. One that
 * cannot be read says nothing.
 */
export const repeatsRepeated = (source, flags) => {
	if (anythingRepeated.test(source)) return true;
	try {
		return analyse({ source, flags }).reports.some(({ type, exponential }) => exponential || type === 'Self');
	} catch {
		return false;
	}
};

/** Everything that is matched may be a stranger's: names, cells, answers, files. */
const noNestedRepetition = {
	create: (context) => {
		const look = (node, source, flags) => {
			if (!repeatsRepeated(source, flags)) return;
			context.report({ node, message: 'Nested repetition: a stranger’s text can hold this up for ever.' });
		};
		const lookAtCall = (node) => {
			const [source, flags] = node.arguments;
			if (node.callee.name === 'RegExp' && typeof source?.value === 'string') look(node, source.value, flags?.value ?? '');
		};
		return {
			Literal: (node) => {
				if (node.regex) look(node, node.regex.pattern, node.regex.flags);
			},
			NewExpression: lookAtCall,
			CallExpression: lookAtCall,
		};
	},
};

/** One form for functions: a constant. What cannot be an arrow (a generator, an overload, an assertion) stays a declaration. */
const arrowsOnly = {
	create: (context) => ({
		FunctionDeclaration: (node) => {
			const needsDeclaration = node.generator || node.returnType?.typeAnnotation?.asserts;
			if (!needsDeclaration) context.report({ node, message: 'Write this function as a constant: `const name = (…) => …`.' });
		},
	}),
};

const forWhatNeverEnds = 'Timeouts are for what never ends: the one in the configuration will do.';

/** What asks the clock, or waits for it instead of for what is awaited. */
const clockCalls = new Map([
	['Date.now', 'Count the work, or measure it in tests/bench.'],
	['performance.now', 'Count the work, or measure it in tests/bench.'],
	['vi.waitFor', 'Use `eventually`, which waits as long as it takes.'],
	['test.setTimeout', forWhatNeverEnds],
]);
/** Shorter than this, a timeout fails on a busy machine what is only slow. */
const shortestTimeoutMs = 600_000;

/** `it(…)`, `it.each(…)(…)` */
const isTest = (callee) => ['it', 'test'].includes(callee.name ?? callee.callee?.object?.name);

/** A test is green whatever else the machine does: it does not ask the clock. */
const noClock = {
	create: (context) => ({
		CallExpression: (node) => {
			const last = node.arguments.at(-1);
			const isShort = isTest(node.callee) && typeof last?.value === 'number' && last.value < shortestTimeoutMs;
			if (isShort) context.report({ node: last, message: forWhatNeverEnds });
			const { object, property } = node.callee;
			if (property === undefined) return;
			if (property.name === 'waitForTimeout') context.report({ node, message: 'Wait for what is awaited, not for some time.' });
			const message = clockCalls.get(`${object.name}.${property.name}`);
			if (message !== undefined) context.report({ node, message });
		},
		Property: (node) => {
			const isShort = node.key.name === 'timeout' && typeof node.value.value === 'number' && node.value.value < shortestTimeoutMs;
			if (isShort) context.report({ node, message: forWhatNeverEnds });
		},
	}),
};

const plugin = {
	meta: { name: 'house' },
	rules: { 'arrows-only': arrowsOnly, 'no-clock': noClock, 'no-nested-repetition': noNestedRepetition },
};
export default plugin;
