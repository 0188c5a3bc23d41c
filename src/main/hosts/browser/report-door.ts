import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { done } from '#shared/outcome.ts';
import type { ReportDelivery } from '../../services/reports/delivery.ts';
import { reportPagePolicy } from '../../services/reports/html/html.ts';
import type { ReportShelf } from '../report-shelf.ts';

const reportsPath = '/reports/';

/** A browser saves files itself, and prints pages itself: there is no PDF to promise. */
export const browserDelivery = (shelf: ReportShelf): ReportDelivery => ({
	formats: ['html', 'print', 'xlsx', 'csv', 'json'],
	deliver: async (name, format, write) => {
		const put = await shelf.put({ name, isPage: format === 'print' }, write);
		return put.ok ? done({ kind: 'waiting', name, path: `${reportsPath}${put.value}` }) : put;
	},
});

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** RFC 6266: the name in UTF-8, and something for whoever does not read that. */
const disposition = (name: string): string =>
	`attachment; filename="report${extname(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`;

/**
 * Hands waiting reports to the browser that has the session: the host's guards have looked at the request before. Each is
 * given once, and gone from the disk when it was sent or the connection broke.
 */
export const openReportDoor = (http: FastifyInstance, shelf: ReportShelf, notFound: (reply: FastifyReply) => FastifyReply): void => {
	http.get<{ Params: { id: string } }>(`${reportsPath}:id`, (request, reply) => {
		const report = shelf.take(request.params.id);
		if (report === null) return notFound(reply);
		const { name, path, isPage } = report;
		void reply.header('content-type', contentTypes[extname(name)] ?? 'application/octet-stream');
		if (isPage) {
			void reply.header('content-security-policy', `${reportPagePolicy}; frame-ancestors 'none'; sandbox`);
			// A page in a sandbox is not opened at all under this policy: it has an origin of its own already.
			void reply.removeHeader('cross-origin-opener-policy');
		} else void reply.header('content-disposition', disposition(name));
		const file = createReadStream(path);
		file.once('close', () => void rm(path, { force: true }).catch(() => undefined));
		return reply.send(file);
	});
};
