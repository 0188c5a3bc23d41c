import { type AdminFileFacts, domainOf, type Fact, type JsmRole, type PortalRecord } from '../evidence/evidence.ts';
import type { DirectoryUser, Manageable } from '../evidence/site-questions.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { isProviderDomain } from '../lists/known-domains.ts';
import type { AdminFile } from './admin-file.ts';
import { type Claim, claimOf } from './claim.ts';
import { decideStatus } from './account-status.ts';
import { contradiction, newestFirst, newestOf, type FileStatement, statementOf, sourceOf, tellsAbsence } from './file-statements.ts';
import { type Needs, needsOf } from './needs.ts';

/** All that files say, to be looked up by address. */
export type AdminFilePeople = (address: string) => AdminFileFacts;

interface Files {
	readonly users: readonly AdminFile[];
	readonly accounts: readonly AdminFile[];
	readonly portal: readonly AdminFile[];
	readonly needs: Needs;
	/** Domains that some file shows to be the organisation's own. */
	readonly ownDomains: ReadonlySet<string>;
	/** Domains that a complete Export accounts from domains is of. */
	readonly coveredDomains: ReadonlySet<string>;
	/** Whether a complete file would show every managed account. */
	readonly knowsManaged: boolean;
	/** Every verified domain of the organisation; `null` where nobody said. */
	readonly verifiedDomains: ReadonlySet<string> | null;
	/** Of the newest file. */
	readonly at: string;
	/** All of them by name: where it was looked for what none tells. */
	readonly source: string;
}

const domainsIn = (files: readonly AdminFile[]): ReadonlySet<string> =>
	new Set(files.flatMap(({ people }) => [...people.keys()].map(domainOf)));

const arrange = (files: readonly AdminFile[], verifiedDomains: readonly string[] | null): Files => {
	const sorted = newestFirst(files);
	const of = (...kinds: readonly string[]) => sorted.filter(({ header }) => kinds.includes(header.kind));
	const domains = of('domains');
	const managed = of('managed');
	return {
		users: of('users'),
		accounts: of('managed', 'domains'),
		portal: of('portal'),
		needs: needsOf(sorted),
		ownDomains: new Set([...domainsIn([...managed, ...domains]), ...(verifiedDomains ?? [])]),
		coveredDomains: domainsIn(domains.filter(tellsAbsence)),
		knowsManaged: managed.some(tellsAbsence),
		verifiedDomains: verifiedDomains && new Set(verifiedDomains),
		at: sorted[0]?.header.takenAt ?? '',
		source: [...new Set(sorted.map(({ header }) => sourceOf(header)))].join(', '),
	};
};

const statementsAbout = (files: readonly AdminFile[], address: string, asked: string): readonly FileStatement[] =>
	files.flatMap((file) => statementOf(file, address, asked) ?? []);

const others = (statements: readonly FileStatement[], deciding: readonly FileStatement[]): { besides?: readonly EvidenceItem[] } => {
	const besides = statements.filter((statement) => !deciding.includes(statement)).map(({ proof }) => proof);
	return besides.length === 0 ? {} : { besides };
};

type Several = readonly [FileStatement, ...FileStatement[]];

/** Neither of two answers can be relied on. */
const atOdds = (asked: string, [first, ...more]: Several): Fact<never> => {
	const statements = [first, ...more];
	const problem = `${[...new Set(statements.map(({ proof }) => proof.source))].join(' and ')} contradict each other`;
	return {
		known: false,
		why: 'unexpected',
		proof: { asked, source: first.proof.source, answer: { problem }, at: first.at },
		besides: statements.map(({ proof }) => proof),
	};
};

const open = (files: Files, asked: string, statements: readonly FileStatement[], settledBy: string): Fact<never> => ({
	known: false,
	why: 'not-asked',
	proof: { asked, source: statements[0]?.proof.source ?? files.source, answer: { problem: settledBy }, at: files.at },
	...others(statements, []),
	settledBy,
});

/** Lines of one file that contradict each other. */
const torn = (statements: readonly FileStatement[]): readonly FileStatement[] => {
	const [newest] = statements.filter(({ person }) => person !== null);
	return newest?.person != null && newest.person.contradictedBy !== null ? [newest] : [];
};

/** Accounts that a complete file of their domain would show count as absent; those of other domains it knows nothing of. */
const accountStatements = (files: Files, address: string, asked: string): readonly FileStatement[] =>
	statementsAbout(files.accounts, address, asked).filter(
		({ kind, person }) => person !== null || kind === 'managed' || files.coveredDomains.has(domainOf(address)),
	);

