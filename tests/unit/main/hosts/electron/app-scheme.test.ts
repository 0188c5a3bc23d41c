import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../../../src/main/files/write-file.ts';
import { openReportShelf, type ReportShelf } from '../../../../../src/main/hosts/report-shelf.ts';
import { waysOut } from '../../../../support/hostile-paths.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { fileInside, privilegedScheme, serveAppScheme } from '../../../../../src/main/hosts/electron/app-scheme.ts';
import { systemRandom } from '../../../../../src/main/system.ts';

let root: string;
let reports: ReportShelf;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'app-scheme-'));
	await mkdir(join(root, 'renderer', 'assets'), { recursive: true });
	await mkdir(join(root, 'renderer-secret'), { recursive: true });
	await writeFile(join(root, 'secret.html'), 'outside');
	await writeFile(join(root, 'renderer-secret', 'x.html'), 'outside');
	await writeFile(join(root, 'renderer', 'index.html'), 'the app');
	reports = await openReportShelf(join(root, 'reports'), { clock: new ManualClock(), random: systemRandom });
	await writeFile(join(root, 'renderer', 'assets', 'main.js'), 'export {};');
	await writeFile(join(root, 'renderer', 'assets', 'notes.txt'), 'no type for it');
});
afterAll(() => rm(root, { recursive: true }));

const ask = (url: string, method = 'GET'): Promise<Response> => serveAppScheme(join(root, 'renderer'), reports)({ url, method });

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

	it('serves the page of a waiting report once, under a policy that lets nothing run or be fetched', async () => {
		const put = await reports.put({ name: 'r.html', isPage: true }, (path) => writeFileAtomically(path, ['<p>the report']));
		const url = `invite-doctor://report/${put.ok ? put.value : ''}`;
		const page = await ask(url);
		expect([page.status, await page.text()]).toEqual([200, '<p>the report']);
		expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const policy = page.headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
		expect(policy).not.toContain('script-src');
		expect((await ask(url)).status).toBe(404);
		expect(await readdir(join(root, 'reports'))).toEqual([]);
	});

	it('serves no other file as a report', async () => {
		for (const path of ['/', '/unknown', '/../secret.html', '/%2e%2e/secret.html']) {
			expect((await ask(`invite-doctor://report${path}`)).status).toBe(404);
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

	it('does not leave its folder, however the way is written', async () => {
		const ways = [...waysOut('secret.html'), ...waysOut('renderer-secret/x.html'), ...waysOut('etc/passwd')];
		expect(ways.length).toBeGreaterThan(1000);
		for (const way of ways) {
			for (const origin of ['app', 'report']) {
				const answer = await ask(`invite-doctor://${origin}${way}`);
				expect([way, answer.status, await answer.text()]).toEqual([way, 404, expect.not.stringContaining('outside')]);
			}
		}
	});

	it('refuses a traversal that the address parser has not folded away', () => {
		expect(fileInside('/app', '/../etc/x.html')).toBeNull();
		expect(fileInside('/app', '/a/../../etc/x.html')).toBeNull();
		expect(fileInside('/app', '/')).toBe(join('/app', 'index.html'));
	});
});
