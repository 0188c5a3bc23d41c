import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { oddTexts } from '../../support/hostile-texts.ts';
import { SeededRandom } from '../../faults/seeded-random.ts';

type Schema = z.ZodType;
interface Call {
	readonly name: string;
	readonly input: Schema | null;
}

/** Every call there is, found by walking the contract: a new one is among them by itself. */
const callsIn = (node: object, path: readonly string[] = []): readonly Call[] =>
	Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
		if (typeof value !== 'object' || value === null) return [];
		const here = [...path, key];
		if (!Object.hasOwn(value, '~orpc')) return callsIn(value, here);
		const { inputSchema } = (value as { '~orpc': { inputSchema?: Schema } })['~orpc'];
		return [{ name: here.join('.'), input: inputSchema ?? null }];
	});

const calls = callsIn(contract);
const withInput = calls.flatMap(({ name, input }) => (input === null ? [] : [[name, input] as const]));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const shapeOf = (input: Schema): unknown => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });

/** Texts and lists that may be as long as somebody likes. */
const unlimitedIn = (shape: unknown, at = ''): readonly string[] => {
	if (!isObject(shape)) return [];
	const { type, maxLength, maxItems, pattern } = shape;
	const isOpenText = type === 'string' && maxLength === undefined && pattern === undefined && !('enum' in shape) && !('const' in shape);
	const isOpenList = type === 'array' && maxItems === undefined && !('prefixItems' in shape);
	const inner = Object.entries(shape).flatMap(([key, value]) => unlimitedIn(value, `${at}/${key}`));
	return isOpenText || isOpenList ? [at, ...inner] : inner;
};

const keysIn = (shape: unknown): readonly string[] => {
	if (!isObject(shape)) return [];
	const own = isObject(shape['properties']) ? Object.keys(shape['properties']) : [];
	return [...own, ...Object.values(shape).flatMap(keysIn)];
};

const deep = (levels: number): unknown => {
	let value: unknown = 'x';
	for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { next: value };
	return value;
};

const polluting = () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown;

const odd: readonly (() => unknown)[] = [
	...oddTexts.map((text) => () => text),
	polluting,
	() => [polluting()],
	() => deep(2_000),
	() => Number.NaN,
	() => Number.POSITIVE_INFINITY,
	() => -1,
	() => 2 ** 53,
	() => 1e308,
	() => '',
	() => null,
	() => undefined,
	() => true,
	() => [],
	() => ({}),
	() => Array.from({ length: 1_000 }, () => 'x'),
	() => 'x'.repeat(1_000_000),
	() => '\uD800',
	() => new Date(Number.NaN),
	() => Object.create(null) as unknown,
	() => ({ toString: 'x', valueOf: 1, length: -1 }),
	() => "' OR 1=1 --",
	() => '/etc/passwd',
	() => 'file:///etc/passwd',
	() => 'http://169.254.169.254/latest/meta-data',
];

const attacksPerCall = Number(process.env['ATTACKS'] ?? 200);

describe('what a page may ask', () => {
	it('is all of it looked at', () => {
		expect(calls.length).toBeGreaterThan(90);
		expect(withInput.length).toBeGreaterThan(80);
	});

	it.each(withInput)('has limits: %s', (_name, input) => {
		expect(unlimitedIn(shapeOf(input))).toEqual([]);
	});

	it.each(withInput)('takes nothing odd for an input, and lets nothing through that it does not name: %s', (name, input) => {
		const keys = keysIn(shapeOf(input));
		const random = new SeededRandom(name.length + attacksPerCall);
		const pick = <T>(from: readonly T[]): T | undefined => from[random.below(from.length)];
		for (let n = 0; n < attacksPerCall; n++) {
			const value = n < odd.length ? odd[n]?.() : Object.fromEntries([...keys, '__proto__', 'extra'].map((key) => [key, pick(odd)?.()]));
			const read = input.safeParse(value);
			if (read.success && isObject(read.data)) {
				expect(Object.keys(read.data).filter((key) => !keys.includes(key))).toEqual([]);
				expect(Reflect.get(read.data, 'polluted')).toBeUndefined();
			}
		}
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});
