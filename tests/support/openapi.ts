import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import * as formatsModule from 'ajv-formats';

/**
 * Holds requests and answers against Atlassian's OpenAPI documents, which lie beside the checkout and are not part of
 * it. Where they are absent `openapiPresent` is false: a suite skips itself then, and says so.
 */
export const openapiFolder = path.resolve(import.meta.dirname, '../../../shared/openapi');
export const openapiPresent = existsSync(path.join(openapiFolder, 'jsm.json'));

export const warnWithoutOpenapi = (suite: string): void => {
	if (openapiPresent) return;
	console.warn(`\n!!! SKIPPED: ${suite}: no OpenAPI documents in ${openapiFolder}\n`);
};

/** The documents, and what the servers of each put before its paths. */
const documents = [
	{ name: 'jsm', basePath: '' },
	// Holds what the older copy does not: invitations, removal.
	{ name: 'jsm-2026-09', basePath: '' },
	{ name: 'jira-platform', basePath: '' },
	{ name: 'admin-orgs', basePath: '/admin' },
	{ name: 'user-management', basePath: '' },
	// Holds what the newest copy does not hold any more and sites may still answer; asked last.
	{ name: 'admin-orgs-2026-08-15', basePath: '/admin' },
] as const;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

export interface FoundOperation {
	readonly document: string;
	/** The path of the document that fits, such as `/v1/orgs/{orgId}/domains`. */
	readonly template: string;
	readonly method: string;
	readonly operation: Fields;
	readonly parameters: readonly Fields[];
}

export interface CheckedRequest {
	readonly method: string;
	readonly path: string;
	readonly query?: Readonly<Record<string, unknown>>;
	readonly headers?: Readonly<Record<string, unknown>>;
	readonly body?: unknown;
}

export interface CheckedAnswer {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly body?: unknown;
}

const loaded = new Map<string, Fields>();
const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false });
/** ajv-formats is CommonJS: where its function is depends on who imports it. */
const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const formats: unknown = 'default' in formatsModule ? formatsModule.default : formatsModule;
const addFormats = isFields(formats) && 'default' in formats ? formats['default'] : formats;
if (typeof addFormats === 'function') addFormats(ajv);

/** A document with what OpenAPI 3.0 adds to JSON Schema turned into JSON Schema. */
export const loadSpec = (name: string): Fields => {
	const known = loaded.get(name);
	if (known !== undefined) return known;
	const raw = JSON.parse(readFileSync(path.join(openapiFolder, `${name}.json`), 'utf8')) as Json;
	const converted = asFields(convert(raw));
	loaded.set(name, converted);
	ajv.addSchema(converted, `spec:${name}`);
	return converted;
};

/** The operation that serves this path; among several the one with the fewest placeholders. */
export const findOperation = (method: string, requestPath: string): FoundOperation | null => {
	for (const { name, basePath } of documents) {
		if (!requestPath.startsWith(`${basePath}/`)) continue;
		const found = findIn(name, method.toLowerCase(), requestPath.slice(basePath.length));
		if (found !== null) return found;
	}
	return null;
};

/** What is wrong with a request, in words; empty where it is as specified. */
export const checkRequest = (request: CheckedRequest): string[] => {
	const found = findOperation(request.method, request.path);
	if (found === null) return [`${request.method} ${request.path} is in no document`];
	const faults = checkQuery(found, request.query ?? {});
	const optedIn = request.headers === undefined || request.headers['x-experimentalapi'] === 'opt-in';
	if (found.operation['x-experimental'] === true && found.document.startsWith('jsm') && !optedIn) {
		faults.push('the operation is experimental and X-ExperimentalApi is not opt-in');
	}
	const requestBody = asFields(found.operation['requestBody']);
	const hasBody = request.body !== undefined && request.body !== null;
	if (requestBody['required'] === true && !hasBody) faults.push('the body is missing');
	if (!hasBody) return faults;
	const pointer = ['paths', found.template, found.method, 'requestBody'];
	if (asFields(asFields(requestBody['content'])['application/json'])['schema'] === undefined) {
		return [...faults, 'this operation takes no body'];
	}
	return [...faults, ...validateAt(found, [...pointer, 'content', 'application/json', 'schema'], request.body, 'body')];
};

