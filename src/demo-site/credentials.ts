import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseAdmin, refuseAtProxy, refuseDesk, refuseJira, refuseManage } from './answers.ts';

/** Demo strings, the same for everybody: they open nothing but this demo site. */
export const demoApiToken = 'demo-api-token-that-opens-nothing-else';
export const demoOrgApiKey = 'demo-org-api-key-that-opens-nothing-else';

/** Basic `email:token` on the site, Bearer on the admin API; anything else is answered 401 and `false`. */
export const checkCredentials = (request: FastifyRequest, reply: FastifyReply, email: string): boolean => {
	const path = request.url;
	const given = request.headers.authorization ?? '';
	if (path.startsWith('/_edge/')) return true;
	if (path.startsWith('/admin/') || path.startsWith('/users/')) {
		if (given === `Bearer ${demoOrgApiKey}`) return true;
		refuseAdminCaller(path, reply);
		return false;
	}
	if (!path.startsWith('/rest/')) return true;
	const expected = `Basic ${Buffer.from(`${email}:${demoApiToken}`).toString('base64')}`;
	if (given === expected) return true;
	reply.header('WWW-Authenticate', 'OAuth realm="https%3A%2F%2Fhalden.atlassian.net"');
	if (given !== '') reply.header('X-Seraph-LoginReason', 'AUTHENTICATED_FAILED');
	const message = 'Client must be authenticated to access this resource.';
	if (path.startsWith('/rest/servicedeskapi/')) refuseDesk(reply, 401, message, 'sd.api.unauthenticated');
	else refuseJira(reply, 401, message);
	return false;
};

/** The older calls answer through the proxy, the newer ones with a list of errors. */
const refuseAdminCaller = (path: string, reply: FastifyReply): void => {
	if (path.startsWith('/users/')) {
		refuseManage(reply, 401, 'unauthorized');
		return;
	}
	const atProxy = path.startsWith('/admin/v1/') || path.endsWith('/workspaces');
	if (atProxy) refuseAtProxy(reply, 401, 'Unauthorized');
	else refuseAdmin(reply, 401, 'ADMIN-401-1', 'Unauthorized');
};
