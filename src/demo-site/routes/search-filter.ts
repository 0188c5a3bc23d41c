import { isTextList } from '../read-input.ts';
import { type DirectoryUser, holdsRoleOn, readStatus } from '../world/world.ts';

type Fields = Readonly<Record<string, unknown>>;

const roles = [
	'user',
	'admin',
	'guest',
	'customer',
	'user-access-admin',
	'contributor',
	'basic',
	'stakeholder',
	'org-admin',
	'site-admin',
	'ai-access',
].map((role) => `atlassian/${role}`);

/** Lists a search may filter by: how many entries at most, and which values there are. */
const listFields: Readonly<Record<string, { readonly most: number; readonly values?: readonly string[] }>> = {
	emails: { most: 100 },
	accountIds: { most: 10 },
	directoryIds: { most: 10 },
	groupIds: { most: 10 },
	resourceIds: { most: 20 },
	emailDomains: { most: 10 },
	roleIds: { most: 10, values: roles },
	accountStatus: { most: 3, values: ['active', 'inactive', 'closed'] },
	membershipStatus: { most: 3, values: ['active', 'suspended', 'no_membership'] },
	status: { most: 4, values: ['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'] },
};

/** What is wrong with the body of `searchDirectoryUsers`, or `null`. */
export const findFault = (body: Fields): string | null => {
	for (const [name, { most, values }] of Object.entries(listFields)) {
		const given = body[name];
		if (given === undefined) continue;
		if (!isTextList(given)) return `${name} must be a list of strings`;
		if (given.length < 1 || given.length > most) return `${name} must hold between 1 and ${most} entries`;
		if (values !== undefined && !given.every((value) => values.includes(value))) return `${name} holds an unknown value`;
	}
	if (isTextList(body['emails']) && new Set(body['emails']).size !== body['emails'].length) return 'emails must be unique';
	if (body['emails'] !== undefined && body['searchTerm'] !== undefined) return 'emails and searchTerm are mutually exclusive';
	const { limit, claimStatus } = body;
	if (limit !== undefined && (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 100)) {
		return 'limit must be between 1 and 100';
	}
	if (claimStatus !== undefined && claimStatus !== 'managed' && claimStatus !== 'unmanaged') return 'claimStatus is unknown';
	return null;
};

/** The filters of a search as one question; roles count only while the membership is active. */
export const makeFilter = (body: Fields): ((user: DirectoryUser) => boolean) => {
	const list = (name: string): readonly string[] => {
		const given = body[name];
		return isTextList(given) ? given : [];
	};
	const [accountIds, directoryIds, resourceIds, roleIds] = [list('accountIds'), list('directoryIds'), list('resourceIds'), list('roleIds')];
	const [domains, status, membership, account] = [list('emailDomains'), list('status'), list('membershipStatus'), list('accountStatus')];
	const term = typeof body['searchTerm'] === 'string' ? body['searchTerm'].toLowerCase() : '';
	const byRole = resourceIds.length > 0 || roleIds.length > 0;
	return (user) =>
		admits(accountIds, user.accountId) &&
		admits(directoryIds, user.directoryId) &&
		admits(domains, user.email.slice(user.email.lastIndexOf('@') + 1)) &&
		admits(status, readStatus(user)) &&
		admits(membership, user.membership) &&
		admits(account, user.accountActive ? 'active' : 'inactive') &&
		(body['claimStatus'] === undefined || body['claimStatus'] === user.claimStatus) &&
		list('groupIds').length === 0 &&
		(!byRole || (user.membership === 'active' && holdsRoleOn(user, resourceIds, roleIds))) &&
		(term === '' || user.email.toLowerCase().includes(term) || user.name.toLowerCase().includes(term));
};

const admits = (allowed: readonly string[], value: string): boolean => allowed.length === 0 || allowed.includes(value);
