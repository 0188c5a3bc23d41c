import type { FastifyReply } from 'fastify';

/** Error bodies, one shape a product, as the specifications give them. */

/** Jira platform: ErrorCollection. */
export const refuseJira = (reply: FastifyReply, status: number, message: string): FastifyReply =>
	reply.code(status).send({ errorMessages: [message], errors: {} });

/** Jira Service Management: ErrorResponse. */
export const refuseDesk = (reply: FastifyReply, status: number, message: string, i18nKey: string): FastifyReply =>
	reply.code(status).send({ errorMessage: message, i18nErrorMessage: { i18nKey, parameters: [] } });

/** Organizations API: a list of errors with a stable code. */
export const refuseAdmin = (reply: FastifyReply, status: number, code: string, title: string): FastifyReply => {
	const error = { id: reply.request.id, status: String(status), code, title, detail: title };
	return reply.code(status).send({ errors: [error] });
};

/** Organizations API behind its proxy, and all of v1's 401: the code is a number here. */
export const refuseAtProxy = (reply: FastifyReply, status: number, message: string): FastifyReply =>
	reply.code(status).send({ code: status, message });

/** User management API: a key. */
export const refuseManage = (reply: FastifyReply, status: number, key: string, context?: unknown): FastifyReply =>
	reply.code(status).send(context === undefined ? { key } : { key, context });
