import { describe, expect, it } from 'vitest';
import { adminScopes, siteScopes } from '#demo-site/scopes.ts';
import { calls, nameOf } from '#main/atlassian/calls.ts';
import { keyScopes, tokenScopes } from '#shared/scopes.ts';
import { findOperation, openapiPresent, warnWithoutOpenapi } from '../support/openapi.ts';

warnWithoutOpenapi('the tables of scopes against the OpenAPI documents');

interface Scheme {
	readonly state: 'Current' | 'Beta';
	readonly scopes: readonly string[];
}

const operationOf = (call: string) => {
	const [method = '', template = ''] = call.split(' ');
	const path = template.replaceAll(/\{\w+\}|:\w+/g, 'x');
	const found = findOperation(method, path);
	if (found === null) throw new Error(`no operation for ${call}`);
	return found.operation;
};

/** What the specification lists: classic ones first. */
const specified = (call: string): readonly (readonly string[])[] => {
	const schemes = (operationOf(call)['x-atlassian-oauth2-scopes'] ?? []) as unknown as readonly Scheme[];
	return (['Current', 'Beta'] as const).map((state) => schemes.find((scheme) => scheme.state === state)?.scopes.toSorted() ?? []);
};

/** Of a key: it stands in the description only. */
const specifiedOfKey = (call: string): string | null => {
	const { description } = operationOf(call);
	const text = typeof description === 'string' ? description : '';
	return /Authorization scopes\]\([^)]*\) required:\*\* `([^`]+)`/.exec(text)?.[1] ?? null;
};

describe.skipIf(!openapiPresent)('the scopes a call needs', () => {
	const listed = Object.values(calls).filter(({ api }) => api !== 'open');

	it('are told for each call that is made with a token, and for no other', () => {
		const names = (api: string) => listed.filter((call) => call.api === api).map(nameOf);
		expect(Object.keys(tokenScopes).toSorted()).toEqual(names('site').toSorted());
		expect(Object.keys(keyScopes).toSorted()).toEqual(names('admin').toSorted());
	});

	it.each(Object.entries(tokenScopes))('are those of the specification: %s', (call, { classic, granular }) => {
		expect([[...classic].sort(), [...granular].sort()]).toEqual(specified(call));
	});

	it.each(Object.entries(keyScopes))('are those of the specification: %s', (call, { scope }) => {
		expect(scope).toEqual(specifiedOfKey(call));
	});

	it.each(Object.entries(siteScopes))('are what the demo site asks for: %s', (call, lists) => {
		expect(lists.map((scopes) => scopes.toSorted())).toEqual(specified(call));
	});

	it.each(Object.entries(adminScopes).filter(([call]) => !call.endsWith('/users/search')))(
		'are what the demo site asks of a key: %s',
		(call, scopes) => {
			expect(scopes[0] ?? null).toEqual(specifiedOfKey(call));
		},
	);
});
