import type { FastifyInstance } from 'fastify';
import { refuseManage } from '../answers.ts';
import { readText, readTexts } from '../read-input.ts';
import type { DirectoryUser, World } from '../world/world.ts';

/** Accounts the organisation manages itself (user-management.json). */
export const serveManagedAccounts = (app: FastifyInstance, world: World): void => {
	/** Source: GET /users/{account_id}/manage. Somebody else's account is 403, or allowed: false with `managedAccount`. */
	app.get('/users/:accountId/manage', (request, reply) => {
		const user = world.users.get(readText(request.params, 'accountId'));
		if (user === undefined) return refuseManage(reply, 404, 'accountNotFound');
		if (isForbidden(user.enablement)) return refuseManage(reply, 403, user.enablement);
		const asked = readTexts(request.query, 'privileges');
		const shown = ['lifecycle.enablement', 'lifecycle.delete'].filter((name) => asked.length === 0 || asked.includes(name));
		return Object.fromEntries(shown.map((name) => [name, showPrivilege(user)]));
	});

	/** Source: POST /users/{account_id}/manage/lifecycle/enable. */
	app.post('/users/:accountId/manage/lifecycle/enable', (request, reply) => {
		const user = world.users.get(readText(request.params, 'accountId'));
		if (user === undefined) return refuseManage(reply, 404, 'accountNotFound');
		if (isForbidden(user.enablement)) return refuseManage(reply, 403, user.enablement);
		if (user.enablement !== 'allowed') return refuseManage(reply, 403, 'forbidden.action', showPrivilege(user));
		if (user.forDeletion) {
			const errorCodes = [{ code: 'pending.deletion', message: 'Cancel the deletion first.' }];
			const context = { message: 'The account is scheduled for deletion.', accountId: user.accountId, errorCodes };
			return refuseManage(reply, 409, 'conflict.lifecycleErrors', context);
		}
		user.accountActive = true;
		user.deactivatedOn = null;
		return reply.code(204).send();
	});
};

const isForbidden = (enablement: string): boolean => enablement.startsWith('forbidden');

const showPrivilege = (user: DirectoryUser): Record<string, unknown> =>
	user.enablement === 'allowed' ? { allowed: true } : { allowed: false, reason: { key: user.enablement } };
