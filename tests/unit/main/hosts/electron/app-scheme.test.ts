import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failed } from '#shared/outcome.ts';
import type { ReportShelf } from '../../../../../src/main/hosts/report-shelf.ts';
import { fileInside, privilegedScheme, serveAppScheme } from '../../../../../src/main/hosts/electron/app-scheme.ts';

let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'app-scheme-'));
	await mkdir(join(root, 'renderer', 'assets'), { recursive: true });
	await mkdir(join(root, 'renderer-secret'), { recursive: true });
	await writeFile(join(root, 'secret.html'), 'outside');
	await writeFile(join(root, 'renderer-secret', 'x.html'), 'outside');
	await writeFile(join(root, 'renderer', 'index.html'), 'the app');
	await writeFile(join(root, 'renderer', 'assets', 'main.js'), 'export {};');
	await writeFile(join(root, 'renderer', 'assets', 'notes.txt'), 'no type for it');
});
afterAll(() => rm(root, { recursive: true }));

/** No report waits; what is not there is none. */
const noReports: ReportShelf = {
	put: async () => failed('write-failed'),
	take: () => null,
	discard: async () => undefined,
	clear: async () => undefined,
};

const ask = (url: string, method = 'GET'): Promise<Response> => serveAppScheme(join(root, 'renderer'), noReports)({ url, method });

describe('the app scheme', () => {
	it('is standard and secure, and does not go round the policy', () => {
		expect(privilegedScheme.privileges).toMatchObject({ standard: true, secure: true });
		expect(privilegedScheme.privileges).not.toHaveProperty('bypassCSP');
	});

	it('serves the page and its files with their types and the strict policy', async () => {
		const page = await ask('invite-doctor://app/index.html');
		expect([page.status, await page.text()]).toEqual([200, 'the app']);
		expect((await ask('invite-doctor://app/')).status).toBe(200);
		const script = await ask('invite-doctor://app/assets/main.js?v=1');
		expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
		for (const { headers } of [page, script, await ask('invite-doctor://app/nothing.html')]) {
			expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
			expect(headers.get('content-security-policy')).toContain("connect-src 'none'");
			expect(headers.get('content-security-policy')).not.toContain('unsafe');
			expect(headers.get('x-content-type-options')).toBe('nosniff');
		}
	});

	it.each(['/nothing.html', '/assets', '/assets/', '/assets/notes.txt', '/index.html/x.js'])('has nothing at %s', async (path) => {
		expect((await ask(`invite-doctor://app${path}`)).status).toBe(404);
	});

	it('answers only GET, and only for its own host', async () => {
		expect((await ask('invite-doctor://app/index.html', 'POST')).status).toBe(405);
		expect((await ask('invite-doctor://other/index.html')).status).toBe(404);
	});

	it.each([
		'/../secret.html',
		'/%2e%2e/secret.html',
		'/..%2fsecret.html',
		'/%2e%2e%2fsecret.html',
		'/assets/..%2f..%2fsecret.html',
		'/..%2frenderer-secret/x.html',
		'/..%5csecret.html',
		'/assets%00.html',
		'/%252e%252e/secret.html',
		'/c:/secret.html',
		'/%zz.html',
		'/.hidden.html',
	])('does not leave its folder for %s', async (path) => {
		expect((await ask(`invite-doctor://app${path}`)).status).toBe(404);
	});

	it('refuses a traversal that the address parser has not folded away', () => {
		expect(fileInside('/app', '/../etc/x.html')).toBeNull();
		expect(fileInside('/app', '/a/../../etc/x.html')).toBeNull();
		expect(fileInside('/app', '/')).toBe(join('/app', 'index.html'));
	});
});
