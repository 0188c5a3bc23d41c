import type { CustomerAccess } from '#shared/customer-access.ts';
import type { HandCheck } from '#shared/hand-checks.ts';
import { type AccountSweep, portalRecordOf, siteAccountOf, sweepAccounts } from './account-sweep.ts';
import type { Organisation } from './connect.ts';
import { type DeskCustomers, readDeskCustomers } from './desk-customers.ts';
import { askDirectory, askRoles, type DirectoryAnswers, unasked } from './directory.ts';
import type { AdminFileFacts, Fact, JsmRole, Membership, PersonEvidence } from './evidence.ts';
import { askManageable, needsManageQuestion } from './manageable.ts';
import { findPortalRecord } from './portal-sources/all.ts';
import { type OrganisationMembers, readOrganisationMembers } from './portal-sources/organisation-members.ts';
import { noKnowledge, type SiteKnowledge } from './site-knowledge.ts';
import { isSameAnswer, isSameEntry, isSameRole, newerFact, newerPortal } from './newer-fact.ts';
import type { DirectoryUser, SiteQuestions } from './site-questions.ts';

/** What holds for all rows of a run: read once, beside the directory. */
export interface SiteAccounts {
	readonly sweep: AccountSweep;
	readonly customers: DeskCustomers;
	/** Read only where the sweep does not show portal-only customers. */
	readonly members?: OrganisationMembers | null;
}

export const readSiteAccounts = async (
	questions: SiteQuestions,
	deskId: string,
	addressCount: number,
	now: () => string,
	knowledge: SiteKnowledge = noKnowledge,
): Promise<SiteAccounts> => {
	const { capabilities } = knowledge;
	const onlyListShowsInactive = capabilities.sweepShowsPortalOnly === false && capabilities.deskShowsInactive === false;
	const sweeping = sweepAccounts(questions, now);
	const reading = readDeskCustomers(questions, deskId, addressCount, now, {
		onlyListShowsInactive,
		openDeskKeepsList: capabilities.openDeskKeepsList,
	});
	// What one of them was answered while the other failed is stored: a resumed run does not ask it again.
	await Promise.allSettled([sweeping, reading]);
	const [sweep, customers] = await Promise.all([sweeping, reading]);
	const isBlind = isPortalOnlyHidden({ sweep, customers }, knowledge);
	const members = isBlind && knowledge.rare !== null ? await readOrganisationMembers(questions, knowledge.rare, now) : null;
	return { sweep, customers, members };
};

/** The desk's list shows portal-only customers too; where the sweep shows none at all, silence is no "no". */
const isPortalOnlyHidden = ({ sweep, customers }: Pick<SiteAccounts, 'sweep' | 'customers'>, { capabilities }: SiteKnowledge): boolean =>
	capabilities.sweepShowsPortalOnly === false ||
	(sweep.counted !== null && sweep.counted.portalOnly === 0 && customers.sawPortalOnly !== false);

export interface GatherContext {
	readonly questions: SiteQuestions;
	readonly organisation: Organisation | null;
	readonly access: CustomerAccess;
	readonly now: () => string;
	/** How many people of an organisation with several directories may still be asked about one by one, by whether they hold a role. */
	readonly roleBudget: { holders: number; others: number };
	/** What answers in the site's place; absent where the site itself does. */
	readonly origin?: string;
	/** What is known of the site from before; absent: nothing. */
	readonly knowledge?: SiteKnowledge;
	/** What admin files say of an address; absent where there are none. */
	readonly fromAdminFiles?: (address: string) => AdminFileFacts;
}

/** The batch's part of the evidence; `null` where there is no organisation key. */
export const gatherDirectory = async (context: GatherContext, addresses: readonly string[]): Promise<DirectoryAnswers | null> =>
	context.organisation === null
		? null
		: askDirectory(context.questions, context.organisation, addresses, context.now, context.knowledge?.capabilities.filtersCombine);

const portalOf = (
	context: GatherContext,
	accounts: SiteAccounts,
	{ address, isWorthAsking }: { readonly address: string; readonly isWorthAsking: boolean },
	membership: Fact<Membership>,
): ReturnType<typeof findPortalRecord> => {
	const { questions, now, knowledge = noKnowledge } = context;
	const { capabilities, ...ways } = knowledge;
	return findPortalRecord({
		address,
		isWorthAsking,
		membership,
		sweep: accounts.sweep,
		members: accounts.members ?? null,
		isPortalOnlyHidden: isPortalOnlyHidden(accounts, knowledge),
		questions,
		...ways,
		reporterFindsInactive: capabilities.reporterFindsInactive === true,
		now,
	});
};

