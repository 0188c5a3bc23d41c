import type { World } from '#demo-site/world/world.ts';
import { holdsRoleOn, isUsable, readStatus } from '#demo-site/world/world.ts';
import { jsmRoles } from '#core/evidence/connect.ts';
import { needsManageQuestion } from '#core/evidence/manageable.ts';
import type { DirectoryUser } from '#core/evidence/site-questions.ts';
import { codecs } from '#core/snapshots/codecs.ts';
import type { PartName } from '#core/snapshots/parts.ts';
import type { RecordTypes } from '#core/snapshots/records.ts';
import type { SnapshotDraft } from '#core/snapshots/snapshot-store.ts';
import { need } from './demo-app.ts';

const at = '2026-11-23T12:00:00.000Z';
const recordsAtOnce = 5000;

const userOf = (user: World['users'] extends Map<string, infer U> ? U : never): DirectoryUser => ({
	accountId: user.accountId,
	email: user.email,
	name: user.name,
	status: readStatus(user),
	accountStatus: user.accountActive ? 'active' : 'inactive',
	claimStatus: user.claimStatus,
	managementSource: user.managementSource,
});

/**
 * Fills a snapshot with what a pull of this world would have read, without the minutes that asking for it takes. Not for
 * tests of pulling: those pull.
 */
export const writeWorld = (draft: SnapshotDraft, world: World): void => {
	const put = <K extends keyof RecordTypes>(name: PartName, kind: K, source: string, records: readonly RecordTypes[K][]): void => {
		need(draft.begin(name, source));
		for (let first = 0; first < Math.max(1, records.length); first += recordsAtOnce) {
			const some = records.slice(first, first + recordsAtOnce).map((record) => codecs[kind].write(record));
			need(draft.append(name, some, { at, cursor: null }));
		}
		need(draft.settle(name, { state: 'complete', why: null }));
	};
	const users = [...world.users.values()];
	const directory = users.map(userOf);
	const { caller, jsmResourceId } = world;
	const identity = {
		cloudId: world.cloudId,
		accountId: caller.accountId,
		name: caller.name,
		permissions: { ADMINISTER: true, USER_PICKER: true },
	};
	put('site', 'site', 'GET /rest/api/3/myself', [identity]);
	put('organisation', 'organisation', 'POST /admin/v2/orgs/{orgId}/workspaces', [
		{ id: world.orgId, name: world.orgName, jsmResource: jsmResourceId, isResourceGuessed: false },
	]);
	put(
		'directories',
		'directories',
		'GET /admin/v2/orgs/{orgId}/directories',
		world.directories.map(({ directoryId: id, name }) => ({ id, name })),
	);
	const verified = world.domains.filter(({ claim }) => claim === 'verified').map(({ name }) => name);
	put('domains', 'domains', 'GET /admin/v1/orgs/{orgId}/domains', verified);
	put(
		'desks',
		'desks',
		'GET /rest/servicedeskapi/servicedesk',
		world.desks.map(({ id, projectId, key, name }) => ({ id, projectId, projectKey: key, projectName: name })),
	);
	const listed = users.filter((user) => readStatus(user) !== 'not_invited');
	put('accounts', 'accounts', 'GET /rest/api/3/users/search', [
		...listed.map((user) => ({
			accountId: user.accountId,
			accountType: 'atlassian' as const,
			email: user.emailHidden ? null : user.email,
			active: isUsable(user),
			displayName: user.name,
		})),
		...[...world.customers.values()].map(({ accountId, email, active, name }) => ({
			accountId,
			accountType: 'customer' as const,
			email,
			active,
			displayName: name,
		})),
	]);
	for (const desk of world.desks) {
		const holders = desk.portalHolderPresent ? ['applicationRole', 'sd.customer.portal.only'] : ['applicationRole'];
		put(`permission:${desk.id}`, 'permission', 'GET /rest/api/3/project/{projectKeyOrId}/permissionscheme', [
			{ permission: 'BROWSE_PROJECTS', holders },
			{ permission: 'CREATE_ISSUES', holders },
		]);
		const members = [...desk.members].flatMap((id) => {
			const user = world.users.get(id);
			if (user !== undefined) {
				return [{ accountId: id, email: user.emailHidden ? null : user.email, active: isUsable(user), displayName: user.name }];
			}
			const customer = world.customers.get(id);
			return customer === undefined ? [] : [{ accountId: id, email: customer.email, active: customer.active, displayName: customer.name }];
		});
		put(`customers:${desk.id}`, 'customers', 'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', members);
	}
	const search = 'POST /admin/v2/orgs/{orgId}/directories/-/users/search';
	put('directory', 'directory', search, directory);
	const holders = users.filter((user) => user.membership === 'active' && holdsRoleOn(user, [jsmResourceId], jsmRoles));
	put('roles', 'roles', search, holders);
	put(
		'role-assignments',
		'role-assignments',
		'GET /admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments',
		holders.filter(isUsable).map(({ accountId, directoryId, membership, roles }) => {
			const here = roles.filter(({ resourceId }) => resourceId === jsmResourceId).map(({ role }) => role);
			const value = [{ resourceId: jsmResourceId, directoryId, userDirectoryStatus: membership, roles: here }];
			return { accountId, at, answer: { ok: true as const, value } };
		}),
	);
	put(
		'manageable',
		'manageable',
		'GET /users/{accountId}/manage',
		directory.filter(needsManageQuestion).map(({ accountId }) => {
			const enablement = world.users.get(accountId)?.enablement ?? 'forbidden';
			const value =
				enablement === 'allowed'
					? ({ kind: 'allowed' } as const)
					: enablement === 'forbidden'
						? ({ kind: 'forbidden', key: 'forbidden' } as const)
						: ({ kind: 'refused', reason: enablement } as const);
			return { accountId, at, answer: { ok: true as const, value } };
		}),
	);
};
