import type { FastifyRequest } from 'fastify';
import { readNumber, readOrigin } from '../read-input.ts';

/** PagedDTO: start, limit and isLastPage. */
export const showPage = <T>(
	request: FastifyRequest,
	all: readonly T[],
	mostPerPage: number,
	show: (entry: T) => unknown,
): Record<string, unknown> => {
	const start = readNumber(request.query, 'start', 0, 0, Number.MAX_SAFE_INTEGER);
	const limit = readNumber(request.query, 'limit', 50, 1, mostPerPage);
	const values = all.slice(start, start + limit).map(show);
	const isLastPage = start + limit >= all.length;
	const origin = readOrigin(request);
	const self = `${origin}${request.url}`;
	const next = new URL(self);
	next.searchParams.set('start', String(start + limit));
	next.searchParams.set('limit', String(limit));
	const links = { base: `${origin}/rest/servicedeskapi`, context: '', self };
	return { size: values.length, start, limit, isLastPage, _links: isLastPage ? links : { ...links, next: next.href }, values };
};
