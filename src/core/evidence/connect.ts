import { causeCatalogue } from '#shared/causes.ts';
import { done, failed, type Failure, type Outcome } from '#shared/outcome.ts';
import type { DeskRef, SiteCheck } from '#shared/run.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import { findDeskPermission } from './desk-permission.ts';
import { readAllPages } from './pages.ts';
import type { Answered, SiteQuestions, Workspace } from './site-questions.ts';

/** Roles that let a person into service management. Source: Organizations API, `roles/assign`. */
export const jsmRoles = ['atlassian/customer', 'atlassian/user', 'atlassian/admin', 'atlassian/stakeholder'] as const;

/** The rights a diagnosis cannot do without: Jira answers "nobody" instead of "forbidden" where the second is missing. */
export const neededPermissions = ['ADMINISTER', 'USER_PICKER'] as const;

export interface ConnectRequest {
	readonly siteHost: string;
	/** Without an organisation key the directory stays unseen. */
	readonly hasOrgKey: boolean;
	readonly orgId: string | null;
	/** The address of the asking account, which the directory has to know; `null` offline. */
	readonly callerEmail: string | null;
}

export interface Organisation {
	readonly id: string;
	readonly name: string | null;
	/** The ARI that roles on the site's service management are held on. */
	readonly jsmResource: string;
	/** No answer named that resource: it is put together from the cloud id, and nobody was found to hold a role on it. */
	readonly isResourceGuessed: boolean;
	/** That the organisation lists the site's service management as offline; `null` where it is online, or nobody said. */
	readonly offline: EvidenceItem | null;
	/** The search found nobody of whom it is known that they are there: whom else it does not find says nothing. */
	readonly missesKnown: boolean;
	/** The search found the asking account by a role on a resource that does not exist: it does not look at roles at all. */
	readonly ignoresRoles: boolean;
	readonly directories: SiteCheck['directories'];
	readonly verifiedDomains: readonly string[];
}

export interface Connection {
	readonly cloudId: string;
	/** `null` where the token lacks the scope to say whose it is. */
	readonly account: SiteCheck['account'];
	/** `null` where nobody said. */
	readonly permissions: SiteCheck['permissions'];
	readonly organisation: Organisation | null;
	/** Those there are, or why none can be told. */
	readonly desks: Outcome<readonly DeskRef[]>;
}

const identifySite = async (questions: SiteQuestions): Promise<Outcome<Omit<Connection, 'organisation' | 'desks'>>> => {
	const tenant = await questions.tenant();
	if (!tenant.ok) {
		return tenant.failure.code === 'unexpected-answer' || tenant.failure.code === 'call-refused'
			? failed('not-an-atlassian-site', tenant.failure.details)
			: tenant;
	}
	const myself = unlessUnscoped(await questions.myself());
	if (!myself.ok) return myself;
	const permissions = unlessUnscoped(await questions.myPermissions(neededPermissions));
	if (!permissions.ok) return permissions;
	const { cloudId } = tenant.value.value;
	const account = myself.value && { accountId: myself.value.value.accountId, name: myself.value.value.displayName };
	const nobodySaid = Object.fromEntries(neededPermissions.map((key) => [key, null]));
	return done({ cloudId, account, permissions: permissions.value?.value ?? nobodySaid });
};

/** A missing scope leaves this one thing unsaid; a token that is refused as such ends it all. */
const unlessUnscoped = <T>(outcome: Outcome<T>): Outcome<T | null> =>
	!outcome.ok && outcome.failure.code === 'scope-missing' ? done(null) : outcome;

/** Reads that only add detail: refused ones are left out, a rejected key is not. */
const optional = <T>(outcome: Outcome<{ readonly value: readonly T[] }>): Outcome<readonly T[] | null> => {
	if (outcome.ok) return done(outcome.value.value);
	const bearable: readonly Failure['code'][] = [
		'caller-lacks-rights',
		'call-refused',
		'unexpected-answer',
		'site-error',
		'not-in-snapshot',
		'scope-missing',
	];
	return bearable.includes(outcome.failure.code) ? done(null) : outcome;
};