const roleOf = async (
	context: GatherContext,
	directory: DirectoryAnswers,
	user: DirectoryUser,
	isListed: boolean,
): Promise<Fact<JsmRole>> => {
	const { organisation, questions, roleBudget, now } = context;
	const holds = directory.holdsRole(user.email);
	// The filtered search may be refused as a whole (an open question of the API): role-assignments says the same.
	if (organisation !== null && !holds.known) return askRoles(questions, organisation, user, now);
	if (!holds.known) return holds;
	// Every organisation has one: where none was told, there may be several.
	const severalDirectories = organisation !== null && organisation.directories.length !== 1;
	let unanswered: Fact<JsmRole> | null = null;
	if (organisation !== null && severalDirectories && !isListed && roleBudget[holds.value ? 'holders' : 'others']-- > 0) {
		const asked = await askRoles(questions, organisation, user, now);
		// Where it was not asked (an older snapshot), the search still says that no role is held.
		if (asked.known || holds.value || asked.why !== 'not-asked') return asked;
		unanswered = asked;
	}
	if (holds.value) return { ...holds, value: { held: true, suspendedHere: false } };
	const unsure = severalDirectories ? 'several-directories' : organisation?.isResourceGuessed === true ? 'guessed-resource' : undefined;
	return {
		...holds,
		value: { held: false, suspendedHere: false, ...(unsure === undefined ? {} : { unsure }) },
		...(unanswered === null ? {} : { besides: [unanswered.proof] }),
	};
};

/** What people checked by hand, as it stands now: for one batch. */
export const handChecksFor = ({ knowledge = noKnowledge, organisation }: GatherContext): ((address: string) => readonly HandCheck[]) =>
	knowledge.checkedByHand(organisation?.id ?? null);

/** Completes one person's evidence: the questions that only this person raises. */
export const gatherPerson = async (
	context: GatherContext,
	accounts: SiteAccounts,
	directory: DirectoryAnswers | null,
	person: { readonly address: string; readonly suggestion: string | null; readonly byHand: readonly HandCheck[] },
): Promise<PersonEvidence> => {
	const { address, suggestion, byHand } = person;
	const { questions, now, access } = context;
	const fromAdminFiles = context.fromAdminFiles?.(address) ?? null;
	const asked = directory?.entry(address) ?? unasked(address, now(), context.origin);
	const entry = newerFact(asked, fromAdminFiles?.directory ?? null, isSameEntry) ?? asked;
	const user = entry.known ? entry.value : null;
	const siteAccount = siteAccountOf(accounts.sweep, address);
	const swept = portalRecordOf(accounts.sweep, address);
	const ids = [user, siteAccount.known ? siteAccount.value : null, swept.known ? swept.value : null].flatMap((one) =>
		one ? [one.accountId] : [],
	);
	const membership = await accounts.customers.membership(address, ids);
	const isListed = membership.known && membership.value.listed?.active === true;
	// Where an admin file's entry counts, the site's answers about its own are about another state of the account.
	const isSites = entry.proof === asked.proof;
	const role = directory && isSites && user?.status === 'active' ? await roleOf(context, directory, user, isListed) : null;
	const manageable = isSites && user && needsManageQuestion(user) ? await askManageable(questions, user, now) : null;
	const portal = await portalOf(context, accounts, { address, isWorthAsking: user === null }, membership);
	return {
		address,
		suggestion,
		access,
		directory: entry,
		jsmRole: user?.status === 'active' ? newerFact(role, fromAdminFiles?.jsmRole ?? null, isSameRole) : null,
		manageable: user && needsManageQuestion(user) ? newerFact(manageable, fromAdminFiles?.manageable ?? null, isSameAnswer) : null,
		portal: newerPortal(portal, fromAdminFiles?.portal ?? null),
		siteAccount,
		membership,
		canRaise: null,
		creation: null,
		...(byHand.length === 0 ? {} : { byHand }),
		at: now(),
	};
};
