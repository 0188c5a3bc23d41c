import type { EvidenceItem } from '#shared/verdict.ts';
import type { FileStatement } from './file-statements.ts';
import { contradiction, newestOf } from './file-statements.ts';

/** Whose an account is, as far as files tell; `null` where none does. */
export interface Claim {
	/** Managed by this organisation. */
	readonly here: boolean | null;
	/** Claimed by another one. */
	readonly elsewhere: boolean | null;
	/** The statement that claims it for another organisation. */
	readonly elsewhereProof: EvidenceItem | null;
	readonly contradicts: readonly [FileStatement, FileStatement] | null;
}

/** Whether this organisation manages the account. Who is absent from all managed accounts, or from all of its domains, is not its own. */
const managedHere = ({ kind, person }: FileStatement): boolean | null => {
	if (person === null) return kind === 'managed' || kind === 'domains' ? false : null;
	if (kind === 'managed') return true;
	const { claimed, managed } = person.meanings;
	if (claimed === 'here' || managed === 'managed') return true;
	return claimed === 'elsewhere' || managed === 'not-managed' ? false : null;
};

const claimedElsewhere = ({ person }: FileStatement): boolean | null => {
	const claimed = person?.meanings.claimed;
	if (claimed === 'elsewhere') return true;
	return claimed === 'here' || claimed === 'not-elsewhere' ? false : null;
};

/** `isForeignDomain`: the address is of none of the organisation's verified domains, all of which are known. */
export const claimOf = (statements: readonly FileStatement[], isForeignDomain: boolean): Claim => {
	const here = newestOf(statements, managedHere);
	const elsewhere = newestOf(statements, claimedElsewhere);
	return {
		here: here?.value ?? (isForeignDomain ? false : null),
		elsewhere: elsewhere?.value ?? null,
		elsewhereProof: elsewhere?.value === true ? elsewhere.statement.proof : null,
		contradicts: contradiction(statements, managedHere) ?? contradiction(statements, claimedElsewhere),
	};
};
