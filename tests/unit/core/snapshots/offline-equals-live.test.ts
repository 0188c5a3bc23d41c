import { describe, expect, it } from 'vitest';
import type { DeskCustomer, DirectoryUser, JiraUser, Manageable, RoleAssignment, Unreadable } from '#core/evidence/site-questions.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { fc } from '../../../support/properties.ts';
import { failure, type Interference, jsmResource, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';
import { askOffline, connectRequest, pull } from '../../../support/pulled.ts';
import { withListing } from '../../../support/scripted-site.ts';
import { diagnoseWith, essence } from '../../../support/verdicts.ts';

const oneOf = <const T extends readonly unknown[]>(...values: T) => fc.constantFrom(...values) as fc.Arbitrary<T[number]>;
const maybe = <T>(value: fc.Arbitrary<T>, freq = 3) => fc.option(value, { nil: null, freq });

/** What the site may hold of one person: any of it, in any state, some of it garbled. */
const personOf = (address: string, id: string) =>
	fc.record({
		address: fc.constant(address),
		user: maybe(
			fc.record<DirectoryUser>({
				accountId: fc.constant(id),
				email: fc.constant(address),
				name: fc.constant(null),
				status: oneOf('active', 'active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'),
				accountStatus: oneOf('active', 'inactive', null),
				claimStatus: oneOf('managed', 'unmanaged', null),
				managementSource: oneOf('invited', 'synced', null),
			}),
		),
		twin: fc.boolean(),
		garbledUser: oneOf(false, false, false, true),
		assignments: maybe(
			fc.record<RoleAssignment>({
				resourceId: oneOf(jsmResource, jsmResource, 'ari:cloud:jira::site/cloud-1'),
				directoryId: oneOf('directory-1', 'directory-2', null),
				userDirectoryStatus: oneOf('active', 'suspended', null),
				roles: oneOf(['atlassian/customer'], ['atlassian/user', 'atlassian/guest'], ['atlassian/guest'], []),
			}),
		),
		manageable: oneOf<readonly (Manageable | null)[]>(
			null,
			{ kind: 'allowed' },
			{ kind: 'forbidden', key: 'forbidden' },
			{ kind: 'refused', reason: 'managedAccount' },
			{ kind: 'refused', reason: 'externalDirectory.scim' },
			{ kind: 'not-found' },
		),
		manageFailure: oneOf(null, null, null, 'call-refused', 'unexpected-answer', 'site-error', 'scope-missing'),
		onSite: oneOf('shown', 'shown', 'hidden', 'absent', 'garbled'),
		active: fc.boolean(),
		portal: oneOf(null, null, 'active', 'inactive'),
		inDesk: oneOf(null, null, 'account', 'portal', 'garbled'),
		memberActive: fc.boolean(),
	});

const addresses = ['ann@a.example', 'bea@b.example', 'cid@c.example', 'dan@d.example'];
const everyone = fc.tuple(...addresses.map((address, index) => personOf(address, `5b-${index}`)));
type Person = typeof everyone extends fc.Arbitrary<infer P> ? (P extends readonly (infer One)[] ? One : never) : never;

const settings = fc.record({
	hasOrgKey: oneOf(true, true, true, false),
	severalDirectories: fc.boolean(),
	directoriesRefused: oneOf(false, false, true),
	filterRefused: oneOf(false, false, true),
	rolesGarbled: oneOf(false, false, true),
	holders: oneOf('right', 'missing', 'refused', 'not-answered'),
	/** Longer than is worth listing for four rows: then the desk is asked row by row. */
	longList: oneOf(false, false, true),
	desks: oneOf('kept', 'kept', 'empty'),
});

const access = fc.record<CustomerAccess>({
	internal: oneOf(true, false, null),
	approvedDomains: oneOf(null, [], ['a.example']),
	external: oneOf(true, false, null),
	allowedDomains: oneOf(null, ['b.example']),
	origin: oneOf('declared', 'inferred'),
	at: fc.constant('2026-11-23T12:00:00.000Z'),
});

const garbled = (key: string): Unreadable => ({ key, problem: 'active: expected boolean' });
const portalId = (address: string) => `qm:directory:${address}`;

const siteOf = (people: readonly Person[], set: typeof settings extends fc.Arbitrary<infer S> ? S : never): Partial<ScriptedSite> => {
	const admin: JiraUser = {
		accountId: '5b-admin',
		accountType: 'atlassian',
		email: 'admin@halden.example',
		active: true,
		displayName: null,
	};
	const users = people.flatMap(({ user, twin }) =>
		user === null ? [] : twin && user.status === 'suspended' ? [user, { ...user, accountId: `${user.accountId}-2` }] : [user],
	);
	const customers: DeskCustomer[] = people.flatMap(({ address, inDesk, memberActive, user, portal, onSite }) => {
		const shown = set.longList || onSite !== 'hidden';
		if (inDesk === 'account' && user !== null) {
			return [{ accountId: user.accountId, email: shown ? address : null, active: memberActive, displayName: null }];
		}
		if (inDesk === 'portal' && portal !== null) {
			return [{ accountId: portalId(address), email: address, active: portal === 'active', displayName: null }];
		}
		return [];
	});
	const strangers = Array.from({ length: set.longList ? 260 : 0 }, (_, n) => ({
		accountId: `qm:x:${n}`,
		email: `x${n}@x.example`,
		active: true,
		displayName: null,
	}));
	return {
		directory: users,
		garbled: Object.fromEntries(people.filter(({ garbledUser }) => garbledUser).map(({ address }) => [address, garbled(address)])),
		roles: Object.fromEntries(people.flatMap(({ user, assignments }) => (user && assignments ? [[user.accountId, [assignments]]] : []))),
		manageable: Object.fromEntries(people.flatMap(({ user, manageable }) => (user && manageable ? [[user.accountId, manageable]] : []))),
		accounts: [
			admin,
			...people.flatMap(({ address, user, onSite, active, portal }): JiraUser[] => [
				...(user !== null && (onSite === 'shown' || onSite === 'hidden')
					? [
							{
								accountId: user.accountId,
								accountType: 'atlassian' as const,
								email: onSite === 'shown' ? address : null,
								active,
								displayName: null,
							},
						]
					: []),
				...(portal === null
					? []
					: [
							{
								accountId: portalId(address),
								accountType: 'customer' as const,
								email: address,
								active: portal === 'active',
								displayName: null,
							},
						]),
			]),
		],
		garbledAccounts: people.filter(({ onSite }) => onSite === 'garbled').map(({ address }) => garbled(address)),
		customers: set.desks === 'empty' ? [] : [...customers, ...strangers],
		garbledCustomers:
			set.longList || set.desks === 'empty'
				? []
				: people.filter(({ inDesk }) => inDesk === 'garbled').map(({ address }) => garbled(address)),
		directories: set.severalDirectories
			? [
					{ id: 'directory-1', name: null },
					{ id: 'directory-2', name: null },
				]
			: [{ id: 'directory-1', name: null }],
		holders:
			set.holders === 'missing'
				? { BROWSE_PROJECTS: ['group'] }
				: { BROWSE_PROJECTS: ['sd.customer.portal.only'], CREATE_ISSUES: ['sd.customer.portal.only'] },
	};
};

const interferenceOf = (people: readonly Person[], set: typeof settings extends fc.Arbitrary<infer S> ? S : never): Interference => ({
	manageable: (accountId) => {
		const code = people.find(({ user }) => user?.accountId === accountId)?.manageFailure ?? null;
		return code === null ? null : failure(code);
	},
	directories: () => (set.directoriesRefused ? failure('caller-lacks-rights') : null),
	directoryUsers: (_org, { roleIds }) => (set.filterRefused && roleIds !== undefined ? failure('call-refused', { status: 400 }) : null),
	permissionHolders: () =>
		set.holders === 'refused' ? failure('caller-lacks-rights') : set.holders === 'not-answered' ? failure('site-error') : null,
});

/** Causes that rest on nobody having the address. */
const forNobodyKnown = ['ready-new', 'domain-not-approved', 'customer-access-closed', 'probable-typo'];

describe('a diagnosis against a snapshot', () => {
	it('says of every row what a live one said when it was pulled', async () => {
		await fc.assert(
			fc.asyncProperty(everyone, settings, access, async (people, set, declared) => {
				const scripted = scriptQuestions(siteOf(people, set), interferenceOf(people, set));
				const site = withListing(scripted, {
					interfere: (_cursor, filtered) => (set.filterRefused && filtered ? failure('call-refused', { status: 400 }) : null),
				});
				const asked = { connect: connectRequest(set.hasOrgKey), deskKey: 'HELP', access: declared, addresses };
				const live = await diagnoseWith(scripted, asked);
				const { draft, outcome } = await pull(site, { hasOrgKey: set.hasOrgKey });
				expect(outcome.ok).toBe(true);
				const { snapshot, questions } = await askOffline(draft);
				expect(snapshot.missing).toEqual([]);
				const offline = await diagnoseWith(questions, asked);
				expect(offline.stopped).toBe(live.stopped);
				expect(offline.verdicts.map(essence)).toEqual(live.verdicts.map(essence));
				expect(offline.findings.map(essence)).toEqual(live.findings.map(essence));
			}),
			{ numRuns: 400 },
		);
	});

	it('proves nobody new because the pull broke off, and says what was missing', async () => {
		const breaks = oneOf('users', 'customers', 'directory', 'roles', 'manageable', 'role-assignments');
		await fc.assert(
			fc.asyncProperty(everyone, settings, access, breaks, fc.nat(4), async (all, set, declared, broken, at) => {
				// Half a directory cannot tell that an address has a second account: the one thing it is believed without. And a
				// record that is garbled in a list which was not read cannot make anybody doubt.
				const people = all.map((one) => ({ ...one, twin: false, inDesk: one.inDesk === 'garbled' ? null : one.inDesk }));
				const scripted = scriptQuestions(siteOf(people, set), interferenceOf(people, set));
				const asked = { connect: connectRequest(), deskKey: 'HELP', access: declared, addresses };
				const live = await diagnoseWith(scripted, asked);
				let left = at;
				const cut = (what: typeof broken) => (what === broken && left-- <= 0 ? failure('unexpected-answer') : null);
				const stop = (what: typeof broken) => (what === broken && left-- <= 0 ? failure('unreachable') : null);
				const breaking = scriptQuestions(scripted.site, {
					...interferenceOf(people, set),
					users: () => cut('users'),
					deskCustomers: () => cut('customers'),
					roleAssignments: () => stop('role-assignments'),
					manageable: (id) => stop('manageable') ?? interferenceOf(people, set).manageable?.(id) ?? null,
				});
				const site = withListing(breaking, {
					perPage: 1,
					interfere: (_cursor, filtered) =>
						cut(filtered ? 'roles' : 'directory') ?? (set.filterRefused && filtered ? failure('call-refused', { status: 400 }) : null),
				});
				const { draft } = await pull(site);
				const { questions } = await askOffline(draft);
				const offline = await diagnoseWith(questions, asked);
				expect(offline.stopped).toBe(null);
				for (const [index, verdict] of offline.verdicts.entries()) {
					const told = live.verdicts[index];
					if (told === undefined || JSON.stringify(essence(verdict)) === JSON.stringify(essence(told))) continue;
					// What was not asked is named with the row, and is no "no": it proves nobody new.
					expect(verdict.evidence.some(({ answer }) => JSON.stringify(answer).startsWith('{"problem"'))).toBe(true);
					if (verdict.certainty === 'proven') expect(forNobodyKnown).not.toContain(verdict.cause);
				}
			}),
			{ numRuns: 400 },
		);
	});
});
