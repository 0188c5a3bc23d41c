import { handChecks, type HandCheck, type HandCheckEntry, type HandCheckId, handCheckIds } from '#shared/hand-checks.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import type { Fact, PersonEvidence } from './evidence.ts';
import type { DirectoryUser } from './site-questions.ts';

/** The source of evidence that a person gave, and nobody's answer. */
export const byHand = 'by hand';

const meanings: { readonly [K in HandCheck as `${K['check']} ${K['seen']}`]: string } = {
	'directory active': 'the directory shows the account as active',
	'directory suspended': 'the directory shows the account as suspended',
	'directory deactivated': 'the directory shows the account as deactivated',
	'directory absent': 'the directory does not have the person',
	'suggest-changes greyed-out': '“Suggest changes” is greyed out: another organisation manages the account',
	'suggest-changes available': '“Suggest changes” is not greyed out: no other organisation manages the account',
	'portal-only active': 'Portal-only customers shows the account as active',
	'portal-only inactive': 'Portal-only customers shows the account as inactive',
	'portal-only absent': 'Portal-only customers does not have the person',
};

const meaningOf = (check: HandCheck): string => meanings[`${check.check} ${check.seen}` as keyof typeof meanings];

/** What a verdict says that rests on a check by hand. */
export const handCheckText = (check: HandCheck): string =>
	`checked by hand by ${check.by.user} on ${check.at.slice(0, 10)}: ${meaningOf(check)}`;

export const handCheckItem = (address: string, check: HandCheck): EvidenceItem => ({
	asked: `check by hand of ${address}`,
	source: byHand,
	answer: { check: check.check, seen: check.seen, user: check.by.user, account: check.by.account },
	at: check.at,
});

/** Of everything that was said of a person, newest first, what counts: the last word on each check. */
export const countingChecks = (entries: readonly HandCheckEntry[]): readonly HandCheck[] =>
	handCheckIds.flatMap((id): readonly HandCheck[] => {
		const last = entries.find(({ check }) => check === id);
		if (last === undefined || last.seen === null) return [];
		const { address: _address, ...check } = last;
		return [check];
	});

type SeenOf<Id extends HandCheckId> = (typeof handChecks)[Id][number];

const seenOf = <Id extends HandCheckId>({ byHand: checks = [] }: PersonEvidence, id: Id): SeenOf<Id> | null => {
	const seen = checks.find(({ check }) => check === id)?.seen;
	return handChecks[id].find((one): one is SeenOf<Id> => one === seen) ?? null;
};

/** An answer that cannot be trusted must be seen: nothing may be put in its place. */
const isOpen = (fact: Fact<unknown>): boolean => !fact.known && fact.why !== 'unexpected';

const filled = <T>(fact: Fact<unknown>, value: T): Fact<T> => ({ known: true, value, proof: fact.proof });

const entry = (address: string, status: DirectoryUser['status']): DirectoryUser => ({
	accountId: 'somebody',
	email: address,
	name: null,
	status,
	accountStatus: null,
	claimStatus: null,
	managementSource: null,
});

/** Who is greyed out is in the directory; that the account is off is then as good as said, unless the site shows it active. */
const withEntry = (evidence: PersonEvidence): PersonEvidence => {
	const { directory, siteAccount, address } = evidence;
	if (!isOpen(directory)) return evidence;
	const isOn = siteAccount.known && siteAccount.value?.active === true;
	const implied = seenOf(evidence, 'suggest-changes') === 'greyed-out' && !isOn ? 'deactivated' : null;
	const status = seenOf(evidence, 'directory') ?? implied;
	if (status === null) return evidence;
	return { ...evidence, directory: filled(directory, status === 'absent' ? null : entry(address, status)) };
};

/** Answers that say whose the account is; beside them nobody's word counts. */
const saysWhose = ({ manageable }: PersonEvidence): boolean =>
	manageable?.known === true &&
	(manageable.value.kind === 'allowed' ||
		manageable.value.kind === 'refused' ||
		(manageable.value.kind === 'forbidden' && manageable.value.key === 'forbidden.targetUnverified'));

const withOwner = (evidence: PersonEvidence): PersonEvidence => {
	const { directory, manageable } = evidence;
	const seen = seenOf(evidence, 'suggest-changes');
	const user = directory.known ? directory.value : null;
	if (seen === null || user?.status !== 'deactivated' || user.claimStatus === 'managed') return evidence;
	const isGarbled = manageable?.known === false && manageable.why === 'unexpected';
	if (user.claimedByNobody === true || saysWhose(evidence) || isGarbled) return evidence;
	return seen === 'greyed-out'
		? { ...evidence, manageable: filled(manageable ?? directory, { kind: 'refused', reason: 'managedAccount' }) }
		: { ...evidence, directory: filled(directory, { ...user, claimedByNobody: true }) };
};

const withPortal = (evidence: PersonEvidence): PersonEvidence => {
	const seen = seenOf(evidence, 'portal-only');
	if (seen === null || !isOpen(evidence.portal)) return evidence;
	const record = seen === 'absent' ? null : { accountId: 'qm:somebody', active: seen === 'active' };
	return { ...evidence, portal: filled(evidence.portal, record) };
};

/** The evidence had somebody answered what was seen on a page: only what no answer and no file tells. */
export const withHandChecks = (evidence: PersonEvidence): PersonEvidence => withPortal(withOwner(withEntry(evidence)));

/** Which checks by hand may settle more about a person than the answers did. What was said before can always be taken back. */
export const offeredChecks = (evidence: PersonEvidence, isProven: boolean): readonly HandCheckId[] => {
	const { directory, portal } = evidence;
	const user = directory.known ? directory.value : null;
	const mayBeManaged = isOpen(directory) || (user?.status === 'deactivated' && user.claimStatus !== 'managed' && !saysWhose(evidence));
	return handCheckIds.filter((id) => {
		if (seenOf(evidence, id) !== null) return true;
		if (isProven) return false;
		if (id === 'suggest-changes') return mayBeManaged && user?.claimedByNobody !== true;
		return isOpen(id === 'directory' ? directory : portal);
	});
};