const hostOf = (url: string | null): string | null =>
	url === null
		? null
		: url
				.replace(/^https?:\/\//, '')
				.replace(/\/.*$/, '')
				.toLowerCase();

const jsmPrefix = 'ari:cloud:jira-servicedesk::site/';

type Workspaces = readonly Workspace[];

interface JsmResource {
	readonly id: string;
	readonly isGuessed: boolean;
}

/** The site's service-management resource; `null` where this organisation does not have the site. */
const findJsmResource = (workspaces: Workspaces | null, siteHost: string, cloudId: string): JsmResource | null => {
	const guess = { id: jsmPrefix + cloudId, isGuessed: true };
	if (workspaces === null || workspaces.length === 0) return guess;
	const ours = workspaces.filter(({ id, hostUrl }) => id.includes(cloudId) || hostOf(hostUrl) === siteHost);
	if (ours.length === 0) return null;
	const named = ours.find(({ id }) => id.startsWith(jsmPrefix));
	return named === undefined ? guess : { id: named.id, isGuessed: false };
};

const offlineIn = ({ value, source, at }: Answered<Workspaces>, jsmResource: string): EvidenceItem | null => {
	const status = value.find(({ id }) => id === jsmResource)?.status ?? null;
	return status === 'offline' ? { asked: "state of the site's service management", source, answer: { status }, at } : null;
};

/** Whether a search finds one of them; `null` where the search itself is refused: the run will hear that too. */
const findsAny = async (questions: SiteQuestions, orgId: string, emails: readonly string[], filter = {}): Promise<boolean | null> => {
	const asked = await questions.directoryUsers(orgId, { emails, ...filter, cursor: null });
	return asked.ok ? asked.value.value.items.some((user) => emails.includes(user.email)) : null;
};

/** Accounts that programs sign in with: no directory of people has them. */
const isServiceAccount = (email: string): boolean => email.endsWith('@serviceaccount.atlassian.com');

const mostWitnesses = 10;

/** Who is known to be in the directory: the asking account, or in a service account's place people who use the site. */
const findWitnesses = async (questions: SiteQuestions, callerEmail: string): Promise<readonly string[]> => {
	if (!isServiceAccount(callerEmail)) return [callerEmail];
	const listed = await questions.users(0, 50);
	const people = listed.ok ? listed.value.value.items : [];
	return people
		.flatMap(({ accountType, active, email }) => (accountType === 'atlassian' && active && email !== null ? [email] : []))
		.slice(0, mostWitnesses);
};

/** Of the shape of a resource, and nobody's: no cloud id is all zeros. */
const nobodysResource = `${jsmPrefix}00000000-0000-0000-0000-000000000000`;

/**
 * Questions with a known answer, before any that is not known: somebody who is there by their address, by a role on the guess, and
 * by one on nobody's resource.
 */
const askWhatIsKnown = async (
	questions: SiteQuestions,
	orgId: string,
	{ id, isGuessed }: JsmResource,
	callerEmail: string | null,
): Promise<Pick<Organisation, 'isResourceGuessed' | 'missesKnown' | 'ignoresRoles'>> => {
	if (callerEmail === null) return { isResourceGuessed: isGuessed, missesKnown: false, ignoresRoles: false };
	const witnesses = await findWitnesses(questions, callerEmail.toLowerCase());
	const found = witnesses.length === 0 ? false : await findsAny(questions, orgId, witnesses);
	const holdsOn = async (resource: string): Promise<boolean> =>
		found === true && (await findsAny(questions, orgId, witnesses, { roleIds: jsmRoles, resourceIds: [resource] })) === true;
	const ignoresRoles = await holdsOn(nobodysResource);
	const isConfirmed = isGuessed && !ignoresRoles && (await holdsOn(id));
	return { isResourceGuessed: isGuessed && !isConfirmed, missesKnown: found === false, ignoresRoles };
};

const openOrganisation = async (
	questions: SiteQuestions,
	org: { readonly id: string; readonly name: string | null },
	{ siteHost, callerEmail }: ConnectRequest,
	cloudId: string,
	isOnlyOne: boolean,
): Promise<Outcome<Organisation | null>> => {
	const asked = await readAllPages((cursor) => questions.workspaces(org.id, cursor));
	const workspaces = optional(asked);
	if (!workspaces.ok) return workspaces;
	// Which of several organisations has the site can then not be told, and the wrong one knows nobody.
	if (workspaces.value === null && !isOnlyOne) return failed('org-ambiguous');
	const jsmResource = findJsmResource(workspaces.value, siteHost, cloudId);
	if (jsmResource === null) return done(null);
	const directories = optional(await readAllPages((cursor) => questions.directories(org.id, cursor)));
	if (!directories.ok) return directories;
	const domains = optional(await readAllPages((cursor) => questions.verifiedDomains(org.id, cursor)));
	if (!domains.ok) return domains;
	const known = await askWhatIsKnown(questions, org.id, jsmResource, callerEmail);
	return done({
		...org,
		jsmResource: jsmResource.id,
		...known,
		offline: asked.ok ? offlineIn(asked.value, jsmResource.id) : null,
		directories: directories.value ?? [],
		verifiedDomains: domains.value ?? [],
	});
};

/** The organisation of this key that has the site. The key of another organisation must never lead to a verdict. */
const findOrganisation = async (
	questions: SiteQuestions,
	request: ConnectRequest,
	cloudId: string,
): Promise<Outcome<Organisation | null>> => {
	if (!request.hasOrgKey) return done(null);
	const listed = await readAllPages((cursor) => questions.organisations(cursor));
	if (!listed.ok && !(request.orgId !== null && optional(listed).ok)) return listed;
	const all = listed.ok ? listed.value.value : [];
	const named = request.orgId === null ? all : all.filter(({ id }) => id === request.orgId);
	const candidates = named.length === 0 && request.orgId !== null && all.length === 0 ? [{ id: request.orgId, name: null }] : named;
	if (candidates.length === 0) return failed('org-not-found', { org: request.orgId ?? '' });
	const isOnlyOne = candidates.length === 1;
	for (const candidate of candidates) {
		const opened = await openOrganisation(questions, candidate, request, cloudId, isOnlyOne);
		if (!opened.ok || opened.value !== null) return opened;
	}
	return failed('site-not-in-organisation', { site: request.siteHost, org: candidates.map(({ name, id }) => name ?? id).join(', ') });
};

/** Who we talk to, what we may do there, and where the site belongs. Sends reads only. */
export const connect = async (questions: SiteQuestions, request: ConnectRequest): Promise<Outcome<Connection>> => {
	const site = await identifySite(questions);
	if (!site.ok) return site;
	const missing = neededPermissions.filter((key) => site.value.permissions[key] === false);
	if (missing.length > 0) return failed('caller-lacks-rights', { missing, call: 'GET /rest/api/3/mypermissions' });
	const organisation = await findOrganisation(questions, request, site.value.cloudId);
	if (!organisation.ok) return organisation;
	const listed = await readAllPages((cursor) => questions.desks(cursor));
	if (!listed.ok && listed.failure.code !== 'scope-missing') return listed;
	const desks = listed.ok
		? done(listed.value.value.map(({ id, projectKey, projectName }) => ({ id, key: projectKey, name: projectName })))
		: listed;
	return done({ ...site.value, organisation: organisation.value, desks });
};

/** The desk that is meant; without a name there must be only one. */
export const chooseDesk = (desks: readonly DeskRef[], wanted: string | null): Outcome<DeskRef> => {
	const keys = desks.map(({ key }) => key);
	if (wanted === null) {
		const [only, ...others] = desks;
		if (!only) return failed('desk-not-found', { desks: keys });
		return others.length === 0 ? done(only) : failed('desk-ambiguous', { desks: keys });
	}
	const name = wanted.toLowerCase();
	const desk =
		desks.find(({ key }) => key.toLowerCase() === name) ??
		desks.find(({ id }) => id === wanted) ??
		desks.find((one) => one.name.toLowerCase() === name);
	return desk ? done(desk) : failed('desk-not-found', { desk: wanted, desks: keys });
};

/** What concerns the desk as a whole. */
export const inspectDesk = async (
	questions: SiteQuestions,
	desk: DeskRef,
	organisation: Organisation | null,
): Promise<Outcome<readonly Verdict[]>> => {
	const offline = organisation?.offline ?? null;
	const ofSite: readonly Verdict[] =
		offline === null
			? []
			: [
					{
						cause: 'service-management-offline',
						certainty: 'proven',
						remedy: causeCatalogue['service-management-offline'].remedy,
						evidence: [offline],
					},
				];
	const holders = await questions.permissionHolders(desk.key);
	if (!holders.ok) return optional(holders as Outcome<never>).ok ? done(ofSite) : holders;
	const proof: EvidenceItem = {
		asked: `permission scheme of ${desk.key}`,
		source: holders.value.source,
		answer: holders.value.value,
		at: holders.value.at,
	};
	const verdict = findDeskPermission(holders.value.value, proof);
	return done(verdict ? [...ofSite, verdict] : ofSite);
};