/** What is wrong with an answer, in words; a status that the document does not name is a fault. */
export const checkAnswer = (answer: CheckedAnswer): string[] => {
	const found = findOperation(answer.method, answer.path);
	if (found === null) return [`${answer.method} ${answer.path} is in no document`];
	const status = String(answer.status);
	const responses = asFields(found.operation['responses']);
	if (responses[status] === undefined) return [`status ${status} is not specified for ${found.method} ${found.template}`];
	const reference = asFields(responses[status])['$ref'];
	const pointer = typeof reference === 'string' ? splitPointer(reference) : ['paths', found.template, found.method, 'responses', status];
	const response = asFields(readAt(loadSpec(found.document), pointer));
	if (asFields(asFields(response['content'])['application/json'])['schema'] === undefined) return [];
	return validateAt(found, [...pointer, 'content', 'application/json', 'schema'], answer.body, 'answer');
};

const findIn = (name: string, method: string, requestPath: string): FoundOperation | null => {
	const document = loadSpec(name);
	const paths = asFields(document['paths']);
	const fitting = Object.keys(paths)
		.filter((template) => asFields(paths[template])[method] !== undefined && fits(template, requestPath))
		.sort((a, b) => countPlaceholders(a) - countPlaceholders(b));
	const [template] = fitting;
	if (template === undefined) return null;
	const item = asFields(paths[template]);
	const operation = asFields(item[method]);
	const parameters = [...asList(item['parameters']), ...asList(operation['parameters'])].map((parameter) => {
		const reference = asFields(parameter)['$ref'];
		return asFields(typeof reference === 'string' ? readAt(document, splitPointer(reference)) : parameter);
	});
	return { document: name, template, method, operation, parameters };
};

const fits = (template: string, requestPath: string): boolean => {
	const asked = requestPath.split('/');
	const parts = template.split('/');
	return parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at]);
};

const countPlaceholders = (template: string): number => template.split('{').length;

const checkQuery = (found: FoundOperation, query: Readonly<Record<string, unknown>>): string[] => {
	const known = found.parameters.filter((parameter) => parameter['in'] === 'query');
	const names = known.map((parameter) => parameter['name']);
	const faults = Object.keys(query)
		.filter((name) => !names.includes(name))
		.map((name) => `query parameter ${name} is not specified`);
	for (const parameter of known) {
		const name = typeof parameter['name'] === 'string' ? parameter['name'] : '';
		const value = query[name];
		if (value === undefined) {
			if (parameter['required'] === true) faults.push(`query parameter ${name} is missing`);
			continue;
		}
		const type = asFields(parameter['schema'])['type'];
		const values: readonly unknown[] = Array.isArray(value) ? value : [value];
		for (const entry of values) {
			if (type === 'integer' && !/^-?\d+$/.test(String(entry))) faults.push(`query parameter ${name} is no whole number`);
			if (type === 'boolean' && !/^(true|false)$/.test(String(entry))) faults.push(`query parameter ${name} is no boolean`);
		}
	}
	return faults;
};

const validateAt = (found: FoundOperation, pointer: readonly string[], value: unknown, what: string): string[] => {
	const fragment = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
	const reference = `spec:${found.document}#/${fragment}`;
	const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
	if (validate(value) === true) return [];
	return (validate.errors ?? []).map(
		(fault: ErrorObject) => `${what}${fault.instancePath} ${fault.message ?? ''} ${JSON.stringify(fault.params)}`,
	);
};

const asFields = (value: Json | undefined): Fields => (isFields(value) ? (value as Fields) : {});

const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const splitPointer = (reference: string): string[] =>
	reference
		.replace(/^#\//, '')
		.split('/')
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const readAt = (document: Fields, pointer: readonly string[]): Json | undefined =>
	pointer.reduce<Json | undefined>((value, part) => asFields(value)[part], document);

/** `nullable` becomes a union with null; a pattern loses the line end that one document has in it. */
const convert = (value: Json): Json => {
	if (Array.isArray(value)) return (value as readonly Json[]).map(convert);
	if (!isFields(value)) return value;
	const converted: Record<string, Json> = {};
	for (const [key, entry] of Object.entries(value as Fields)) {
		if (key === 'example' || key === 'examples') continue;
		converted[key] = key === 'pattern' && typeof entry === 'string' ? entry.trim() : convert(entry);
	}
	if (converted['nullable'] !== true) return converted;
	delete converted['nullable'];
	return { anyOf: [converted, { type: 'null' }] };
};