const directoryFact = (files: Files, address: string, claim: Claim): Fact<DirectoryUser | null> => {
	const asked = `directory entry of ${address}`;
	const users = statementsAbout(files.users, address, asked);
	const accounts = accountStatements(files, address, asked);
	const all = [...users, ...accounts];
	const [unclear, ...unclearToo] = [...torn(users), ...torn(accounts)];
	if (unclear !== undefined) return atOdds(asked, [unclear, ...unclearToo]);
	const domain = domainOf(address);
	const mayBeManaged = files.ownDomains.has(domain) && !files.knowsManaged && !files.coveredDomains.has(domain);
	const settledBy = users.length > 0 ? files.needs.managed : files.needs.users;
	const decided = decideStatus({ users, accounts }, { isManagedHere: claim.here, settledBy, mayBeManaged });
	switch (decided.is) {
		case 'contradiction':
			return atOdds(asked, decided.statements);
		case 'open':
			return open(files, asked, all, decided.settledBy);
		case 'nobody': {
			// An account that is managed and in no directory is not in Export users.
			const mayBeOurs = files.verifiedDomains?.has(domain) ?? !isProviderDomain(domain);
			const hint = decided.by.kind === 'users' && mayBeOurs && !files.knowsManaged && !files.coveredDomains.has(domain);
			const fact = { known: true, value: null, proof: decided.by.proof, ...others(all, [decided.by]) } as const;
			return hint ? { ...fact, settledBy: files.needs.managed } : fact;
		}
		case 'entry': {
			const accountId = all.find(({ person }) => person?.accountId != null)?.person?.accountId ?? address;
			const { here, elsewhere } = claim;
			const claimStatus = here === null ? null : here ? 'managed' : 'unmanaged';
			const byNobody = here === false && elsewhere === false;
			const verified = newestOf(all, ({ person }) => person?.meanings['email-verified'] ?? null);
			const account = { accountId, email: address, name: null, accountStatus: null, managementSource: null, claimStatus } as const;
			const value: DirectoryUser = {
				...account,
				status: decided.status,
				...(decided.unsure ? { unsure: true } : {}),
				...(byNobody ? { claimedByNobody: true } : {}),
				...(verified?.value === 'not-verified' ? { emailVerified: false } : {}),
			};
			return { known: true, value, proof: decided.by.proof, ...others(all, [decided.by]) };
		}
	}
};

const roleFact = (files: Files, address: string): Fact<JsmRole> => {
	const asked = `service management role of ${address}`;
	const statements = [...statementsAbout(files.users, address, asked), ...statementsAbout(files.accounts, address, asked)].filter(
		({ person }) => person !== null,
	);
	const inOrder = statements.toSorted((a, b) => b.at.localeCompare(a.at));
	const newest = newestOf(inOrder, ({ person }) => {
		const access = person?.meanings['service-management'];
		return access === 'access' || access === 'no-access' ? access : null;
	});
	if (newest === null) return open(files, asked, inOrder, files.needs.access);
	const held = newest.value === 'access';
	const unsure = !held && newest.statement.kind !== 'users';
	const value: JsmRole = { held, suspendedHere: false, ...(unsure ? { unsure } : {}) };
	return { known: true, value, proof: newest.statement.proof, ...others(inOrder, [newest.statement]) };
};

/** "Claimed by another organisation" is what the manage call means by its reason `managedAccount`. */
const manageableFact = (files: Files, address: string, { here, elsewhereProof, contradicts }: Claim): Fact<Manageable> => {
	const asked = `may this organisation enable ${address}`;
	if (contradicts !== null) return atOdds(asked, contradicts);
	if (elsewhereProof !== null && here !== true) {
		return { known: true, value: { kind: 'refused', reason: 'managedAccount' }, proof: { ...elsewhereProof, asked } };
	}
	return open(files, asked, [], here === true ? files.needs.switchedOffBy : files.needs.owner);
};

const portalFact = (files: Files, address: string): Fact<PortalRecord | null> => {
	const asked = `portal-only record of ${address}`;
	const statements = statementsAbout(files.portal, address, asked);
	const read = ({ person }: FileStatement): 'absent' | 'active' | 'inactive' | null => {
		if (person === null) return 'absent';
		const { status } = person.meanings;
		return status === undefined || status === 'unknown' ? null : status === 'active' ? 'active' : 'inactive';
	};
	const [unclear] = torn(statements);
	if (unclear !== undefined) return atOdds(asked, [unclear]);
	const odd = contradiction(statements, read);
	if (odd !== null) return atOdds(asked, odd);
	const newest = newestOf(statements, read);
	if (newest === null) return open(files, asked, statements, files.needs.portal);
	const record =
		newest.value === 'absent' ? null : { accountId: newest.statement.person?.accountId ?? address, active: newest.value === 'active' };
	return { known: true, value: record, proof: newest.statement.proof, ...others(statements, [newest.statement]) };
};

/**
 * What all files of a snapshot say of an address, as the facts that a site would have been asked for. The newest file that
 * tells something wins, and the others stand beside it; whatever none tells names the file that would.
 */
export const adminFilePeople = (all: readonly AdminFile[], verifiedDomains: readonly string[] | null): AdminFilePeople => {
	const files = arrange(all, verifiedDomains);
	return (address) => {
		const asked = `whose account ${address} is`;
		const statements = [...statementsAbout(files.users, address, asked), ...accountStatements(files, address, asked)];
		const isForeign = files.verifiedDomains !== null && !files.verifiedDomains.has(domainOf(address));
		// Of a domain that a complete export of the organisation's domains does not know, nobody is managed here.
		const absences = statementsAbout(files.accounts, address, asked).filter(({ kind, person }) => kind === 'domains' && person === null);
		const claim = claimOf(
			[...statements, ...absences].toSorted((a, b) => b.at.localeCompare(a.at)),
			isForeign,
		);
		const directory = directoryFact(files, address, claim);
		const user = directory.known ? directory.value : null;
		return {
			directory,
			jsmRole: user?.status === 'active' ? roleFact(files, address) : null,
			manageable: user?.status === 'deactivated' ? manageableFact(files, address, claim) : null,
			portal: portalFact(files, address),
		};
	};
};
