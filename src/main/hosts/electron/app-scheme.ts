import { readFile, rm } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { demoPath } from '#shared/window-host.ts';
import { reportPagePolicy } from '../../services/reports/html/html.ts';
import type { ReportShelf } from '../report-shelf.ts';

export const appScheme = 'invite-doctor';
export const appOrigin = `${appScheme}://app`;
/** Pages that are printed: one for each report, once. */
export const reportOrigin = `${appScheme}://report`;
export const appUrl = `${appOrigin}/index.html`;

/** Standard and secure, so that the page has an origin of its own and scripts may be modules. Registered before ready. */
export const privilegedScheme: CustomScheme = {
	scheme: appScheme,
	privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** The window speaks through its port alone: it connects to nothing. */
const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types guide',
].join('; ');

const headers = {
	'content-security-policy': contentSecurityPolicy,
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-store',
	'cross-origin-resource-policy': 'same-origin',
};

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
};

const refusal = (status: number): Response => new Response(null, { status, headers });

/**
 * The file a path of the scheme names, or null where it names none inside `root`. Decoded once; whatever still holds a
 * backslash, a NUL or a dot-segment afterwards was written to escape, and is refused rather than repaired.
 */
export const fileInside = (root: string, pathname: string): string | null => {
	let decoded: string;
	try {
		decoded = decodeURIComponent(pathname);
	} catch {
		return null;
	}
	if (/[\0\\:]/.test(decoded) || decoded.split('/').some((part) => part.startsWith('.'))) return null;
	const base = normalize(join(root, sep));
	const file = normalize(join(base, decoded === '/' ? 'index.html' : decoded));
	return file.startsWith(base) && file !== base ? file : null;
};

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code));

/** The page of a waiting report, which is gone from the disk with this. */
const servePage = async (reports: ReportShelf, pathname: string): Promise<Response> => {
	const report = reports.take(pathname.slice(1));
	if (report === null || !report.isPage) return refusal(404);
	const body = await readFile(report.path);
	await rm(report.path, { force: true });
	return new Response(new Uint8Array(body), {
		headers: {
			...headers,
			'content-security-policy': `${reportPagePolicy}; frame-ancestors 'none'`,
			'content-type': contentTypes['.html'] ?? '',
		},
	});
};

/** Answers `invite-doctor://app/…` from the folder the window was built into, and `invite-doctor://report/…` from the shelf. */
export const serveAppScheme =
	(rendererDir: string, reports: ReportShelf) =>
	async ({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> => {
		if (method !== 'GET') return refusal(405);
		const { host, pathname } = new URL(url);
		if (host === 'report') return servePage(reports, pathname);
		if (host !== 'app') return refusal(404);
		// The demo is the same pages at a path of its own.
		const file = fileInside(rendererDir, pathname.replace(demoPath, '/'));
		const contentType = file === null ? undefined : contentTypes[extname(file)];
		if (file === null || contentType === undefined) return refusal(404);
		try {
			const body = await readFile(file);
			return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': contentType } });
		} catch (error) {
			if (isMissing(error)) return refusal(404);
			throw error;
		}
	};
